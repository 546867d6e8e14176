namespace Slackline.Mcp.Tools;

/// <summary>The totals of a stream, for an agent.</summary>
internal sealed record TimingSummary
{
    /// <summary>True when these are the numbers of only a part of the paths; notes say why. Absent when they are those of all.</summary>
    public bool? IsPartial { get; init; }

    /// <summary>The stream's id.</summary>
    public required string Stream { get; init; }

    /// <summary>complete, or why the numbers are partial: running, paused, cancelled, faulted, interrupted.</summary>
    public required string State { get; init; }

    /// <summary>Paths that were counted.</summary>
    public required long Paths { get; init; }

    /// <summary>Groups that there are; rows has the worst of them.</summary>
    public required int Groups { get; init; }

    /// <summary>
    /// The names of the values in a row. Endpoints are pins, setup and hold apart; tns sums the worst slack of each that violates, as
    /// report_tns does.
    /// </summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The groups, the worst first.</summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }

    /// <summary>Other notes.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}

/// <summary>How a stream's slacks are distributed, for an agent.</summary>
internal sealed record TimingHistogram
{
    /// <summary>True when these are the numbers of only a part of the paths; notes say why. Absent when they are those of all.</summary>
    public bool? IsPartial { get; init; }

    /// <summary>The stream's id.</summary>
    public required string Stream { get; init; }

    /// <summary>complete, or why the numbers are partial: running, paused, cancelled, faulted, interrupted.</summary>
    public required string State { get; init; }

    /// <summary>Paths that were counted.</summary>
    public required long Paths { get; init; }

    /// <summary>Paths that violate their check.</summary>
    public required long Violating { get; init; }

    /// <summary>Unconstrained paths.</summary>
    public required long WithoutSlack { get; init; }

    /// <summary>Pairs of a part of all paths, from the worst, and the slack that it does not exceed: [0.5, s] is the median.</summary>
    public required IReadOnlyList<double[]> Quantiles { get; init; }

    /// <summary>The names of the values in a bin.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The bins from the worst slack on; low is included, high is not.</summary>
    public required IReadOnlyList<double[]> Bins { get; init; }

    /// <summary>Other notes.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}
