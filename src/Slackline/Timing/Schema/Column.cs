namespace Slackline.Timing.Schema;

/// <summary>
/// A column of timing paths or of their points: its names, what it holds and means, and how it is read from a chunk. Each is defined once,
/// in <see cref="PathSchema"/>, and known everywhere by that object.
/// </summary>
public abstract class Column
{
    private protected Column(string name, string meaning)
    {
        Name = name;
        Meaning = meaning;
    }

    /// <summary>Its name; that of a column of points begins with <c>point.</c>.</summary>
    public string Name { get; }

    /// <summary>Other names for it.</summary>
    public IReadOnlyList<string> Synonyms { get; internal init; } = [];

    /// <summary>Its name in Arrow tables, of which paths and points have one each.</summary>
    public string Field => IsPoint ? Name[PathSchema.PointPrefix.Length..] : Name;

    /// <summary>Its meaning, in one line.</summary>
    public string Meaning { get; }

    /// <summary>The type of its values.</summary>
    public abstract ColumnType Type { get; }

    /// <summary>Whether it is a column of the path's points instead of the path.</summary>
    public bool IsPoint => Name.StartsWith(PathSchema.PointPrefix, StringComparison.Ordinal);

    /// <summary>Whether the worst has the largest value, so that it comes first in an order that names no direction.</summary>
    internal bool IsWorstLargest { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The name of a computed column, if it can be one.</summary>
    private protected static string ComputedName(string name, bool isPoint)
    {
        string rest = isPoint && name.StartsWith(PathSchema.PointPrefix, StringComparison.Ordinal)
            ? name[PathSchema.PointPrefix.Length..]
            : isPoint
            ? ""
            : name;
        return rest.Length > 0 && char.IsAsciiLetterLower(rest[0])
            && rest.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
            ? name
            : throw new ArgumentException(
                $"'{name}' is no name of a column: small letters, digits and _, a letter first{(isPoint ? $", after '{PathSchema.PointPrefix}'" : "")}.", nameof(name));
    }
}
