using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Merges ordered streams. Selections that come out are whole chunks.</summary>
internal static class MergeOperator
{
    public static async IAsyncEnumerable<PathSelection> RunAsync(
        IReadOnlyList<PathSequence> sources, PathOrder order, [EnumeratorCancellation] CancellationToken cancellation)
    {
        MergeCursor[] cursors = [.. sources.Select((source, i) => new MergeCursor(source, order, i, cancellation))];
        try
        {
            // All begin before the first is waited for.
            ReadOutcome[] outcomes = await Task.WhenAll(
                cursors.Select(static cursor => cursor.ReadAsync(isHurried: false).AsTask())).ConfigureAwait(false);
            var first = new PriorityQueue<MergeCursor, MergeCursor>();
            foreach (MergeCursor cursor in cursors.Where(cursor => outcomes[cursor.Place] == ReadOutcome.Selection))
            {
                first.Enqueue(cursor, cursor);
            }

            // When one source fails, the remaining paths of the others would come after paths that it did not deliver.
            MergeCursor? broken = cursors.FirstOrDefault(static cursor => cursor.IsBroken);
            var merged = new PathChunk();
            while (broken is null && first.TryDequeue(out MergeCursor? cursor, out _))
            {
                if (!merged.CanAppend(cursor.Chunk))
                {
                    yield return PathSelection.All(merged);
                    merged.Clear();
                }

                merged.Append(cursor.Chunk, cursor.Path);
                ReadOutcome outcome = cursor.Step() ? ReadOutcome.Selection : await cursor.ReadAsync(isHurried: true).ConfigureAwait(false);
                if (outcome == ReadOutcome.NotYet)
                {
                    yield return PathSelection.All(merged);
                    merged.Clear();
                    outcome = await cursor.ReadAsync(isHurried: false).ConfigureAwait(false);
                }

                if (cursor.IsBroken)
                {
                    broken = cursor;
                }
                else if (outcome == ReadOutcome.Selection)
                {
                    first.Enqueue(cursor, cursor);
                }
            }

            if (merged.Count > 0)
            {
                yield return PathSelection.All(merged);
            }

            broken?.Throw();
        }
        finally
        {
            foreach (MergeCursor cursor in cursors)
            {
                await cursor.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
