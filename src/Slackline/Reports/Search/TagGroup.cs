using System.Globalization;

namespace Slackline.Reports.Search;

/// <summary>A group of tags that the paths at some pin share, by <c>sta::report_tag_groups</c>.</summary>
public sealed record TagGroup : Report
{
    internal const string Title = "Group ";

    /// <summary>Its number in the run.</summary>
    public required int Index { get; init; }

    /// <summary>Its hash, as printed: different in every run. Logs that are to be compared often have a word in its place.</summary>
    public required string Hash { get; init; }

    /// <summary>The bucket of the hash, likewise.</summary>
    public required string Bucket { get; init; }

    /// <summary>Its tags.</summary>
    public required IReadOnlyList<TagSlot> Tags { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line($"{Title}{Index.ToString(CultureInfo.InvariantCulture),4} hash = {Hash,4} ({Bucket,4})");
        foreach (TagSlot slot in Tags)
        {
            lines.Line($"  {slot.Slot.ToString(CultureInfo.InvariantCulture)} {slot.Tag}");
        }
    }
}
