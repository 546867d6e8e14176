using System.Buffers.Text;

namespace Slackline.Reports.Search;

/// <summary>Reads <see cref="LongestHashBucket"/>.</summary>
internal sealed class LongestHashBucketReader : OneLineReader
{
    private static ReadOnlySpan<byte> Key => "Longest hash bucket length "u8;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith(Key);

    protected override Report? Parse(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line[Key.Length..]);
        return words.TryTakeCount(out int length) && words.TryTake(" hash="u8)
            && Utf8Parser.TryParse(words.Rest, out ulong hash, out int used) && used == words.Rest.Length && DecimalText.IsCount(words.Rest)
            ? new LongestHashBucket(length, hash)
            : null;
    }
}
