namespace Slackline.Planning.Slices;

/// <summary>
/// Chooses how many endpoints the next slice has, and each of its batches. A slice has about the wanted work, and a bounded number of
/// paths, since newer versions of the tool keep each path that they have found until the process ends. A batch is small: the tool takes
/// more time for each endpoint when it searches many at once. Which small size is the best differs between versions and designs, so each
/// is tried now and then, and the one that took the least time for an endpoint is used.
/// </summary>
/// <param name="work">What a slice is meant to take.</param>
/// <param name="workers">How many slices run at once.</param>
/// <param name="pathsPerEndpoint">How many paths an endpoint may have.</param>
internal sealed class SliceSizer(TimeSpan work, int workers, long pathsPerEndpoint)
{
    // Small enough that the first paths come at once, however costly the endpoints are.
    private const int FirstSize = 16;
    private const int MaxSize = 5_000;

    // With OpenSTA 3.1.0 processes stay at half the memory that larger slices need, at the same speed.
    private const long MaxPaths = 1_000;

    // A slice is not many times larger than those before: costs differ, and the worst endpoints are often the cheapest.
    private const double MaxGrowth = 4;

    // The weight of earlier measurements.
    private const double Memory = 0.95;

    // What a batch costs besides its search: it is printed, recorded and read by itself.
    private const double SecondsPerBatch = 50e-6;

    // Each size of a batch is tried for this number of endpoints of a slice; the rest of them goes in batches of the best size.
    private const int TriedEndpoints = 4;

    private readonly long _maxSize = Math.Clamp(MaxPaths / Math.Max(1, pathsPerEndpoint), FirstSize, MaxSize);
    private readonly Lock _lock = new();
    private readonly Cost[] _costs = [new(1), new(2), new(4)];
    private int _largest;

    /// <summary>The sizes of the batches of the next slice.</summary>
    /// <param name="left">Endpoints of the section for which no slice has begun.</param>
    /// <param name="leftOfAll">Those of all sections.</param>
    public IReadOnlyList<int> Next(int left, long leftOfAll)
    {
        lock (_lock)
        {
            Cost best = _costs.MinBy(static cost => cost.SecondsPerEndpoint)!;
            double wanted = best.IsKnown ? work.TotalSeconds / best.SecondsPerEndpoint : FirstSize;
            int size = (int)Math.Clamp(wanted, 1, Math.Min(_maxSize, Math.Max(FirstSize, _largest * MaxGrowth)));

            // The last slices are small, so that all workers end at about the same time.
            size = (int)Math.Min(left, Math.Max(Math.Min(size, leftOfAll / (2 * workers)), Math.Min(size, FirstSize)));

            var batches = new List<int>();
            foreach (Cost tried in _costs)
            {
                Add(batches, tried.BatchSize, Math.Min(size, TriedEndpoints));
                size -= Math.Min(size, TriedEndpoints);
            }

            Add(batches, best.BatchSize, size);
            return batches;
        }
    }

    /// <summary>Records that a slice has ended: the next may be larger.</summary>
    public void LearnSize(int endpoints)
    {
        lock (_lock)
        {
            _largest = Math.Max(_largest, endpoints);
        }
    }

    /// <summary>Records how long the tool took to find a batch.</summary>
    public void Learn(int endpoints, TimeSpan took)
    {
        lock (_lock)
        {
            if (_costs.FirstOrDefault(cost => cost.BatchSize == endpoints) is { } known)
            {
                known.Add(took.TotalSeconds + SecondsPerBatch);
            }
        }
    }

    private static void Add(List<int> batches, int batchSize, int endpoints)
    {
        for (; endpoints > 0; endpoints -= batchSize)
        {
            batches.Add(Math.Min(batchSize, endpoints));
        }
    }

    /// <summary>What endpoints take in batches of one size.</summary>
    private sealed class Cost(int batchSize)
    {
        private double _endpoints;
        private double _seconds;

        public int BatchSize => batchSize;

        public bool IsKnown => _endpoints > 0;

        public double SecondsPerEndpoint => IsKnown ? _seconds / _endpoints : double.MaxValue;

        public void Add(double seconds)
        {
            _endpoints = (_endpoints * Memory) + batchSize;
            _seconds = (_seconds * Memory) + seconds;
        }
    }
}
