using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Merges ordered streams, or sorted runs. Selections that come out are whole chunks.</summary>
internal static class MergeOperator
{
    /// <summary>Merges streams by an order.</summary>
    public static async IAsyncEnumerable<PathSelection> RunAsync(
        IReadOnlyList<PathSequence> sources, PathOrder order, [EnumeratorCancellation] CancellationToken cancellation)
    {
        MergeCursor[] cursors = [.. sources.Select((source, i) => new MergeCursor(source, order, i, cancellation))];
        await foreach (PathSelection selection in RunAsync(cursors).ConfigureAwait(false))
        {
            yield return selection;
        }
    }

    /// <summary>Merges inputs, by the order in which they compare, and disposes of them.</summary>
    public static async IAsyncEnumerable<PathSelection> RunAsync(IReadOnlyList<MergeInput> inputs)
    {
        try
        {
            // All begin before the first is waited for.
            ReadOutcome[] outcomes = await Task.WhenAll(inputs.Select(static input => input.ReadAsync(isHurried: false).AsTask()))
                .ConfigureAwait(false);
            var first = new PriorityQueue<MergeInput, MergeInput>();
            foreach (MergeInput input in inputs.Where(input => outcomes[input.Place] == ReadOutcome.Selection))
            {
                first.Enqueue(input, input);
            }

            // When one source fails, the remaining paths of the others would come after paths that it did not deliver.
            MergeInput? broken = inputs.FirstOrDefault(static input => input.IsBroken);
            var merged = new PathChunk();
            while (broken is null && first.TryDequeue(out MergeInput? input, out _))
            {
                if (!merged.CanAppend(input.Chunk))
                {
                    yield return PathSelection.All(merged);
                    merged.Clear();
                }

                merged.Append(input.Chunk, input.Path);
                ReadOutcome outcome = input.Step() ? ReadOutcome.Selection : await input.ReadAsync(isHurried: true).ConfigureAwait(false);
                if (outcome == ReadOutcome.NotYet)
                {
                    yield return PathSelection.All(merged);
                    merged.Clear();
                    outcome = await input.ReadAsync(isHurried: false).ConfigureAwait(false);
                }

                if (input.IsBroken)
                {
                    broken = input;
                }
                else if (outcome == ReadOutcome.Selection)
                {
                    first.Enqueue(input, input);
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
            foreach (MergeInput input in inputs)
            {
                await input.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
