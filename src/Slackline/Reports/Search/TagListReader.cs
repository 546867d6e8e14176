namespace Slackline.Reports.Search;

/// <summary>Reads <see cref="TagList"/>.</summary>
internal sealed class TagListReader : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        !line.IsEmpty && line[0] is >= (byte)'0' and <= (byte)'9' && line.IndexOf(" crpr_pin "u8) > 0;

    protected override Report? Parse(ref LineCursor lines)
    {
        List<SearchTag> tags = lines.TakeAll(static line => SearchTag.TryRead(line, hasEdge: true) is { Index: not null } tag ? tag : null);

        return tags.Count > 0 ? new TagList { Tags = tags } : null;
    }
}
