using Slackline.Queries.Syntax;

namespace Slackline.Queries.Operators;

/// <content>
/// The operators. They count and compare paths, not chunks: <c>Take(10)</c> gives ten paths. Nothing runs before the result is enumerated,
/// an operator reads no further than it must, and chunks are not copied by operators that only leave paths out. A chunk that comes out is
/// valid until the next one is requested. When a source fails, what it gave before still comes out, ordered or summed up as asked for, and
/// then the error.
/// </content>
public sealed partial class PathSequence
{
    /// <summary>The paths that a filter is true for (FILTERS.md).</summary>
    /// <param name="filter">The filter, such as <c>slack &lt; -50ps and group = "core_clk"</c>.</param>
    /// <exception cref="FilterException">The text is not a filter.</exception>
    public PathSequence Where(string filter) => Where(PathFilter.Parse(filter));

    /// <inheritdoc cref="Where(string)"/>
    public PathSequence Where(PathFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Then((paths, cancellation) => FilterOperators.WhereAsync(paths, filter, cancellation));
    }

    /// <summary>
    /// Chooses the columns that an output shows: <see cref="PathSequence.Columns"/>. The paths stay whole; of two choices the later one
    /// counts.
    /// </summary>
    /// <param name="columns">The columns, such as <c>slack, endpoint, depth</c>; those of points may be among them.</param>
    /// <exception cref="FilterException">It is no list of columns.</exception>
    public PathSequence Select(string columns) => Select(PathColumns.ParseShown(columns));

    /// <inheritdoc cref="Select(string)"/>
    public PathSequence Select(IReadOnlyList<PathExpression> columns) => new(ReadSelectionsAsync, columns);

    /// <summary>The first paths. The source is left as soon as they have come.</summary>
    /// <param name="count">How many paths; none when it is not positive.</param>
    public PathSequence Take(long count) =>
        Then((paths, cancellation) => FilterOperators.TakeAsync(paths, count, cancellation));

    /// <summary>All paths but the first ones.</summary>
    /// <param name="count">How many paths to leave out.</param>
    public PathSequence Skip(long count) =>
        Then((paths, cancellation) => FilterOperators.SkipAsync(paths, count, cancellation));

    /// <summary>Every N-th path, starting with the first. The sample covers the whole stream, and comes while it runs.</summary>
    /// <param name="step">N: one path of that many comes out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive.</exception>
    public PathSequence SampleEvery(long step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        return Then((paths, cancellation) => FilterOperators.EveryAsync(paths, step, cancellation));
    }

    /// <summary>
    /// Paths chosen at random, each with the same chance, in the order in which they came; all when there are fewer. They come when the
    /// source has ended; no more than they are in memory (and as many that they have driven out).
    /// </summary>
    /// <param name="count">How many paths.</param>
    /// <param name="seed">The same seed chooses the same paths of the same stream.</param>
    /// <param name="maxBytes">The bound on the memory of the kept paths, in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    /// <remarks>Enumerated, it ends with a <see cref="QueryLimitException"/> when the kept paths take more memory than they may.</remarks>
    public PathSequence SampleRandom(int count, int seed = 1, long maxBytes = BufferingOperators.UsualMaxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Then((paths, cancellation) => BufferingOperators.RunAsync(paths, new RandomPaths(count, seed), maxBytes, cancellation));
    }

    /// <summary>
    /// The first paths in an order, in that order; of equal paths the earlier ones. They come when the source has ended. Memory holds at
    /// most that many paths, and as many displaced ones.
    /// </summary>
    /// <param name="count">How many paths.</param>
    /// <param name="order">The order, such as <c>slack</c> or <c>depth desc, endpoint</c>; see <see cref="PathOrder"/>.</param>
    /// <param name="maxBytes">The bound on the memory of the kept paths, in bytes.</param>
    /// <exception cref="FilterException">It is not an order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    /// <remarks>Enumerated, it ends with a <see cref="QueryLimitException"/> when the kept paths take more memory than they may.</remarks>
    public PathSequence TopBy(int count, string order, long maxBytes = BufferingOperators.UsualMaxBytes) =>
        TopBy(count, PathOrder.Parse(order), maxBytes);

    /// <inheritdoc cref="TopBy(int, string, long)"/>
    public PathSequence TopBy(int count, PathOrder order, long maxBytes = BufferingOperators.UsualMaxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(order);
        return Then((paths, cancellation) => BufferingOperators.RunAsync(paths, new TopPaths(count, order), maxBytes, cancellation));
    }

    /// <summary>
    /// The best path, in an order, for each combination of values in some columns: the worst path of each endpoint
    /// (<c>endpoint_pin</c>), or of each pair of clocks (<c>launch_clock, capture_clock</c>). Two blanks are equal. The paths come in
    /// that order, when the source has ended; of equal paths the earliest. Memory holds at most that many paths, and as many displaced
    /// ones.
    /// </summary>
    /// <param name="columns">The columns.</param>
    /// <param name="order">The order; null for <c>slack</c>, the worst first.</param>
    /// <param name="maxKeys">How many different keys may be remembered.</param>
    /// <param name="maxBytes">The bound on the memory of the kept paths, in bytes.</param>
    /// <exception cref="FilterException">It is no list of columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    /// <remarks>
    /// Enumerated, it ends with a <see cref="QueryLimitException"/> when there are more keys than the limit, or the kept paths take more
    /// memory than they may.
    /// </remarks>
    public PathSequence Distinct(
        string columns, PathOrder? order = null, int maxKeys = 1_000_000, long maxBytes = BufferingOperators.UsualMaxBytes)
    {
        return Distinct(PathColumns.Parse(columns), order, maxKeys, maxBytes);
    }

    /// <inheritdoc cref="Distinct(string, PathOrder?, int, long)"/>
    public PathSequence Distinct(
        IReadOnlyList<PathExpression> columns,
        PathOrder? order = null,
        int maxKeys = 1_000_000,
        long maxBytes = BufferingOperators.UsualMaxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxKeys, 1);
        PathOrder best = order ?? PathOrder.Parse("slack");
        return Then((paths, cancellation) =>
            BufferingOperators.RunAsync(paths, new BestPaths(columns, best, maxKeys), maxBytes, cancellation));
    }

    /// <summary>
    /// All paths in an order; equal ones in the order in which they came. As many as the bound allows are sorted in memory; when there are
    /// more, sorted runs go into a store and are merged when the source has ended, in several rounds when they are many.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="store">Where sorted runs go. Everything put there is removed again.</param>
    /// <param name="maxBytes">
    /// The bound on the memory of paths and their keys, in bytes; besides, one chunk is in use for what goes out.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public PathSequence OrderBy(PathOrder order, IRunStore store, long maxBytes = 64_000_000)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        return Then((paths, cancellation) => SortOperator.RunAsync(paths, order, store, maxBytes, cancellation));
    }
}
