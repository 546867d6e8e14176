using Slackline.Timing;

namespace Slackline.Queries.Aggregates;

/// <summary>
/// Counts slacks in bins while they stream by, without knowing their range beforehand and in bounded memory: it starts with bins as
/// narrow as the printed digits allow and doubles (or quintuples) their width whenever there are too many.
/// </summary>
/// <remarks>
/// Quantiles come from the same bins. While the bins are as narrow as the printed digits they are exact; after that they are off by less
/// than one bin, and <see cref="QuantileError"/> says how wide that is. A sketch (t-digest, KLL) would be smaller for wild distributions,
/// but slacks are decimals of few digits, for which counting is exact, and a sketch bounds the rank that it gives instead of the time.
/// </remarks>
public sealed class SlackHistogram
{
    private readonly Dictionary<long, long> _bins = [];
    private double _width;
    private int _digits;
    private bool _doubledLast;
    private bool _isBetweenEdges;
    private int _maxBins = 8192;

    /// <summary>How many slacks were counted.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them violate their check.</summary>
    public long Violating { get; private set; }

    /// <summary>How many paths had no slack (unconstrained) or an infinite one.</summary>
    public long Uncounted { get; private set; }

    /// <summary>The worst slack, in the tool's time unit; NaN before the first.</summary>
    public double Min { get; private set; } = double.NaN;

    /// <summary>The best slack, in the tool's time unit; NaN before the first.</summary>
    public double Max { get; private set; } = double.NaN;

    /// <summary>The most by which <see cref="Quantile"/> may be too low, in the tool's time unit; 0 while it is exact.</summary>
    public double QuantileError => _isBetweenEdges ? _width : 0;

    /// <summary>How many bins are in use.</summary>
    internal int BinCount => _bins.Count;

    /// <summary>The most bins; 8192 by default.</summary>
    internal int MaxBins
    {
        get => _maxBins;
        set
        {
            _maxBins = value;
            CoarsenToBound();
        }
    }

    /// <summary>
    /// The slack that a given fraction of all slacks do not exceed: 0.5 gives the median. In the tool's time unit; NaN when no slack was
    /// counted. It uses the nearest rank, so the true quantile is a slack that occurred, and it is never more than
    /// <see cref="QuantileError"/> above the returned value.
    /// </summary>
    /// <param name="part">The part, from 0 (the worst slack) to 1 (the best).</param>
    public double Quantile(double part)
    {
        if (part is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(part), part, "A quantile is a part of all: from 0 to 1.");
        }

        if (Count == 0)
        {
            return double.NaN;
        }

        long rank = Math.Clamp((long)Math.Ceiling(part * Count), 1, Count);
        foreach ((long bin, long count) in _bins.OrderBy(static pair => pair.Key))
        {
            rank -= count;
            if (rank <= 0)
            {
                // The decimal that the report printed, not a product that is off in its last bit.
                return Math.Clamp(Math.Round(bin * _width, _digits), Min, Max);
            }
        }

        return Max;
    }

    /// <summary>Counts the slacks of some paths of a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="paths">Which of its paths.</param>
    public void Add(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        foreach (int path in paths)
        {
            Add(chunk, path);
        }
    }

    /// <summary>
    /// The bins from the worst slack to the best, empty ones between them included, at most <paramref name="maxBins"/> of a round width
    /// (two where slacks are on both sides of 0).
    /// </summary>
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

        // There is an edge at 0: slacks on both sides of it never fit into one bin.
        maxBins = first < 0 && last >= 0 ? Math.Max(maxBins, 2) : maxBins;
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

    /// <summary>
    /// The smallest difference between two slacks that the histogram resolves, in the tool's time unit; NaN before the first slack.
    /// </summary>
    public double Resolution => Count == 0 ? double.NaN : _width;

    /// <summary>The lower end of the lowest bin: at the worst slack or below it; NaN before the first.</summary>
    public double LowerEnd => Count == 0 ? double.NaN : Math.Round(_bins.Keys.Min() * _width, Math.Max(_digits, 9));

    /// <summary>
    /// How many slacks lie between each two edges: the lower one included, the upper one not. A slack may count as one less by
    /// <see cref="QuantileError"/>.
    /// </summary>
    /// <param name="edges">At least two, ascending.</param>
    public long[] CountBetween(double[] edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentOutOfRangeException.ThrowIfLessThan(edges.Length, 2, nameof(edges));
        var counts = new long[edges.Length - 1];
        foreach ((long bin, long count) in _bins)
        {
            // The decimal that was printed; an edge is found also where it is off in its last bit.
            double slack = Math.Round(bin * _width, Math.Max(_digits, 9));
            int found = Array.BinarySearch(edges, slack);
            int place = found >= 0 ? found : ~found - 1;
            if (place >= 0 && place < counts.Length)
            {
                counts[place] += count;
            }
        }

        return counts;
    }

    /// <summary>Counts one slack.</summary>
    internal void Add(PathChunk chunk, int path)
    {
        double slack = chunk.Slack[path];
        if (!double.IsFinite(slack))
        {
            Uncounted++;
            return;
        }

        if (_width == 0)
        {
            _digits = Math.Min((int)chunk.Digits[path], 9);
            _width = Math.Pow(10, -_digits);
        }

        Count++;
        bool isViolated = chunk.IsViolated(path) == true;
        Violating += isViolated ? 1 : 0;
        Min = slack >= Min ? Min : slack;
        Max = slack <= Max ? Max : slack;

        // A slack that violates by less than half a digit is below zero all the same.
        long bin = isViolated ? Math.Min(BinOf(slack), -1) : BinOf(slack);
        _bins[bin] = _bins.GetValueOrDefault(bin) + 1;
        _isBetweenEdges = _isBetweenEdges || Math.Round(bin * _width, _digits) != slack;
        CoarsenToBound();
    }

    private void CoarsenToBound()
    {
        while (_bins.Count > _maxBins)
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
            _isBetweenEdges = _isBetweenEdges || coarse * factor != bin;
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
