using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>
/// Paths that come out of an operator. Nothing is read until it is enumerated, and enumerated again it reads its source again. There are two ways to
/// enumerate it: as it is, in chunks, for which chunks that only some paths are left of are put together (copied) into fuller ones; or with
/// <see cref="ReadSelectionsAsync"/>, which copies nothing. An operator behind an operator takes the second way by itself.
/// </summary>
public sealed class PathSequence : IAsyncEnumerable<PathChunk>
{
    private readonly Func<CancellationToken, IAsyncEnumerable<PathSelection>> _read;

    internal PathSequence(Func<CancellationToken, IAsyncEnumerable<PathSelection>> read, IReadOnlyList<PathExpression>? columns)
    {
        _read = read;
        Columns = columns;
    }

    /// <summary>
    /// The columns that an output is asked to show; null when nobody chose any. A choice of columns does not change the chunks: those hold everything
    /// anyway, operators behind the choice may still ask for other columns, and a path without its points could not be printed back.
    /// </summary>
    public IReadOnlyList<PathExpression>? Columns { get; }

    /// <summary>The paths as selections of the source's own chunks where that is possible; none is empty. Each is valid until the next one is asked for.</summary>
    public IAsyncEnumerable<PathSelection> ReadSelectionsAsync(CancellationToken cancellation = default) => _read(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerator<PathChunk> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        PathChunk? copies = null;
        return PathPacker.PackAsync(
            this,
            () =>
            {
                // Who enumerates is done with the last one.
                copies ??= new PathChunk();
                copies.Clear();
                return copies;
            },
            alwaysCopies: false,
            cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>The paths of chunks, as operators hand them on; the same object when it is one already.</summary>
    public static PathSequence Of(IAsyncEnumerable<PathChunk> chunks)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        return chunks as PathSequence ?? new PathSequence(cancellation => AllAsync(chunks, cancellation), null);
    }

    /// <summary>An operator behind this one.</summary>
    internal PathSequence Then(Func<PathSequence, CancellationToken, IAsyncEnumerable<PathSelection>> read) =>
        new(cancellation => read(this, cancellation), Columns);

    private static async IAsyncEnumerable<PathSelection> AllAsync(IAsyncEnumerable<PathChunk> chunks, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (PathChunk chunk in chunks.WithCancellation(cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            if (chunk.Count > 0)
            {
                yield return PathSelection.All(chunk);
            }
        }
    }
}
