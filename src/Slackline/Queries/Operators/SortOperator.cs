using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Puts all paths of a stream in an order, with memory for some.</summary>
internal static class SortOperator
{
    // The memory of a run while it is merged: a chunk, and the buffers that its store needs to read it.
    private const long BytesOfOpenRun = 2_000_000;

    public static async IAsyncEnumerable<PathSelection> RunAsync(
        PathSequence source, PathOrder order, IRunStore store, long maxBytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = new SelectionReader(source, cancellation);
        await using (reader.ConfigureAwait(false))
        {
            var runs = new SortedRuns<IPathRun>(
                (int)Math.Clamp(maxBytes / BytesOfOpenRun, 2, 64), (some, stop) => ReplaceAsync(some, order, store, stop));
            try
            {
                var sorter = new PathSorter(order);
                while (await reader.ReadAsync().ConfigureAwait(false) == ReadOutcome.Selection)
                {
                    if (sorter.Count > 0 && sorter.SizeInBytes + reader.Current.Chunk.SizeInBytes > maxBytes)
                    {
                        await runs.AddAsync(() => WriteAsync(sorter, store, cancellation), cancellation).ConfigureAwait(false);
                        sorter.Clear();
                    }

                    sorter.Add(reader.Current);
                }

                if (runs.Runs.Count == 0)
                {
                    foreach (PathChunk chunk in sorter.InOrder())
                    {
                        cancellation.ThrowIfCancellationRequested();
                        yield return PathSelection.All(chunk);
                    }
                }
                else
                {
                    await runs.AddAsync(() => WriteAsync(sorter, store, cancellation), cancellation).ConfigureAwait(false);

                    // Its memory is needed for merging.
                    sorter = null;
                    await runs.ReduceAsync(cancellation).ConfigureAwait(false);
                    await foreach (PathSelection selection in Merge(runs.Runs, order, cancellation).ConfigureAwait(false))
                    {
                        yield return selection;
                    }
                }

                reader.Fault?.Throw();
            }
            finally
            {
                foreach (IPathRun run in runs.Runs)
                {
                    await run.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
    }

    private static Task<IPathRun> WriteAsync(PathSorter sorter, IRunStore store, CancellationToken cancellation) =>
        WriteAsync(sorter.InOrder().ToAsyncEnumerable(), store, cancellation);

    private static async Task<IPathRun> ReplaceAsync(
        IReadOnlyList<IPathRun> runs, PathOrder order, IRunStore store, CancellationToken cancellation)
    {
        IPathRun merged = await WriteAsync(
            Merge(runs, order, cancellation).Select(static selection => selection.Chunk), store, cancellation).ConfigureAwait(false);
        foreach (IPathRun run in runs)
        {
            await run.DisposeAsync().ConfigureAwait(false);
        }

        return merged;
    }

    private static async Task<IPathRun> WriteAsync(IAsyncEnumerable<PathChunk> sorted, IRunStore store, CancellationToken cancellation)
    {
        IPathRun run = store.CreateRun();
        try
        {
            await foreach (PathChunk chunk in sorted.ConfigureAwait(false))
            {
                await run.WriteAsync(chunk, cancellation).ConfigureAwait(false);
            }

            return run;
        }
        catch
        {
            await run.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static IAsyncEnumerable<PathSelection> Merge(IReadOnlyList<IPathRun> runs, PathOrder order, CancellationToken cancellation) =>
        MergeOperator.RunAsync([.. runs.Select(run => PathSequence.Of(run.ReadAsync(cancellation)))], order, cancellation);
}
