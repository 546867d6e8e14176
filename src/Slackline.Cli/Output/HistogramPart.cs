using Slackline.Queries.Aggregates;

namespace Slackline.Cli.Output;

/// <summary>A group's share of a histogram.</summary>
/// <param name="Group">The group; null for all paths together.</param>
/// <param name="Slacks">Its slacks.</param>
/// <param name="Counts">How many of them are in each bin.</param>
internal sealed record HistogramPart(PathGroup? Group, SlackHistogram Slacks, long[] Counts)
{
    /// <summary>Its name: the group's keys.</summary>
    public string Name => Group is null ? "" : string.Join(" ", Group.Key.Select(static key => key.IsBlank ? "-" : key.ToString()));
}
