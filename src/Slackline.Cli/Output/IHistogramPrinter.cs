using Slackline.Queries.Aggregates;

namespace Slackline.Cli.Output;

/// <summary>Prints a histogram.</summary>
internal interface IHistogramPrinter
{
    /// <summary>Prints it.</summary>
    /// <param name="edges">Where the bins begin and end; empty when no path has a slack.</param>
    /// <param name="parts">The groups, the worst first.</param>
    /// <param name="groups">What made them; null for all paths together.</param>
    /// <param name="all">All slacks.</param>
    void Print(double[] edges, IReadOnlyList<HistogramPart> parts, PathGroups? groups, SlackHistogram all);
}
