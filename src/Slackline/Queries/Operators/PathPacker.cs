using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Makes chunks of selections.</summary>
internal static class PathPacker
{
    /// <summary>
    /// Copies selected paths together into full chunks; a chunk that is not full yet goes out when the source is slow. A chunk of which
    /// everything is selected goes out as it is, unless it is small and others wait to be filled up.
    /// </summary>
    /// <param name="source">The paths.</param>
    /// <param name="rent">Gives an empty chunk to copy into. It belongs to the enumerating caller.</param>
    /// <param name="alwaysCopies">Whether every chunk that goes out must be a rented one.</param>
    /// <param name="cancellation">Stops the source.</param>
    public static async IAsyncEnumerable<PathChunk> PackAsync(
        PathSequence source, Func<PathChunk> rent, bool alwaysCopies, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = new SelectionReader(source, cancellation);
        await using (reader.ConfigureAwait(false))
        {
            PathChunk? filling = null;
            while (true)
            {
                ReadOutcome outcome = await reader.ReadAsync(isHurried: filling is not null).ConfigureAwait(false);
                if (outcome == ReadOutcome.Selection)
                {
                    PathSelection selection = reader.Current;
                    bool passes = !alwaysCopies && selection.IsWhole && (filling is null || selection.Count >= PathChunk.Capacity / 2);
                    int copied = 0;
                    while (!passes && copied < selection.Count)
                    {
                        filling ??= rent();
                        copied += Fill(filling, selection, copied);
                        if (copied < selection.Count || filling.IsFull)
                        {
                            yield return filling;
                            filling = null;
                        }
                    }

                    if (!passes)
                    {
                        continue;
                    }
                }

                if (filling is not null)
                {
                    yield return filling;
                    filling = null;
                }

                if (outcome == ReadOutcome.Selection)
                {
                    yield return reader.Current.Chunk;
                }
                else if (outcome == ReadOutcome.Ended)
                {
                    reader.Fault?.Throw();
                    yield break;
                }
            }
        }
    }

    private static int Fill(PathChunk filling, PathSelection selection, int from)
    {
        int copied = 0;
        foreach (int path in selection.Paths[from..])
        {
            if (!filling.CanAppend(selection.Chunk))
            {
                break;
            }

            filling.Append(selection.Chunk, path);
            copied++;
        }

        return copied;
    }
}
