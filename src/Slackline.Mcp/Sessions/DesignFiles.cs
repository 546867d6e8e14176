using System.Text;
using Slackline.Tcl;

namespace Slackline.Mcp.Sessions;

/// <summary>The files of a design, for one who has no setup script: a script is written from them.</summary>
/// <param name="Liberty">Cell libraries.</param>
/// <param name="Verilog">Netlists.</param>
/// <param name="Sdc">Constraints, in their order.</param>
/// <param name="Spef">Parasitics.</param>
/// <param name="Lef">Technology and cells for OpenROAD.</param>
/// <param name="Def">Placement, which OpenROAD reads and OpenSTA does not.</param>
/// <param name="Top">The top module.</param>
internal sealed record DesignFiles(
    IReadOnlyList<string> Liberty,
    IReadOnlyList<string> Verilog,
    IReadOnlyList<string> Sdc,
    IReadOnlyList<string> Spef,
    IReadOnlyList<string> Lef,
    IReadOnlyList<string> Def,
    string? Top)
{
    /// <summary>All of them.</summary>
    public IEnumerable<string> All => [.. Liberty, .. Verilog, .. Sdc, .. Spef, .. Lef, .. Def];

    /// <summary>The same with every file's name replaced.</summary>
    public DesignFiles Select(Func<string, string> name) => new(
        [.. Liberty.Select(name)], [.. Verilog.Select(name)], [.. Sdc.Select(name)], [.. Spef.Select(name)], [.. Lef.Select(name)],
        [.. Def.Select(name)], Top);

    /// <summary>The script that loads the design.</summary>
    /// <param name="isOpenRoad">Whether for OpenROAD.</param>
    /// <exception cref="ToolInputException">Something that the tool needs is missing, or it cannot read something.</exception>
    public string ToScript(bool isOpenRoad)
    {
        if (Liberty.Count == 0 || (Verilog.Count == 0 && Def.Count == 0))
        {
            throw new ToolInputException(
                "A design needs `liberty` and `verilog` files, or a `setup` script that reads them. Call open_session again with either.");
        }

        if (Verilog.Count > 0 && string.IsNullOrEmpty(Top))
        {
            throw new ToolInputException("Name the top module: call open_session again with `top`.");
        }

        if (!isOpenRoad && Def.Count + Lef.Count > 0)
        {
            throw new ToolInputException(
                "OpenSTA reads neither LEF nor DEF. Leave `lef` and `def` out, or ask for tool \"openroad\" if the operator has it.");
        }

        if (isOpenRoad && Lef.Count == 0)
        {
            throw new ToolInputException("OpenROAD needs LEF files: give `lef`, the technology first and then the cells, or a `setup` script that loads a database (read_db).");
        }

        var script = new StringBuilder();
        Append(script, "read_liberty", Liberty);
        Append(script, "read_lef", Lef);
        Append(script, "read_verilog", Verilog);
        if (Verilog.Count > 0)
        {
            script.Append(TclList.Format("link_design", Top!)).Append('\n');
        }

        foreach (string file in Def)
        {
            // On a netlist that is linked, a DEF only adds to it.
            script.Append(
                Verilog.Count > 0 ? TclList.Format("read_def", "-incremental", file) : TclList.Format("read_def", file)).Append('\n');
        }

        Append(script, "read_sdc", Sdc);
        Append(script, "read_spef", Spef);
        return script.ToString();
    }

    private static void Append(StringBuilder script, string command, IReadOnlyList<string> files)
    {
        foreach (string file in files)
        {
            script.Append(TclList.Format(command, file)).Append('\n');
        }
    }
}
