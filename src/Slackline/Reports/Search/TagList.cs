namespace Slackline.Reports.Search;

/// <summary>The tags of the search, by <c>sta::report_tags</c>.</summary>
public sealed record TagList : Report
{
    /// <summary>The tags in the order of their numbers.</summary>
    public required IReadOnlyList<SearchTag> Tags { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        foreach (SearchTag tag in Tags)
        {
            lines.Line(tag.ToString());
        }
    }
}
