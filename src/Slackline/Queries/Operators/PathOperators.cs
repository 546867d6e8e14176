using Slackline.Queries.Aggregates;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>
/// Operators on streams of paths. They count and compare paths, not chunks: <c>chunks.Take(10)</c> gives ten paths. Nothing runs before the result is
/// enumerated, an operator reads no further than it must, and chunks are not copied by operators that only leave paths out (<see cref="PathSequence"/>).
/// A chunk that comes out is valid until the next one is asked for. When a source fails, what it gave before still comes out, ordered or summed up as
/// asked for, and then the error.
/// </summary>
/// <example>
/// <code>
/// await foreach (PathChunk chunk in stream.ReadChunksAsync().Where("slack &lt; 0").Distinct("endpoint_pin").TopBy(20, "depth"))
/// </code>
/// </example>
public static class PathOperators
{
    /// <summary>The paths that a filter is true for (FILTERS.md).</summary>
    /// <param name="source">The paths.</param>
    /// <param name="filter">The filter, such as <c>slack &lt; -50ps and group = "core_clk"</c>.</param>
    /// <exception cref="FilterException">The text is no filter.</exception>
    public static PathSequence Where(this IAsyncEnumerable<PathChunk> source, string filter) => source.Where(PathFilter.Parse(filter));

    /// <inheritdoc cref="Where(IAsyncEnumerable{PathChunk}, string)"/>
    public static PathSequence Where(this IAsyncEnumerable<PathChunk> source, PathFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return PathSequence.Of(source).Then((paths, cancellation) => LeavingOut.WhereAsync(paths, filter, cancellation));
    }

    /// <summary>
    /// Chooses the columns that an output shows: <see cref="PathSequence.Columns"/>. The paths stay whole; of two choices the later one counts.
    /// </summary>
    /// <param name="source">The paths.</param>
    /// <param name="columns">The columns, such as <c>slack, endpoint, depth</c>; those of points may be among them.</param>
    /// <exception cref="FilterException">It is no list of columns.</exception>
    public static PathSequence Select(this IAsyncEnumerable<PathChunk> source, string columns)
    {
        IReadOnlyList<PathExpression> parsed = PathColumns.ParseShown(columns);
        return new PathSequence(PathSequence.Of(source).ReadSelectionsAsync, parsed);
    }

    /// <summary>The first paths. The source is left as soon as they have come.</summary>
    /// <param name="source">The paths.</param>
    /// <param name="count">How many paths; none when it is not positive.</param>
    public static PathSequence Take(this IAsyncEnumerable<PathChunk> source, long count) =>
        PathSequence.Of(source).Then((paths, cancellation) => LeavingOut.TakeAsync(paths, count, cancellation));

    /// <inheritdoc cref="Take(IAsyncEnumerable{PathChunk}, long)"/>
    /// <remarks>Without this overload <c>Take(5)</c> would be LINQ's, and take five chunks.</remarks>
    public static PathSequence Take(this IAsyncEnumerable<PathChunk> source, int count) => source.Take((long)count);

    /// <summary>All paths but the first ones.</summary>
    /// <param name="source">The paths.</param>
    /// <param name="count">How many paths to leave out.</param>
    public static PathSequence Skip(this IAsyncEnumerable<PathChunk> source, long count) =>
        PathSequence.Of(source).Then((paths, cancellation) => LeavingOut.SkipAsync(paths, count, cancellation));

    /// <inheritdoc cref="Skip(IAsyncEnumerable{PathChunk}, long)"/>
    /// <remarks>Without this overload <c>Skip(5)</c> would be LINQ's, and skip five chunks.</remarks>
    public static PathSequence Skip(this IAsyncEnumerable<PathChunk> source, int count) => source.Skip((long)count);

    /// <summary>The first path, and then every so manieth: a sample that is spread over the whole stream and comes while it runs.</summary>
    /// <param name="source">The paths.</param>
    /// <param name="step">One path of so many comes out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive.</exception>
    public static PathSequence SampleEvery(this IAsyncEnumerable<PathChunk> source, long step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        return PathSequence.Of(source).Then((paths, cancellation) => LeavingOut.EveryAsync(paths, step, cancellation));
    }

    /// <summary>
    /// Paths chosen at random, each with the same chance, in the order in which they came; all when there are fewer. They come when the source has
    /// ended; no more than they are in memory (and as many that they have driven out).
    /// </summary>
    /// <param name="source">The paths.</param>
    /// <param name="count">How many paths.</param>
    /// <param name="seed">The same seed chooses the same paths of the same stream.</param>
    /// <param name="maxBytes">The bound on the memory of the kept paths, in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    /// <remarks>Enumerated, it ends with a <see cref="QueryLimitException"/> when the kept paths take more memory than they may.</remarks>
    public static PathSequence SampleRandom(this IAsyncEnumerable<PathChunk> source, int count, int seed = 1, long maxBytes = Keeping.UsualMaxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return PathSequence.Of(source).Then((paths, cancellation) => Keeping.RunAsync(paths, new RandomPaths(count, seed), maxBytes, cancellation));
    }

    /// <summary>
    /// The first paths in an order, in that order; of equal paths those that came first. They come when the source has ended; no more than they are in
    /// memory (and as many that they have driven out).
    /// </summary>
    /// <param name="source">The paths.</param>
    /// <param name="count">How many paths.</param>
    /// <param name="order">The order, such as <c>slack</c> or <c>depth desc, endpoint</c>; see <see cref="PathOrder"/>.</param>
    /// <param name="maxBytes">The bound on the memory of the kept paths, in bytes.</param>
    /// <exception cref="FilterException">It is no order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    /// <remarks>Enumerated, it ends with a <see cref="QueryLimitException"/> when the kept paths take more memory than they may.</remarks>
    public static PathSequence TopBy(this IAsyncEnumerable<PathChunk> source, int count, string order, long maxBytes = Keeping.UsualMaxBytes) =>
        source.TopBy(count, PathOrder.Parse(order), maxBytes);

    /// <inheritdoc cref="TopBy(IAsyncEnumerable{PathChunk}, int, string, long)"/>
    public static PathSequence TopBy(this IAsyncEnumerable<PathChunk> source, int count, PathOrder order, long maxBytes = Keeping.UsualMaxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(order);
        return PathSequence.Of(source).Then((paths, cancellation) => Keeping.RunAsync(paths, new TopPaths(count, order), maxBytes, cancellation));
    }

    /// <summary>
    /// The best path, in an order, of each that have the same in some columns: the worst path of each endpoint (<c>endpoint_pin</c>), or of each pair of clocks
    /// (<c>launch_clock, capture_clock</c>). Two blanks are the same. They come in that order, when the source has ended; of equal paths the one that came first. No more
    /// than they are in memory (and as many that they have driven out).
    /// </summary>
    /// <param name="source">The paths.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="order">The order; null for <c>slack</c>, the worst first.</param>
    /// <param name="maxKeys">How many different keys may be remembered.</param>
    /// <param name="maxBytes">The bound on the memory of the kept paths, in bytes.</param>
    /// <exception cref="FilterException">It is no list of columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    /// <remarks>Enumerated, it ends with a <see cref="QueryLimitException"/> when there are more keys than the limit, or the kept paths take more memory than they may.</remarks>
    public static PathSequence Distinct(
        this IAsyncEnumerable<PathChunk> source, string columns, PathOrder? order = null, int maxKeys = 1_000_000, long maxBytes = Keeping.UsualMaxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxKeys, 1);
        IReadOnlyList<PathExpression> parsed = PathColumns.Parse(columns);
        PathOrder best = order ?? PathOrder.Parse("slack");
        return PathSequence.Of(source).Then((paths, cancellation) => Keeping.RunAsync(paths, new BestPaths(parsed, best, maxKeys), maxBytes, cancellation));
    }

    /// <summary>
    /// All paths in an order; equal ones in the order in which they came. As many as the bound allows are sorted in memory; when there are more, sorted
    /// runs go into a store and are merged when the source has ended, in several rounds when they are many.
    /// </summary>
    /// <param name="source">The paths.</param>
    /// <param name="order">The order.</param>
    /// <param name="store">Where sorted runs go. What is put there is removed again.</param>
    /// <param name="maxBytes">The bound on the memory of paths and their keys, in bytes; besides, one chunk is in use for what goes out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public static PathSequence OrderBy(this IAsyncEnumerable<PathChunk> source, PathOrder order, IRunStore store, long maxBytes = 64_000_000)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        return PathSequence.Of(source).Then((paths, cancellation) => Ordering.RunAsync(paths, order, store, maxBytes, cancellation));
    }

    /// <summary>
    /// One ordered stream of several that are ordered already; of equal paths those of the stream that is named first. Paths are copied as they
    /// take turns. It waits until each stream has given a path or ended.
    /// </summary>
    /// <param name="sources">The streams.</param>
    /// <param name="order">The order of every one of them.</param>
    /// <remarks>Enumerated, it ends with an <see cref="InvalidOperationException"/> when a stream turns out not to be in the order.</remarks>
    public static PathSequence Merge(this IEnumerable<IAsyncEnumerable<PathChunk>> sources, PathOrder order)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(order);
        PathSequence[] sequences = [.. sources.Select(PathSequence.Of)];
        return new PathSequence(cancellation => Merging.RunAsync(sequences, order, cancellation), sequences.FirstOrDefault()?.Columns);
    }

    /// <summary>Counts, WNS, TNS and distribution of slacks of the paths that have the same in some columns.</summary>
    /// <param name="source">The paths.</param>
    /// <param name="columns">The columns, such as <c>group, capture_clock</c>.</param>
    /// <param name="limits">Bounds on memory; null for the usual ones.</param>
    /// <param name="cancellation">Stops the source. Who wants what was counted until then adds to <see cref="PathGroups"/> by himself.</param>
    /// <exception cref="FilterException">It is no list of columns.</exception>
    /// <exception cref="QueryLimitException">There are more groups than the limits allow.</exception>
    public static async Task<PathGroups> GroupByAsync(
        this IAsyncEnumerable<PathChunk> source, string columns, GroupLimits? limits = null, CancellationToken cancellation = default)
    {
        var groups = new PathGroups(columns, limits);
        await foreach (PathSelection selection in PathSequence.Of(source).ReadSelectionsAsync(cancellation).ConfigureAwait(false))
        {
            groups.Add(selection.Chunk, selection.Paths);
        }

        return groups;
    }
}
