using Slackline.Queries.Operators;

namespace Slackline.Planning.Merge;

/// <summary>
/// Writes runs of a section that are complete to where there is room, once memory holds too much: they wait for worse paths to be found.
/// </summary>
internal sealed class RunSpiller
{
    // Each that is open has a chunk in memory; more of like size are merged into one.
    private const int MaxOpenRuns = 12;

    private readonly SectionMerge _merge;
    private readonly IRunStore _store;
    private readonly SortedRuns<SpilledRun> _runs;

    /// <summary>A spiller that has written nothing yet.</summary>
    /// <param name="merge">The merge that the runs are part of.</param>
    /// <param name="store">Where there is room.</param>
    public RunSpiller(SectionMerge merge, IRunStore store)
    {
        _merge = merge;
        _store = store;
        _runs = new SortedRuns<SpilledRun>(MaxOpenRuns, ReplaceAsync);
    }

    /// <summary>Spills what is complete.</summary>
    /// <exception cref="IOException">There is no room.</exception>
    public void Spill(CancellationToken cancellation)
    {
        SliceRun[] complete = [.. _merge.Runs.OfType<SliceRun>().Where(static run => run.IsComplete)];
        if (complete.Length > 0)
        {
            _runs.Forget(static run => run.Head.State == RunState.Ended);
            _runs.AddAsync(() => ReplaceAsync(complete, cancellation), cancellation).GetAwaiter().GetResult();
        }
    }

    private async Task<SpilledRun> ReplaceAsync(IReadOnlyList<KeyedRun> runs, CancellationToken cancellation)
    {
        SpilledRun one = await SpilledRun.WriteAsync(runs, _store, cancellation).ConfigureAwait(false);
        _merge.Replace(runs, one);
        return one;
    }
}
