namespace Slackline.Planning;

/// <summary>How many endpoints the next slice has: as many as are about the wanted work, from what slices before took.</summary>
internal sealed class SliceSizer(TimeSpan work, int workers)
{
    // Small enough that the first paths are there in no time, however costly the endpoints are.
    private const int FirstSize = 16;
    private const int MaxSize = 5_000;

    // No slice is many times what was tried before: costs differ, and the worst endpoints are often the costliest.
    private const int MaxGrowth = 4;

    // Of the old estimate in the new one.
    private const double Inertia = 0.5;

    private readonly Lock _lock = new();
    private double _secondsOfEndpoint;
    private int _largest;

    /// <summary>The size of the next slice.</summary>
    /// <param name="left">Endpoints for which no slice has begun.</param>
    public int Next(int left)
    {
        lock (_lock)
        {
            int size = _secondsOfEndpoint == 0 ? FirstSize : (int)Math.Clamp(work.TotalSeconds / _secondsOfEndpoint, 1, Math.Min(MaxSize, _largest * MaxGrowth));

            // The last slices are small, so that all workers end at about the same time.
            return Math.Min(left, Math.Max(Math.Min(size, left / (2 * workers)), Math.Min(size, FirstSize)));
        }
    }

    /// <summary>Takes note of what a slice took.</summary>
    public void Learn(int endpoints, TimeSpan took)
    {
        lock (_lock)
        {
            double seconds = Math.Max(took.TotalSeconds / endpoints, 1e-6);
            _secondsOfEndpoint = _secondsOfEndpoint == 0 ? seconds : (_secondsOfEndpoint * Inertia) + (seconds * (1 - Inertia));
            _largest = Math.Max(_largest, endpoints);
        }
    }
}
