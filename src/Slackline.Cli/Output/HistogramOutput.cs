using Slackline.Queries.Aggregates;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>Shows the distribution of slacks: drawn, or as data; of all paths, or groups side by side in the same bins.</summary>
/// <param name="range">Which bins.</param>
/// <param name="groups">Counts paths by groups; null for all paths together.</param>
/// <param name="picture">Prints it.</param>
internal sealed class HistogramOutput(HistogramRange range, PathGroups? groups, IHistogramPrinter picture) : IPathOutput
{
    private readonly SlackHistogram _all = new();

    public bool WantsMore => true;

    public bool NeedsOrder => false;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        _all.Add(chunk, matches);
        groups?.Add(chunk, matches);
        return matches.Length;
    }

    public void Finish()
    {
        List<HistogramPart> parts = groups is null
            ? [new HistogramPart(null, _all, [])]
            : [.. groups.Groups.Select(static group => new HistogramPart(group, group.Histogram, []))];
        double[] edges = range.Edges([.. parts.Select(static part => part.Slacks)]);
        picture.Print(
            edges, [.. parts.Select(part => part with { Counts = edges.Length == 0 ? [] : part.Slacks.CountBetween(edges) })], groups,
            _all);
    }
}
