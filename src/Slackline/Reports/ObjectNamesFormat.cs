using System.Text;

namespace Slackline.Reports;

/// <summary>Reads <see cref="ObjectNames"/>.</summary>
internal sealed class ObjectNamesFormat : ConfirmedFormat
{
    // Behind one space stand the pins of a loop.
    private const int IndentOfLoops = 1;

    private const int LongestPart = 1000;

    // So many names, of ports for the most part, may stand before the first that can be nothing else.
    private const int Patience = 16;

    protected override bool LastLineMayBeCut => true;

    public override bool Begins(ReadOnlySpan<byte> line) => ObjectName.IsName(line.TrimStart((byte)' '));

    protected override Report? Parse(ref LineCursor lines)
    {
        var names = new List<string>();
        int indent = lines.TryPeek(out ReadOnlySpan<byte> line) ? line.IndexOfAnyExcept((byte)' ') : 0;
        bool isCertain = false;
        while (names.Count < (isCertain ? LongestPart : Patience) && lines.TryPeek(out line) && line.IndexOfAnyExcept((byte)' ') == indent && ObjectName.IsName(line[indent..]))
        {
            isCertain |= ObjectName.IsInside(line[indent..]);
            names.Add(Encoding.ASCII.GetString(line[indent..]));
            lines.TryNext(out _);
        }

        return isCertain && indent != IndentOfLoops ? new ObjectNames(names, indent) : null;
    }
}
