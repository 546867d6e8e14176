using Slackline.Timing;

namespace Slackline.Queries.Aggregates;

/// <summary>
/// Counts slacks in bins while they stream by, without knowing their range beforehand and in bounded memory: it starts with bins as
/// narrow as the printed digits allow and doubles (or quintuples) their width whenever there are too many.
/// </summary>
public sealed class SlackHistogram
{
    private const int MaxBins = 8192;

    private readonly Dictionary<long, long> _bins = [];
    private double _width;
    private bool _doubledLast;

    /// <summary>How many slacks were counted.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them were negative.</summary>
    public long Violating { get; private set; }

    /// <summary>How many paths had no slack (unconstrained) or an infinite one.</summary>
    public long Uncounted { get; private set; }

    /// <summary>The worst slack, in the tool's time unit; NaN before the first.</summary>
    public double Min { get; private set; } = double.NaN;

    /// <summary>The best slack, in the tool's time unit; NaN before the first.</summary>
    public double Max { get; private set; } = double.NaN;

    /// <summary>Counts the slacks of some paths of a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="paths">Which of its paths.</param>
    public void Add(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        ReadOnlySpan<double> slacks = chunk.Slack;
        foreach (int path in paths)
        {
            Add(slacks[path], chunk.Digits[path]);
        }
    }

    /// <summary>The bins from the worst slack to the best, empty ones between them included, at most <paramref name="maxBins"/> of a round width.</summary>
    public IReadOnlyList<HistogramBin> Bins(int maxBins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBins, 1);
        if (Count == 0)
        {
            return [];
        }

        long first = _bins.Keys.Min();
        long last = _bins.Keys.Max();
        long merged = 1;
        for (int step = 0; FloorDivide(last, merged) - FloorDivide(first, merged) >= maxBins; step++)
        {
            merged = NextRoundFactor(merged);
        }

        long low = FloorDivide(first, merged);
        var counts = new long[FloorDivide(last, merged) - low + 1];
        foreach ((long bin, long count) in _bins)
        {
            counts[FloorDivide(bin, merged) - low] += count;
        }

        double width = _width * merged;
        return [.. counts.Select((count, i) => new HistogramBin((low + i) * width, (low + i + 1) * width, count))];
    }

    private void Add(double slack, int digits)
    {
        if (!double.IsFinite(slack))
        {
            Uncounted++;
            return;
        }

        if (_width == 0)
        {
            _width = Math.Pow(10, -Math.Min(digits, 9));
        }

        Count++;
        Violating += slack < 0 ? 1 : 0;
        Min = slack >= Min ? Min : slack;
        Max = slack <= Max ? Max : slack;
        long bin = BinOf(slack);
        _bins[bin] = _bins.GetValueOrDefault(bin) + 1;
        while (_bins.Count > MaxBins)
        {
            Coarsen();
        }
    }

    // The rounding takes away what the division adds: 0.06 / 0.01 must be 6 and not 5.999....
    private long BinOf(double slack) => (long)Math.Floor(Math.Round(slack / _width, 4));

    // Widths go 1, 2, 10, 20, 100 ...: whole multiples of each other, so that counts merge exactly.
    private void Coarsen()
    {
        int factor = _doubledLast ? 5 : 2;
        _doubledLast = !_doubledLast;
        _width *= factor;
        var finer = new List<KeyValuePair<long, long>>(_bins);
        _bins.Clear();
        foreach ((long bin, long count) in finer)
        {
            long coarse = FloorDivide(bin, factor);
            _bins[coarse] = _bins.GetValueOrDefault(coarse) + count;
        }
    }

    // Shown widths are 1, 2 or 5 times a power of ten.
    private long NextRoundFactor(long factor)
    {
        bool widthIsTwo = _doubledLast;
        long leading = factor;
        while (leading % 10 == 0)
        {
            leading /= 10;
        }

        return widthIsTwo ? (leading == 1 ? factor * 5 : factor * 2) : leading == 2 ? factor / 2 * 5 : factor * 2;
    }

    private static long FloorDivide(long value, long divisor) => (value / divisor) - (value % divisor < 0 ? 1 : 0);
}

/// <summary>A bin of a histogram.</summary>
/// <param name="Low">Its lower bound, in the tool's time unit; included.</param>
/// <param name="High">Its upper bound; not included.</param>
/// <param name="Count">How many slacks lie in it.</param>
public readonly record struct HistogramBin(double Low, double High, long Count);
