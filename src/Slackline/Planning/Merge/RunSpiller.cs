using Slackline.Queries.Operators;

namespace Slackline.Planning.Merge;

/// <summary>
/// Writes runs that are complete to where there is room, once memory holds too much: they wait for worse paths to be found.
/// </summary>
/// <param name="store">Where there is room.</param>
internal sealed class RunSpiller(IRunStore store)
{
    // Each that is open has a chunk in memory; more of like size are merged into one.
    private const int MaxSpilledRuns = 12;

    /// <summary>Spills what of a merge is complete.</summary>
    /// <exception cref="IOException">There is no room.</exception>
    public void Spill(SectionMerge merge, CancellationToken cancellation)
    {
        SliceRun[] complete = [.. merge.Runs.OfType<SliceRun>().Where(static run => run.IsComplete)];
        if (complete.Length > 0)
        {
            merge.Replace(complete, SpilledRun.Write(complete, 0, store, cancellation));
        }

        foreach (IGrouping<int, SpilledRun> level in merge.Runs.OfType<SpilledRun>().GroupBy(static run => run.Level).ToArray())
        {
            if (level.Count() > MaxSpilledRuns)
            {
                merge.Replace([.. level], SpilledRun.Write(level, level.Key + 1, store, cancellation));
            }
        }
    }
}
