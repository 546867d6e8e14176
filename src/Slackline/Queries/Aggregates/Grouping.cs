using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;

namespace Slackline.Queries.Aggregates;

/// <summary>Groups of the paths of a sequence.</summary>
public static class Grouping
{
    /// <summary>Counts, WNS, TNS and distribution of slacks of the paths that have the same in some columns.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="columns">The columns, such as <c>group, capture_clock</c>.</param>
    /// <param name="limits">Bounds on memory; null for the usual ones.</param>
    /// <param name="cancellation">
    /// Stops the source. A caller that wants what was counted until then adds to <see cref="PathGroups"/> itself.
    /// </param>
    /// <exception cref="FilterException">It is no list of columns.</exception>
    /// <exception cref="QueryLimitException">There are more groups than the limits allow.</exception>
    public static async Task<PathGroups> GroupByAsync(
        this PathSequence paths, string columns, GroupLimits? limits = null, CancellationToken cancellation = default)
    {
        var groups = new PathGroups(columns, limits);
        await foreach (PathSelection selection in paths.ReadSelectionsAsync(cancellation).ConfigureAwait(false))
        {
            groups.Add(selection.Chunk, selection.Paths);
        }

        return groups;
    }
}
