namespace Slackline.Reports.Design;

/// <summary>
/// The number of cells of each kind in a design, by <c>report_cell_usage</c> of OpenROAD's first versions, which printed no areas. Later
/// ones: <see cref="CellUsageReport"/>.
/// </summary>
public sealed record CellCountReport : Report
{
    internal static ReadOnlySpan<byte> Title => "Cell usage report:"u8;

    /// <summary>The number of cells of each kind.</summary>
    public required IReadOnlyList<CellCount> Kinds { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line(Title);
        foreach (CellCount kind in Kinds)
        {
            kind.WriteLine(lines);
        }
    }
}
