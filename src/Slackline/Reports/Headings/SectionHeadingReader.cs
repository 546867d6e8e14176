using System.Text;

namespace Slackline.Reports.Headings;

/// <summary>Reads <see cref="SectionHeading"/>.</summary>
internal sealed class SectionHeadingReader : RoundTripReader
{
    // Shorter lines may underline anything; a longer title is text between two lines.
    private const int ShortestRule = 10;
    private const int LongestTitle = 300;

    public override bool MayBegin(ReadOnlySpan<byte> line) => IsRule(line, (byte)'=');

    protected override Report? Parse(ref LineCursor lines) =>
        lines.TryNext(out ReadOnlySpan<byte> above)
        && lines.TryNext(out ReadOnlySpan<byte> title) && !title.IsEmpty && title.Length <= LongestTitle
            && title[0] is not ((byte)'=' or (byte)'-' or (byte)' ')
        && lines.TryNext(out ReadOnlySpan<byte> below) && (IsRule(below, (byte)'=') || IsRule(below, (byte)'-'))
            ? new SectionHeading(Encoding.UTF8.GetString(title), above.Length, (char)below[0], below.Length)
            : null;

    private static bool IsRule(ReadOnlySpan<byte> line, byte character) =>
        line.Length >= ShortestRule && line[0] == character && !line.ContainsAnyExcept(character);
}
