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
            var runs = new SortedRuns(order, store, (int)Math.Clamp(maxBytes / BytesOfOpenRun, 2, 64));
            await using (runs.ConfigureAwait(false))
            {
                PathSorter? sorter = new(order);
                while (await reader.ReadAsync().ConfigureAwait(false) == ReadOutcome.Selection)
                {
                    if (sorter.Count > 0 && sorter.SizeInBytes + reader.Current.Chunk.SizeInBytes > maxBytes)
                    {
                        await runs.AddAsync(sorter.InOrder(), cancellation).ConfigureAwait(false);
                        sorter.Clear();
                    }

                    sorter.Add(reader.Current);
                }

                if (runs.Count == 0)
                {
                    foreach (PathChunk chunk in sorter.InOrder())
                    {
                        cancellation.ThrowIfCancellationRequested();
                        yield return PathSelection.All(chunk);
                    }
                }
                else
                {
                    await runs.AddAsync(sorter.InOrder(), cancellation).ConfigureAwait(false);

                    // Its memory is needed for merging.
                    sorter = null;
                    await runs.ReduceAsync(cancellation).ConfigureAwait(false);
                    await foreach (PathSelection selection in runs.MergeAsync(cancellation).ConfigureAwait(false))
                    {
                        yield return selection;
                    }
                }

                reader.Fault?.Throw();
            }
        }
    }
}
