using Slackline.Queries.Model;

namespace Slackline.Queries;

/// <summary>A column that a filter may ask about.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Synonyms">Other names for it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Description">What it means, in one line.</param>
public sealed record FilterColumn(string Name, IReadOnlyList<string> Synonyms, FilterColumnKind Kind, string Description)
{
    internal FilterColumn(ColumnId id, string name, string[] synonyms, FilterColumnKind kind, string description)
        : this(name, synonyms, kind, description) => Id = id;

    internal ColumnId Id { get; }

    /// <summary>Whether it speaks of one point of a path instead of the path: it may stand only behind any, all, no, or in count().</summary>
    public bool IsPoint => Name.StartsWith(FilterColumns.PointPrefix, StringComparison.Ordinal);
}
