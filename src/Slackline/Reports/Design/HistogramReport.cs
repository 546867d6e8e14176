namespace Slackline.Reports.Design;

/// <summary>
/// The number of endpoints in each range of slack (time unit of the library) by OpenROAD's <c>report_timing_histogram</c>, or, without
/// digits, of the number of cells on the worst path by <c>report_logic_depth_histogram</c>.
/// </summary>
public sealed record HistogramReport : Report
{
    private const int LongestBar = 50;

    /// <summary>The bins, lowest first.</summary>
    public required IReadOnlyList<HistogramBin> Bins { get; init; }

    /// <summary>Digits after the point of the bins' bounds.</summary>
    public required int Digits { get; init; }

    /// <summary>The number of characters that the bounds are padded to.</summary>
    public required int BoundWidth { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        long largest = Bins.Max(bin => bin.Count);
        for (int i = 0; i < Bins.Count; i++)
        {
            HistogramBin bin = Bins[i];
            char close = i == Bins.Count - 1 ? ']' : ')';
            lines.Line($"[{Bound(bin.From)}, {Bound(bin.To)}{close}: {new string('*', BarLength(bin.Count, largest))} ({bin.Count})");
        }
    }

    // In proportion to the largest bin, but at least one character for a bin that is not empty.
    private static int BarLength(int count, long largest) =>
        count == 0 ? 0 : (int)Math.Max(1, ((LongestBar * (long)count) + (largest / 2)) / largest);

    private string Bound(double bound) => DecimalText.ToText(bound, Digits).PadLeft(BoundWidth);
}
