using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>The operators that only leave paths out: they select of their source's chunks and copy nothing.</summary>
internal static class FilterOperators
{
    public static async IAsyncEnumerable<PathSelection> WhereAsync(
        PathSequence source, PathFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A filter keeps scratch memory and this may run beside another enumeration.
        PathFilter own = filter.Copy();
        var matches = new int[PathChunk.Capacity];
        await foreach (PathSelection selection in source.ReadSelectionsAsync(cancellation).ConfigureAwait(false))
        {
            selection.Paths.CopyTo(matches);
            int count = own.Narrow(selection.Chunk, matches.AsSpan(0, selection.Count));
            if (count > 0)
            {
                yield return new PathSelection(selection.Chunk, matches.AsMemory(0, count));
            }
        }
    }

    public static async IAsyncEnumerable<PathSelection> TakeAsync(
        PathSequence source, long count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (count <= 0)
        {
            yield break;
        }

        await foreach (PathSelection selection in source.ReadSelectionsAsync(cancellation).ConfigureAwait(false))
        {
            if (selection.Count >= count)
            {
                yield return selection.Slice(0, (int)count);
                yield break;
            }

            count -= selection.Count;
            yield return selection;
        }
    }

    public static async IAsyncEnumerable<PathSelection> SkipAsync(
        PathSequence source, long count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (PathSelection selection in source.ReadSelectionsAsync(cancellation).ConfigureAwait(false))
        {
            int skipped = (int)Math.Clamp(count, 0, selection.Count);
            count -= skipped;
            if (skipped < selection.Count)
            {
                yield return selection.Slice(skipped, selection.Count - skipped);
            }
        }
    }

    public static async IAsyncEnumerable<PathSelection> EveryAsync(
        PathSequence source, long step, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var chosen = new int[PathChunk.Capacity];
        long next = 0;
        await foreach (PathSelection selection in source.ReadSelectionsAsync(cancellation).ConfigureAwait(false))
        {
            int count = 0;
            for (; next < selection.Count; next += step)
            {
                chosen[count++] = selection.Paths[(int)next];
            }

            next -= selection.Count;
            if (count > 0)
            {
                yield return new PathSelection(selection.Chunk, chosen.AsMemory(0, count));
            }
        }
    }
}
