namespace Slackline.Planning;

/// <summary>
/// How many endpoints the next slice has: as many as are about the wanted work. What slices took is fitted by a line, so much for any slice and so much for each endpoint: a command
/// with <c>-from</c> searches anew for each slice, and then slices must be large enough for that not to matter.
/// </summary>
internal sealed class SliceSizer(TimeSpan work, int workers)
{
    // Small enough that the first paths are there in no time, however costly the endpoints are.
    private const int FirstSize = 16;
    private const int MaxSize = 5_000;

    // No slice is many times what was tried before: costs differ, and the worst endpoints are often the costliest.
    private const double MaxGrowth = 4;

    // The endpoints of a slice take so many times what the slice itself takes, at least.
    private const double LeastShare = 4;

    // Of what was learnt before in what is believed now.
    private const double Memory = 0.8;

    private readonly Lock _lock = new();
    private int _largest;
    private double _slices;
    private double _endpoints;
    private double _seconds;
    private double _endpointsSquared;
    private double _endpointsSeconds;

    /// <summary>The size of the next slice.</summary>
    /// <param name="left">Endpoints for which no slice has begun.</param>
    public int Next(int left)
    {
        lock (_lock)
        {
            int size = (int)Math.Clamp(Wanted(), 1, Math.Min(MaxSize, Math.Max(FirstSize, _largest * MaxGrowth)));

            // The last slices are small, so that all workers end at about the same time.
            return Math.Min(left, Math.Max(Math.Min(size, left / (2 * workers)), Math.Min(size, FirstSize)));
        }
    }

    /// <summary>Takes note of what a slice took.</summary>
    public void Learn(int endpoints, TimeSpan took)
    {
        lock (_lock)
        {
            _largest = Math.Max(_largest, endpoints);
            _slices = (_slices * Memory) + 1;
            _endpoints = (_endpoints * Memory) + endpoints;
            _seconds = (_seconds * Memory) + took.TotalSeconds;
            _endpointsSquared = (_endpointsSquared * Memory) + ((double)endpoints * endpoints);
            _endpointsSeconds = (_endpointsSeconds * Memory) + (endpoints * took.TotalSeconds);
        }
    }

    private double Wanted()
    {
        if (_slices == 0)
        {
            return FirstSize;
        }

        double perEndpoint = _seconds / _endpoints;
        double spread = (_slices * _endpointsSquared) - (_endpoints * _endpoints);
        if (spread < 1e-3 * _endpoints * _endpoints)
        {
            // All of one size, which tells nothing of the share of either: others are tried, up or down.
            double usual = _endpoints / _slices;
            return Math.Max(usual / 2, Math.Min(work.TotalSeconds / perEndpoint, usual * MaxGrowth));
        }

        double slope = ((_slices * _endpointsSeconds) - (_endpoints * _seconds)) / spread;
        double fixedSeconds = Math.Max(0, (_seconds - (slope * _endpoints)) / _slices);
        return slope <= 0 ? _largest * MaxGrowth : Math.Max(work.TotalSeconds, LeastShare * fixedSeconds) / slope;
    }
}
