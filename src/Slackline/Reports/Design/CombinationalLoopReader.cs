using System.IO.Hashing;
using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="CombinationalLoop"/>: one pin on each line, of which the last repeats the first.</summary>
internal sealed class CombinationalLoopReader : RoundTripReader
{
    // Any lines of one word each could be the beginning of a loop. The bound keeps them from being read to their end again and again.
    private const int MaxPins = 1000;

    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.Length > 1 && line[0] == ' ' && !line[1..].Contains((byte)' ');

    /// <summary>Up to the first line that is repeated, of the lines that have <see cref="MaxPins"/> lines after them in the text.</summary>
    public override int LengthToSkip(LineCursor lines)
    {
        int start = lines.Position;
        var places = new Dictionary<ulong, (int Line, int Position)>();
        var positions = new List<int>();
        int firstRepeated = int.MaxValue;
        int end = -1;
        while (positions.Count < 2 * MaxPins)
        {
            int position = lines.Position;
            if (!lines.TryNext(out ReadOnlySpan<byte> line) || !MayBegin(line))
            {
                end = lines.RanOut ? -1 : position;
                break;
            }

            ulong hash = XxHash3.HashToUInt64(line);
            if (places.TryGetValue(hash, out (int Line, int Position) before) && positions.Count - before.Line <= MaxPins)
            {
                firstRepeated = Math.Min(firstRepeated, before.Line);
            }

            places[hash] = (positions.Count, position);
            positions.Add(position);
        }

        int known = Math.Min(firstRepeated, end >= 0 ? positions.Count : positions.Count - MaxPins);
        return known <= 0 ? 0 : (known < positions.Count ? positions[known] : end) - start;
    }

    protected override Report? Parse(ref LineCursor lines)
    {
        int start = lines.Position;
        lines.TryNext(out ReadOnlySpan<byte> first);
        int count = 1;
        while (lines.TryNext(out ReadOnlySpan<byte> line) && MayBegin(line) && count <= MaxPins)
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
