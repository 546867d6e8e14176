namespace Slackline.Planning;

/// <summary>
/// How many endpoints the next slice has, and how many each of its batches. A slice is as many endpoints as are about the wanted work, and no more than the tool finds a bounded number of
/// paths for, since newer versions keep each path that they have found until the process ends. A batch is small: many endpoints at once cost the tool more each.
/// </summary>
/// <param name="work">What a slice is meant to take.</param>
/// <param name="workers">How many slices run at once.</param>
/// <param name="pathsPerEndpoint">How many paths an endpoint may have.</param>
internal sealed class SliceSizer(TimeSpan work, int workers, long pathsPerEndpoint)
{
    // Small enough that the first paths are there in no time, however costly the endpoints are.
    private const int FirstSize = 16;
    private const int MaxSize = 5_000;

    // With OpenSTA 3.1.0 processes stay at half the memory that larger slices need, at the same speed.
    private const long MaxPaths = 1_000;

    // Measured with 1 to 128, ten paths for each endpoint: the search is fastest one by one, and each batch costs the process that reads it a little, too.
    private const int BatchSize = 4;

    // No slice is many times what was tried before: costs differ, and the worst endpoints are often the cheapest.
    private const double MaxGrowth = 4;

    // Of what was learnt before in what is believed now.
    private const double Memory = 0.95;

    private readonly long _maxSize = Math.Clamp(MaxPaths / Math.Max(1, pathsPerEndpoint), FirstSize, MaxSize);
    private readonly Lock _lock = new();
    private int _largest;
    private double _endpoints;
    private double _seconds;

    /// <summary>The sizes of the batches of the next slice.</summary>
    /// <param name="left">Endpoints of the section for which no slice has begun.</param>
    /// <param name="leftOfAll">Those of all sections.</param>
    public IReadOnlyList<int> Next(int left, long leftOfAll)
    {
        lock (_lock)
        {
            double wanted = _endpoints == 0 ? FirstSize : work.TotalSeconds * _endpoints / _seconds;
            int size = (int)Math.Clamp(wanted, 1, Math.Min(_maxSize, Math.Max(FirstSize, _largest * MaxGrowth)));

            // The last slices are small, so that all workers end at about the same time.
            size = (int)Math.Min(left, Math.Max(Math.Min(size, leftOfAll / (2 * workers)), Math.Min(size, FirstSize)));
            return [.. Enumerable.Repeat(BatchSize, size / BatchSize), .. size % BatchSize > 0 ? (int[])[size % BatchSize] : []];
        }
    }

    /// <summary>Takes note that a slice has ended: the next may be larger.</summary>
    public void LearnSize(int endpoints)
    {
        lock (_lock)
        {
            _largest = Math.Max(_largest, endpoints);
        }
    }

    /// <summary>Takes note of what the tool took to find a batch.</summary>
    public void Learn(int endpoints, TimeSpan took)
    {
        lock (_lock)
        {
            _endpoints = (_endpoints * Memory) + endpoints;
            _seconds = (_seconds * Memory) + took.TotalSeconds;
        }
    }
}
