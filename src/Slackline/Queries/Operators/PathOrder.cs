using Slackline.Queries.Syntax;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Operators;

/// <summary>A direction of an order.</summary>
public enum SortDirection
{
    /// <summary>Small numbers first; texts by their bytes; conditions that do not hold first.</summary>
    Ascending,

    /// <summary>The other way round.</summary>
    Descending,
}

/// <summary>
/// An order of paths by one or more columns or expressions: <c>slack</c>, <c>depth desc, endpoint</c>, <c>arrival / depth</c>. Without
/// <c>asc</c> or <c>desc</c> the worst comes first: slack, required and texts ascend; arrival, depth and computed numbers descend, and
/// true comes before false. Paths that are blank in a column come after those that are not, in both directions.
/// </summary>
public sealed class PathOrder
{
    private PathOrder(string text, IReadOnlyList<SortColumn> columns)
    {
        Text = text;
        Columns = columns;
    }

    /// <summary>The text that was parsed.</summary>
    public string Text { get; }

    internal IReadOnlyList<SortColumn> Columns { get; }

    /// <summary>Reads an order.</summary>
    /// <param name="text">Columns, each with <c>asc</c>, <c>desc</c> or nothing after it, with commas between.</param>
    /// <param name="direction">The direction of columns that have none; null for the worst first.</param>
    /// <param name="columns">The columns that there are; null for those of <see cref="PathSchema"/>.</param>
    /// <exception cref="FilterException">It is not an order.</exception>
    public static PathOrder Parse(string text, SortDirection? direction = null, ColumnSet? columns = null)
    {
        return new PathOrder(
            text,
            [.. PathExpression.ParseOrder(text, columns).Select(
                item => new SortColumn(item.Expression, Direction(item.Direction) ?? direction ?? WorstFirst(item.Expression)))]);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(", ", Columns.Select(static column => $"{column.Expression.Name} {(column.IsDescending ? "desc" : "asc")}"));

    private static SortDirection? Direction(string? word) => word is null ? null
        : word.StartsWith("asc", StringComparison.OrdinalIgnoreCase) ? SortDirection.Ascending
        : SortDirection.Descending;

    private static SortDirection WorstFirst(PathExpression expression) => expression.Column is { } column
        ? column.IsWorstLargest ? SortDirection.Descending : SortDirection.Ascending
        : expression.Kind is ColumnType.Text ? SortDirection.Ascending
        : SortDirection.Descending;
}

/// <summary>A column of an order, with its direction.</summary>
internal readonly record struct SortColumn(PathExpression Expression, SortDirection Direction)
{
    public bool IsDescending => Direction == SortDirection.Descending;
}
