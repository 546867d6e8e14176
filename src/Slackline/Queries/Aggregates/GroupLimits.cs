namespace Slackline.Queries.Aggregates;

/// <summary>Bounds on the memory of <see cref="PathGroups"/>.</summary>
public sealed record GroupLimits
{
    /// <summary>How many groups there may be; one more is an error. 100,000 unless set; a group takes about 1 KB.</summary>
    public int MaxGroups { get; init; } = 100_000;

    /// <summary>How many violating endpoints are remembered for TNS; past them TNS lacks some, and says so. 4,000,000 unless set, of about 50 bytes.</summary>
    public int MaxEndpoints { get; init; } = 4_000_000;

    /// <summary>
    /// How many bins all groups' histograms have together, of about 30 bytes; past them bins become wider, and quantiles less exact. 1,000,000 unless set.
    /// No group has more than 8,192 bins, nor is forced below 8.
    /// </summary>
    public int MaxBins { get; init; } = 1_000_000;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxGroups, 1, nameof(MaxGroups));
        ArgumentOutOfRangeException.ThrowIfNegative(MaxEndpoints, nameof(MaxEndpoints));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBins, 1, nameof(MaxBins));
    }
}
