using System.Globalization;

namespace Slackline.Reports.Design;

/// <summary>How many cells a design or a module uses, by OpenROAD's <c>report_cell_usage</c>.</summary>
public sealed record CellUsageReport : Report
{
    internal const string Titles = "Cell type report:                       Count       Area";
    internal const string CellTitle = "Cell instance report:";
    internal const string ModuleTitle = "Cell type report for ";

    /// <summary>The hierarchical instance whose module is reported; null for the design.</summary>
    public string? ModuleInstance { get; init; }

    /// <summary>The module; null for the design.</summary>
    public string? Module { get; init; }

    /// <summary>The usage of each kind of cells.</summary>
    public required IReadOnlyList<CellUsage> Kinds { get; init; }

    /// <summary>The usage of all cells.</summary>
    public required CellUsage Total { get; init; }

    /// <summary>The usage of each library cell (<c>-verbose</c>); null if it was not asked for.</summary>
    public IReadOnlyList<CellUsage>? Cells { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        if (ModuleInstance is not null)
        {
            lines.Line($"{ModuleTitle}{ModuleInstance} ({Module})");
        }

        lines.Line(Titles);
        Write(lines, Kinds);
        Write(lines, [Total]);
        if (Cells is not null)
        {
            lines.End();
            lines.Line(CellTitle);
            Write(lines, Cells);
        }
    }

    private static void Write(LineWriter lines, IReadOnlyList<CellUsage> usages)
    {
        foreach (CellUsage usage in usages)
        {
            string count = usage.Count.ToString(CultureInfo.InvariantCulture);
            lines.Line($"  {usage.Name,-35} {count,7} {DecimalText.ToText(usage.Area, 2),10}");
        }
    }
}
