namespace Slackline.Queries.Operators;

/// <summary>
/// The runs of an external merge sort, in the order in which their paths came, which decides between equal ones. As many runs as may be
/// open at once are merged into one of the next level, so a path is written once for each level.
/// </summary>
/// <typeparam name="TRun">A sorted run.</typeparam>
/// <param name="maxOpenRuns">How many runs may be merged at once.</param>
/// <param name="merge">Merges runs, in their order, into one, and disposes of them.</param>
internal sealed class SortedRuns<TRun>(int maxOpenRuns, Func<IReadOnlyList<TRun>, CancellationToken, Task<TRun>> merge)
{
    // The oldest come first, and have the highest levels: those of one level stand together.
    private readonly List<Leveled> _runs = [];

    /// <summary>All runs.</summary>
    public IReadOnlyList<TRun> Runs => [.. _runs.Select(static run => run.Run)];

    /// <summary>Adds a run. If there are too many of its size, those are merged before it is written.</summary>
    /// <param name="write">Writes the run.</param>
    /// <param name="cancellation">Ends the merging.</param>
    public async Task AddAsync(Func<Task<TRun>> write, CancellationToken cancellation)
    {
        await MakeRoomAsync(0, cancellation).ConfigureAwait(false);
        _runs.Add(new Leveled(await write().ConfigureAwait(false), 0));
    }

    /// <summary>Merges the smallest runs until all that are left can be open at once.</summary>
    public async Task ReduceAsync(CancellationToken cancellation)
    {
        while (_runs.Count > maxOpenRuns)
        {
            int count = Math.Min(maxOpenRuns, _runs.Count - maxOpenRuns + 1);
            await MergeAsync(_runs.Count - count, count, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets runs that have been read to their end and disposed of.</summary>
    public void Forget(Predicate<TRun> isDone) => _runs.RemoveAll(run => isDone(run.Run));

    private async Task MakeRoomAsync(int level, CancellationToken cancellation)
    {
        if (_runs.Count(run => run.Level == level) >= maxOpenRuns)
        {
            await MakeRoomAsync(level + 1, cancellation).ConfigureAwait(false);
            await MergeAsync(_runs.FindIndex(run => run.Level == level), maxOpenRuns, cancellation).ConfigureAwait(false);
        }
    }

    private async Task MergeAsync(int first, int count, CancellationToken cancellation)
    {
        List<Leveled> some = _runs.GetRange(first, count);
        TRun merged = await merge([.. some.Select(static run => run.Run)], cancellation).ConfigureAwait(false);
        _runs.RemoveRange(first, count);
        _runs.Insert(first, new Leveled(merged, some[0].Level + 1));
    }

    private readonly record struct Leveled(TRun Run, int Level);
}
