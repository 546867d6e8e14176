using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>
/// A stream of paths, on which operators work. Nothing is read until it is enumerated, and enumerated again it reads its source again.
/// There are two ways to enumerate it: as it is, in chunks, for which chunks that only some paths are left of are put together (copied)
/// into fuller ones; or with <see cref="ReadSelectionsAsync"/>, which copies nothing. An operator after an operator takes the second way by
/// itself.
/// </summary>
/// <example>
/// <code>
/// await foreach (PathChunk chunk in stream.ReadChunksAsync().AsPaths().Where("slack &lt; 0").Distinct("endpoint_pin").TopBy(20, "depth"))
/// </code>
/// </example>
public sealed partial class PathSequence : IAsyncEnumerable<PathChunk>
{
    private readonly Func<CancellationToken, IAsyncEnumerable<PathSelection>> _read;

    internal PathSequence(Func<CancellationToken, IAsyncEnumerable<PathSelection>> read, IReadOnlyList<PathExpression>? columns)
    {
        _read = read;
        Columns = columns;
    }

    /// <summary>
    /// The columns that an output should show; null without a choice. A choice of columns does not change the chunks: those hold
    /// everything anyway, operators after the choice may still use other columns, and a path without its points could not be printed
    /// back.
    /// </summary>
    public IReadOnlyList<PathExpression>? Columns { get; }

    /// <summary>
    /// The paths as selections of the source's own chunks where that is possible; none is empty. Each is valid until the next one is
    /// requested.
    /// </summary>
    public IAsyncEnumerable<PathSelection> ReadSelectionsAsync(CancellationToken cancellation = default) => _read(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerator<PathChunk> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        PathChunk? copies = null;
        return PathPacker.PackAsync(
            this,
            () =>
            {
                // When the caller asks for the next chunk it has finished with the last one.
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

    /// <summary>
    /// One ordered stream of several that are ordered already; of equal paths those of the stream that is named first. Paths are copied as
    /// they take turns. It waits until each stream has given a path or ended.
    /// </summary>
    /// <param name="sources">The streams.</param>
    /// <param name="order">The order of every one of them.</param>
    /// <remarks>
    /// Enumerated, it ends with an <see cref="InvalidOperationException"/> when a stream turns out not to be in the order.
    /// </remarks>
    public static PathSequence Merge(IEnumerable<IAsyncEnumerable<PathChunk>> sources, PathOrder order)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(order);
        PathSequence[] sequences = [.. sources.Select(Of)];
        return new PathSequence(
            cancellation => MergeOperator.RunAsync(sequences, order, cancellation), sequences.FirstOrDefault()?.Columns);
    }

    /// <summary>An operator after this one.</summary>
    internal PathSequence Then(Func<PathSequence, CancellationToken, IAsyncEnumerable<PathSelection>> read) =>
        new(cancellation => read(this, cancellation), Columns);

    private static async IAsyncEnumerable<PathSelection> AllAsync(
        IAsyncEnumerable<PathChunk> chunks, [EnumeratorCancellation] CancellationToken cancellation)
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

/// <summary>Makes a <see cref="PathSequence"/> of chunks.</summary>
public static class PathSequences
{
    /// <inheritdoc cref="PathSequence.Of"/>
    public static PathSequence AsPaths(this IAsyncEnumerable<PathChunk> chunks) => PathSequence.Of(chunks);
}
