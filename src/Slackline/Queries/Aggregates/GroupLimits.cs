namespace Slackline.Queries.Aggregates;

/// <summary>Bounds on the memory of <see cref="PathGroups"/>.</summary>
public sealed record GroupLimits
{
    /// <summary>The most groups; one more is an error. 100,000 by default; a group takes about 1 KB.</summary>
    public int MaxGroups { get; init; } = 100_000;

    /// <summary>
    /// The most violating endpoints that are remembered for TNS; beyond it TNS is incomplete and marked so. 4,000,000 by default, of about
    /// 50 bytes.
    /// </summary>
    public int MaxEndpoints { get; init; } = 4_000_000;

    /// <summary>
    /// The most bins of all groups' histograms together, of about 30 bytes each; beyond it bins become wider, and quantiles less exact.
    /// 1,000,000 by default. No group has more than 8,192 bins, nor is forced below 8.
    /// </summary>
    public int MaxBins { get; init; } = 1_000_000;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxGroups, 1, nameof(MaxGroups));
        ArgumentOutOfRangeException.ThrowIfNegative(MaxEndpoints, nameof(MaxEndpoints));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBins, 1, nameof(MaxBins));
    }
}
