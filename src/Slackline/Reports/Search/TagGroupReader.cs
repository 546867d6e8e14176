using System.Text;

namespace Slackline.Reports.Search;

/// <summary>Reads <see cref="TagGroup"/>.</summary>
internal sealed class TagGroupReader : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith("Group "u8) && line.IndexOf(" hash = "u8) > 0;

    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryTakePrefixed("Group "u8, out ReadOnlySpan<byte> title))
        {
            return null;
        }

        var words = new LineScanner(title);
        if (!words.TryTakeCount(out int index) || !words.TryTake(" hash ="u8) || words.TakeName() is not { Length: > 0 } hash
            || !words.TryTake(" ("u8) || !words.Rest.EndsWith(")"u8))
        {
            return null;
        }

        string bucket = Encoding.UTF8.GetString(words.Rest[..^1].Trim((byte)' '));
        List<TagSlot> tags = lines.TakeAll(TryReadSlot);

        return new TagGroup { Index = index, Hash = hash, Bucket = bucket, Tags = tags };
    }

    private static TagSlot? TryReadSlot(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        return words.TryTake("  "u8) && words.TryTakeCount(out int slot) && words.TryTake(" "u8)
            && SearchTag.TryRead(words.Rest, hasEdge: true) is { } tag
            ? new TagSlot(slot, tag)
            : null;
    }
}
