using System.Text;

namespace Slackline.Reports.Headings;

/// <summary>Reads <see cref="CornerHeading"/>.</summary>
internal sealed class CornerHeadingReader : OneLineReader
{
    private const int ShortestRule = 3;

    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        line.StartsWith("==="u8) && line.EndsWith("==="u8) && line.IndexOf(" Corner ="u8) > 0;

    protected override Report? Parse(ReadOnlySpan<byte> line)
    {
        int before = line.IndexOfAnyExcept((byte)'=');
        int behind = line.Length - 1 - line.LastIndexOfAnyExcept((byte)'=');
        ReadOnlySpan<byte> name = line[before..^behind];
        return before >= ShortestRule && behind >= ShortestRule && name.StartsWith(" "u8) && name.EndsWith(" Corner "u8)
            && name.Length > " Corner "u8.Length + 1
            ? new CornerHeading(Encoding.UTF8.GetString(name[1..^" Corner "u8.Length]), before, behind)
            : null;
    }
}
