using System.Globalization;

namespace Slackline.Reports.Design;

/// <summary>The cells that a design or a module uses, by OpenROAD's <c>report_cell_usage</c>.</summary>
public sealed record CellUsageReport : Report
{
    /// <summary>The text after <c>Cell type report: </c> when no column is wider than usual.</summary>
    internal static ReadOnlySpan<byte> UsualTitles => "                      Count       Area"u8;

    private const int Padding = 2;
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

    /// <summary>The usage of each library cell (<c>-verbose</c>); null if it was not requested.</summary>
    public IReadOnlyList<CellUsage>? Cells { get; init; }

    /// <summary>
    /// Whether columns are wider than usual because names or totals are too long for them, as in OpenROAD from 2026 on. In earlier
    /// versions, long ones overflow their columns.
    /// </summary>
    public bool HasWideColumns { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        if (ModuleInstance is not null)
        {
            lines.Line($"{ModuleTitle}{ModuleInstance} ({Module})");
        }

        (int name, int count, int area) = HasWideColumns ? WidthsOfContent() : (37, 7, 10);
        lines.Line($"{"Cell type report:".PadRight(name)} {"Count".PadLeft(count)} {"Area".PadLeft(area)}");
        Write(Kinds);
        Write([Total]);
        if (Cells is not null)
        {
            lines.End();
            lines.Line(CellTitle);
            Write(Cells);
        }

        void Write(IReadOnlyList<CellUsage> usages)
        {
            foreach (CellUsage usage in usages)
            {
                lines.Line($"  {usage.Name.PadRight(name - 2)} {Text(usage.Count).PadLeft(count)} {Text(usage.Area).PadLeft(area)}");
            }
        }
    }

    private (int Name, int Count, int Area) WidthsOfContent()
    {
        int longestName = Kinds.Concat(Cells ?? []).Select(static usage => usage.Name.Length).DefaultIfEmpty().Max();
        return (Math.Max(37, longestName + Padding), Math.Max(
            7, Text(Total.Count).Length + Padding), Math.Max(10, Text(Total.Area).Length + Padding));
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Text(double area) => DecimalText.ToText(area, 2);
}
