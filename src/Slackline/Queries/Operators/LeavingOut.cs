using System.Globalization;
using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>The operators that only leave paths out: they select of their source's chunks and copy nothing.</summary>
internal static class LeavingOut
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

    public static async IAsyncEnumerable<PathSelection> WhereInOwnUnitsAsync(
        PathSequence source, string filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var matches = new int[PathChunk.Capacity];
        TimingUnits? units = null;
        PathFilter? own = null;
        await foreach (PathSelection selection in source.ReadSelectionsAsync(cancellation).ConfigureAwait(false))
        {
            if (own is null || selection.Chunk.Units != units)
            {
                units = selection.Chunk.Units;
                own = PathFilter.Parse(filter, units);
            }

            selection.Paths.CopyTo(matches);
            int count = own.Narrow(selection.Chunk, matches.AsSpan(0, selection.Count));
            if (count > 0)
            {
                yield return new PathSelection(selection.Chunk, matches.AsMemory(0, count));
            }
        }
    }

    public static async IAsyncEnumerable<PathSelection> TakeAsync(PathSequence source, long count, [EnumeratorCancellation] CancellationToken cancellation)
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

    public static async IAsyncEnumerable<PathSelection> SkipAsync(PathSequence source, long count, [EnumeratorCancellation] CancellationToken cancellation)
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

    public static async IAsyncEnumerable<PathSelection> EveryAsync(PathSequence source, long step, [EnumeratorCancellation] CancellationToken cancellation)
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

    public static async IAsyncEnumerable<PathSelection> DistinctAsync(
        PathSequence source, IReadOnlyList<FilterColumn> columns, int maxKeys, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var keys = new PathKeys(columns);
        var seen = new HashSet<UInt128>();
        var firsts = new int[PathChunk.Capacity];
        await foreach (PathSelection selection in source.ReadSelectionsAsync(cancellation).ConfigureAwait(false))
        {
            keys.Load(selection.Chunk, selection.Paths);
            int count = 0;
            bool isOverLimit = false;
            for (int i = 0; i < selection.Count && !isOverLimit; i++)
            {
                UInt128 key = keys.Hash(i);
                if (seen.Count == maxKeys)
                {
                    isOverLimit = !seen.Contains(key);
                }
                else if (seen.Add(key))
                {
                    firsts[count++] = selection.Paths[i];
                }
            }

            if (count > 0)
            {
                yield return new PathSelection(selection.Chunk, firsts.AsMemory(0, count));
            }

            if (isOverLimit)
            {
                throw new QueryLimitException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"There are more than {maxKeys:N0} different values of {string.Join(", ", columns.Select(static column => column.Name))}: filter more, or raise the limit on keys."),
                    maxKeys);
            }
        }
    }
}
