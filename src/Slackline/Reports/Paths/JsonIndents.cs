namespace Slackline.Reports.Paths;

/// <summary>How far the lines of a list of points are indented.</summary>
/// <param name="List">The bracket that closes the list.</param>
/// <param name="Point">The brackets around a point.</param>
/// <param name="Field">A point's fields.</param>
internal readonly record struct JsonIndents(int List, int Point, int Field)
{
    /// <summary>The indents of <see cref="Slackline.Timing.PathShape.OpenedInline"/>.</summary>
    public static JsonIndents Inline { get; } = new(2, 4, 7);

    /// <summary>The indents of a list whose name has this indent.</summary>
    public static JsonIndents Of(int indent) => new(indent, indent + 2, indent + 4);
}
