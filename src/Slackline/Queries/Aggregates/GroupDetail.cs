using Slackline.Timing.Schema;

namespace Slackline.Queries.Aggregates;

/// <summary>The optional counts of <see cref="PathGroups"/>.</summary>
public sealed record GroupDetail
{
    /// <summary>
    /// Numbers of paths that are added up in each group, with commas between: <c>depth, sum(point.delay where point.cell like "BUF*")</c>.
    /// A condition adds 1 for a path that it holds for.
    /// </summary>
    public string? Added { get; init; }

    /// <summary>
    /// Whether the points of groups by points are also those of the clocks' networks, and not of the data alone; they are, too, where one
    /// of the columns asks for <c>point.part</c>.
    /// </summary>
    public bool WithClocks { get; init; }

    /// <summary>Whether to count all paths together, too.</summary>
    public bool WithAll { get; init; }

    /// <summary>The columns that there are; null for those of <see cref="PathSchema"/>.</summary>
    public ColumnSet? Columns { get; init; }
}
