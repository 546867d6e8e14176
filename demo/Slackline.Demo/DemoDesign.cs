using System.Text;
using Slackline.Demo.Library;
using Slackline.Demo.Plan;
using Slackline.Demo.Writers;

namespace Slackline.Demo;

/// <summary>Writes a demonstration design with every kind of path that OpenSTA can report.</summary>
public static class DemoDesign
{
    /// <summary>Writes the files into <paramref name="directory"/>, which is made if need be. Memory use does not grow with the design.</summary>
    /// <exception cref="ArgumentException">The options are out of range.</exception>
    public static DemoFiles Write(string directory, DemoOptions options, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(options);
        var faults = options.Validate();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }

        Directory.CreateDirectory(directory);
        string At(string file) => Path.Combine(directory, file);

        var design = new Design(options);
        var corners = Corner.Take(options.Corners);
        var counts = WriteVerilog(At("design.v"), design, progress);
        WriteDef(At("design.def"), design, counts, progress);
        WriteFile(At("design.sdc"), output => SdcWriter.Write(output, design));
        WriteFile(At("setup.tcl"), output => SetupWriter.Write(output, corners));
        var libraries = new List<string>();
        foreach (var corner in corners)
        {
            libraries.Add(At(corner.LibraryName + ".lib"));
            WriteFile(libraries[^1], output => new LibertyWriter(output, corner, design.Units).Write(CellLibrary.Cells));
        }

        return new DemoFiles(
            At("setup.tcl"),
            At("design.v"),
            At("design.sdc"),
            At("design.def"),
            libraries,
            counts.Endpoints,
            counts.Instances,
            counts.Nets);
    }

    private sealed record Counts(int Endpoints, long Instances, long Nets, int Rows);

    // The first pass writes the netlist and measures what the second needs beforehand.
    private static Counts WriteVerilog(string file, Design design, IProgress<double>? progress)
    {
        var endpoints = design.ConstrainedEndpoints;
        var instances = 0L;
        var nets = design.Top.Ports.Sum(port => (long)port.Width);
        var floorplan = Floorplan.ForMeasuring();
        WriteFile(file, output =>
        {
            var verilog = new VerilogWriter(output);
            var done = 0;
            foreach (var module in design.Modules())
            {
                verilog.Write(module);
                endpoints += module.Endpoints;
                instances += module.LeafCells;
                nets += module.Nets;
                floorplan.Measure(module);
                progress?.Report(0.5 * ++done / design.ModuleCount);
            }
        });
        return new Counts(endpoints, instances, nets, floorplan.Rows);
    }

    private static void WriteDef(string file, Design design, Counts counts, IProgress<double>? progress) =>
        WriteFile(file, output =>
        {
            var def = new DefWriter(output, Floorplan.Square(counts.Rows));
            def.Header(counts.Rows, counts.Instances);
            var done = 0;
            foreach (var module in design.Modules())
            {
                def.Components(module);
                progress?.Report(0.5 + (0.5 * ++done / design.ModuleCount));
            }

            def.Footer(counts.Rows, design.Top.Ports);
        });

    private static void WriteFile(string file, Action<TextWriter> write)
    {
        using var output = new StreamWriter(file, append: false, new UTF8Encoding(false), bufferSize: 1 << 16) { NewLine = "\n" };
        write(output);
    }
}
