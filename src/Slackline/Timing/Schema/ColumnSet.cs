namespace Slackline.Timing.Schema;

/// <summary>
/// The columns that a query knows: those of <see cref="PathSchema"/>, and computed ones that were added for it, such as places of a
/// placement that was read. What a computed column needs besides the path (its context) is what its function holds; so it is given where
/// the set is made, and the set where a query is parsed.
/// </summary>
public sealed class ColumnSet
{
    private readonly Dictionary<string, Column> _byName;

    internal ColumnSet(IEnumerable<Column> columns)
    {
        All = [.. columns];
        _byName = All
            .SelectMany(static column => column.Synonyms.Append(column.Name), static (column, name) => (column, name))
            .ToDictionary(static pair => pair.name, static pair => pair.column, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All columns, in the order in which they are shown.</summary>
    public IReadOnlyList<Column> All { get; }

    /// <summary>All names and synonyms.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>The column of this name or synonym, in any case; null for an unknown name.</summary>
    public Column? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>A set that has some columns more.</summary>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    public ColumnSet With(params IEnumerable<Column> columns)
    {
        Column[] added = [.. columns];
        return Array.Find(
            added,
            column => Find(column.Name) is not null
                || added.Count(other => column.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase)) > 1) is { } taken
            ? throw new ArgumentException($"There is a column '{taken.Name}' already.", nameof(columns))
            : new ColumnSet(All.Concat(added));
    }
}
