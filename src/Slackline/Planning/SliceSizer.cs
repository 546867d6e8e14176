namespace Slackline.Planning;

/// <summary>
/// How many endpoints the next slice has, and how many each of its batches. A slice is as many endpoints as are about the wanted work. A batch is small, since many endpoints
/// at once cost the tool more each; but a command with <c>-from</c> or <c>-through</c> searches the design anew for each batch, and then a slice is one batch, large enough
/// for that not to matter: what those took is fitted by a line, so much for any batch and so much for each endpoint.
/// </summary>
/// <param name="work">What a slice is meant to take.</param>
/// <param name="workers">How many slices run at once.</param>
/// <param name="searchesAnew">Whether each batch is a search of its own.</param>
internal sealed class SliceSizer(TimeSpan work, int workers, bool searchesAnew)
{
    // Small enough that the first paths are there in no time, however costly the endpoints are.
    private const int FirstSize = 16;
    private const int MaxSize = 5_000;

    // Measured with 1 to 128, ten paths for each endpoint: the search is fastest one by one, and each batch costs the process that reads it a little, too.
    private const int BatchSize = 4;

    // No slice is many times what was tried before: costs differ, and the worst endpoints are often the cheapest.
    private const double MaxGrowth = 4;

    // Where each batch is a search, the endpoints of one take so many times what the search takes, at least.
    private const double LeastShare = 4;

    // Of what was learnt before in what is believed now.
    private readonly double _memory = searchesAnew ? 0.8 : 0.95;
    private readonly Lock _lock = new();
    private int _largest;
    private double _batches;
    private double _endpoints;
    private double _seconds;
    private double _endpointsSquared;
    private double _endpointsSeconds;

    /// <summary>The sizes of the batches of the next slice.</summary>
    /// <param name="left">Endpoints of the section for which no slice has begun.</param>
    /// <param name="leftOfAll">Those of all sections.</param>
    public IReadOnlyList<int> Next(int left, long leftOfAll)
    {
        lock (_lock)
        {
            int size = (int)Math.Clamp(Wanted(), 1, Math.Min(MaxSize, Math.Max(FirstSize, _largest * MaxGrowth)));

            // The last slices are small, so that all workers end at about the same time.
            size = (int)Math.Min(left, Math.Max(Math.Min(size, leftOfAll / (2 * workers)), Math.Min(size, FirstSize)));
            return searchesAnew ? [size] : [.. Enumerable.Repeat(BatchSize, size / BatchSize), .. size % BatchSize > 0 ? (int[])[size % BatchSize] : []];
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
            _batches = (_batches * _memory) + 1;
            _endpoints = (_endpoints * _memory) + endpoints;
            _seconds = (_seconds * _memory) + took.TotalSeconds;
            _endpointsSquared = (_endpointsSquared * _memory) + ((double)endpoints * endpoints);
            _endpointsSeconds = (_endpointsSeconds * _memory) + (endpoints * took.TotalSeconds);
        }
    }

    private double Wanted()
    {
        if (_batches == 0)
        {
            return FirstSize;
        }

        double perEndpoint = _seconds / _endpoints;
        if (!searchesAnew)
        {
            return work.TotalSeconds / perEndpoint;
        }

        double spread = (_batches * _endpointsSquared) - (_endpoints * _endpoints);
        if (spread < 1e-3 * _endpoints * _endpoints)
        {
            // All of one size, which tells nothing of the share of either: others are tried, up or down.
            double usual = _endpoints / _batches;
            return Math.Max(usual / 2, Math.Min(work.TotalSeconds / perEndpoint, usual * MaxGrowth));
        }

        double slope = ((_batches * _endpointsSeconds) - (_endpoints * _seconds)) / spread;
        double search = Math.Max(0, (_seconds - (slope * _endpoints)) / _batches);
        return slope <= 0 ? _largest * MaxGrowth : Math.Max(work.TotalSeconds, LeastShare * search) / slope;
    }
}
