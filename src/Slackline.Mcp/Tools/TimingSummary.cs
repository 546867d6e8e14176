using System.ComponentModel;

namespace Slackline.Mcp.Tools;

/// <summary>The totals of a stream, for an agent.</summary>
internal sealed record TimingSummary
{
    [Description("True when these are the numbers of only a part of the paths; notes say why. Absent when they are those of all.")]
    public bool? IsPartial { get; init; }

    [Description("The stream's id.")]
    public required string Stream { get; init; }

    [Description("complete, or why the numbers are partial: running, paused, cancelled, faulted, interrupted.")]
    public required string State { get; init; }

    [Description("Paths that were counted.")]
    public required long Paths { get; init; }

    [Description("Groups that there are; rows has the worst of them.")]
    public required int Groups { get; init; }

    [Description("What each place in a row is. Endpoints are pins, setup and hold apart; tns sums the worst slack of each that violates, as report_tns does.")]
    public required IReadOnlyList<string> Columns { get; init; }

    [Description("The groups, the worst first.")]
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }

    [Description("What else is to know.")]
    public IReadOnlyList<string>? Notes { get; init; }
}

/// <summary>How a stream's slacks are distributed, for an agent.</summary>
internal sealed record TimingHistogram
{
    [Description("True when these are the numbers of only a part of the paths; notes say why. Absent when they are those of all.")]
    public bool? IsPartial { get; init; }

    [Description("The stream's id.")]
    public required string Stream { get; init; }

    [Description("complete, or why the numbers are partial: running, paused, cancelled, faulted, interrupted.")]
    public required string State { get; init; }

    [Description("Paths that were counted.")]
    public required long Paths { get; init; }

    [Description("Paths that violate their check.")]
    public required long Violating { get; init; }

    [Description("Unconstrained paths.")]
    public required long WithoutSlack { get; init; }

    [Description("Pairs of a part of all paths, from the worst, and the slack that it does not exceed: [0.5, s] is the median.")]
    public required IReadOnlyList<double[]> Quantiles { get; init; }

    [Description("What each place in a bin is.")]
    public required IReadOnlyList<string> Columns { get; init; }

    [Description("The bins from the worst slack on; low is included, high is not.")]
    public required IReadOnlyList<double[]> Bins { get; init; }

    [Description("What else is to know.")]
    public IReadOnlyList<string>? Notes { get; init; }
}
