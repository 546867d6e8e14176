using Slackline.Queries.Aggregates;

namespace Slackline.Cli.Output;

/// <summary>Which bins a histogram is drawn in.</summary>
/// <param name="Bins">How many bins; null for at most 20 of a round width.</param>
/// <param name="From">Where the first begins; null for the worst slack.</param>
/// <param name="To">Where the last ends; null for just above the best slack.</param>
/// <param name="Width">How wide each is; null for the width that follows from the number of bins.</param>
internal sealed record HistogramRange(int? Bins, double? From, double? To, double? Width)
{
    /// <summary>The most bins.</summary>
    public const int MaxBins = 10_000;

    private const int UsualBins = 20;

    private bool IsUsual => Bins is null && From is null && To is null && Width is null;

    /// <summary>The edges of the bins for some slacks: from the lower end of the first to the upper end of the last.</summary>
    /// <exception cref="SlackRangeException">There would be no bin, or too many.</exception>
    public double[] Edges(IReadOnlyList<SlackHistogram> parts)
    {
        var all = parts.Where(static part => part.Count > 0).ToArray();
        if (all.Length == 0)
        {
            return [];
        }

        // A violation that is printed as zero counts below zero.
        double min = all.Min(static part => part.LowerEnd);
        double max = all.Max(static part => part.Max);
        double unit = all.Min(static part => part.Resolution);
        if (IsUsual)
        {
            return RoundEdges(min, max, unit);
        }

        double from = From ?? (Width is { } step ? Math.Floor(Math.Round(min / step, 6)) * step : min);
        double to = To ?? Math.Max(max + unit, from + unit);
        if (to <= from)
        {
            throw new SlackRangeException($"--from {from} --to {to}: there is nothing between them; the slacks are from {min} to {max}.");
        }

        double width = Width ?? Math.Max(unit, Math.Ceiling(Math.Round((to - from) / (Bins ?? UsualBins) / unit, 6)) * unit);
        double count = Math.Ceiling(Math.Round((to - from) / width, 6));
        if (count > MaxBins)
        {
            throw new SlackRangeException(
                $"--width {width}: that makes {count:0} bins from {from} to {to}, and at most {MaxBins} are drawn.");
        }

        double[] edges = [.. Enumerable.Range(0, (int)count + 1).Select(i => Math.Round(from + (i * width), 9))];
        edges[^1] = To ?? edges[^1];
        return edges;
    }

    // Widths of 1, 2 or 5 times a power of ten, with an edge at 0.
    private static double[] RoundEdges(double min, double max, double unit)
    {
        double width = unit;
        for (int step = 0; Math.Floor(Math.Round(max / width, 6)) - Math.Floor(Math.Round(min / width, 6)) >= UsualBins; step++)
        {
            width = unit * Math.Pow(10, (step + 1) / 3) * ((step + 1) % 3 switch { 0 => 1, 1 => 2, _ => 5 });
        }

        double first = Math.Floor(Math.Round(min / width, 6));
        double last = Math.Floor(Math.Round(max / width, 6));
        return [.. Enumerable.Range(0, (int)(last - first) + 2).Select(i => Math.Round((first + i) * width, 9))];
    }
}
