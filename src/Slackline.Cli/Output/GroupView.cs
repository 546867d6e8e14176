using Slackline.Queries.Aggregates;

namespace Slackline.Cli.Output;

/// <summary>Which groups are printed, and how.</summary>
/// <param name="Order">Their order; null for the usual one.</param>
/// <param name="Most">The most that are printed.</param>
internal sealed record GroupView(GroupOrder? Order, int Most)
{
    /// <summary>Columns that a table leaves out where all groups have the same in them.</summary>
    public IReadOnlyList<string> HiddenIfAlike { get; init; } = [];

    /// <summary>The groups that are printed.</summary>
    /// <param name="groups">All groups.</param>
    /// <param name="more">How many others there are.</param>
    public IReadOnlyList<PathGroup> Shown(PathGroups groups, out int more)
    {
        IReadOnlyList<PathGroup> all = groups.Ordered(Order);
        more = Math.Max(0, all.Count - Most);
        return more == 0 ? all : [.. all.Take(Most)];
    }
}
