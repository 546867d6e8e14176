using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>
/// The sorted runs of one ordering: written, merged into fewer when they are too many to be open at once, and removed at the end.
/// </summary>
internal sealed class SortedRuns(PathOrder order, IRunStore store, int maxOpenRuns) : IAsyncDisposable
{
    // In the order in which their paths came, which decides between equal ones.
    private readonly List<IPathRun> _runs = [];
    private readonly List<IPathRun> _merged = [];

    public int Count => _runs.Count;

    /// <summary>Writes sorted paths as one more run.</summary>
    public async ValueTask AddAsync(IEnumerable<PathChunk> sorted, CancellationToken cancellation)
    {
        IPathRun run = store.CreateRun();
        _runs.Add(run);
        foreach (PathChunk chunk in sorted)
        {
            await run.WriteAsync(chunk, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Merges neighbours until all that are left can be open at once.</summary>
    public async ValueTask ReduceAsync(CancellationToken cancellation)
    {
        while (_runs.Count > maxOpenRuns)
        {
            while (_runs.Count > 0)
            {
                IPathRun[] neighbours = [.. _runs.Take(maxOpenRuns)];
                IPathRun run = store.CreateRun();
                _merged.Add(run);
                await foreach (PathSelection selection in MergeAsync(neighbours, cancellation).ConfigureAwait(false))
                {
                    await run.WriteAsync(selection.Chunk, cancellation).ConfigureAwait(false);
                }

                foreach (IPathRun done in neighbours)
                {
                    _runs.Remove(done);
                    await done.DisposeAsync().ConfigureAwait(false);
                }
            }

            _runs.AddRange(_merged);
            _merged.Clear();
        }
    }

    /// <summary>All paths in order.</summary>
    public IAsyncEnumerable<PathSelection> MergeAsync(CancellationToken cancellation) => MergeAsync(_runs, cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (IPathRun run in _runs.Concat(_merged))
        {
            await run.DisposeAsync().ConfigureAwait(false);
        }
    }

    private IAsyncEnumerable<PathSelection> MergeAsync(IEnumerable<IPathRun> runs, CancellationToken cancellation) =>
        MergeOperator.RunAsync([.. runs.Select(run => PathSequence.Of(run.ReadAsync(cancellation)))], order, cancellation);
}
