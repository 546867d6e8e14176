using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="CombinationalLoop"/>: lines with a pin each, of which the last repeats the first.</summary>
internal sealed class CombinationalLoopFormat : ConfirmedFormat
{
    // Any lines with a word each might be the beginning of a loop; they must not be read to their end over and over.
    private const int MaxPins = 1000;

    protected override bool LastLineMayBeCut => true;

    public override bool Begins(ReadOnlySpan<byte> line) => line.Length > 1 && line[0] == ' ' && !line[1..].Contains((byte)' ');

    protected override Report? Parse(ref LineCursor lines)
    {
        int start = lines.Position;
        lines.TryNext(out ReadOnlySpan<byte> first);
        int count = 1;
        while (lines.TryNext(out ReadOnlySpan<byte> line) && Begins(line) && count <= MaxPins)
        {
            if (line.SequenceEqual(first))
            {
                int end = lines.Position;
                lines.Return(start);
                CombinationalLoop? loop = count > 1 ? new CombinationalLoop { Pins = ReadPins(ref lines, count) } : null;
                lines.Return(end);
                return loop;
            }

            count++;
        }

        return null;
    }

    private static List<string> ReadPins(ref LineCursor lines, int count)
    {
        var pins = new List<string>(count);
        while (pins.Count < count && lines.TryNext(out ReadOnlySpan<byte> line))
        {
            pins.Add(Encoding.UTF8.GetString(line[1..]));
        }

        return pins;
    }
}
