using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="NetReport"/>.</summary>
internal sealed class NetReader : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith("Net "u8);

    protected override Report? Parse(ref LineCursor lines)
    {
        var numbers = new DecimalReader();
        lines.TryTakePrefixed("Net "u8, out ReadOnlySpan<byte> net);
        NetCapacitances? capacitances = TryReadCapacitances(ref lines, numbers);
        List<NetPinList> pins = ReadPins(ref lines, numbers);

        // OpenSTA 2.0 without options prints the name alone; with another word after it, the line is a sentence.
        return capacitances is null && pins.Count == 0 && net.Contains((byte)' ')
            ? null
            : new NetReport { Net = Encoding.UTF8.GetString(net), Capacitances = capacitances, Pins = pins, Digits = numbers.Digits };
    }

    private static NetCapacitances? TryReadCapacitances(ref LineCursor lines, DecimalReader numbers) =>
        TryReadCapacitance(ref lines, " Pin capacitance:"u8, numbers, out Capacitance pin)
        && TryReadCapacitance(ref lines, " Wire capacitance:"u8, numbers, out Capacitance wire)
        && TryReadCapacitance(ref lines, " Total capacitance:"u8, numbers, out Capacitance total)
        && TryReadCount(ref lines, " Number of drivers:"u8, out int drivers)
        && TryReadCount(ref lines, " Number of loads:"u8, out int loads)
        && TryReadCount(ref lines, " Number of pins:"u8, out int pins)
            ? new NetCapacitances(pin, wire, total, drivers, loads, pins)
            : null;

    private static bool TryReadCapacitance(
        ref LineCursor lines, ReadOnlySpan<byte> title, DecimalReader numbers, out Capacitance capacitance)
    {
        capacitance = default;
        if (!lines.TryTakePrefixed(title, out ReadOnlySpan<byte> rest))
        {
            return false;
        }

        var words = new LineScanner(rest);
        return Capacitance.TryTake(ref words, numbers, out capacitance);
    }

    private static bool TryReadCount(ref LineCursor lines, ReadOnlySpan<byte> title, out int count)
    {
        count = 0;
        return lines.TryTakePrefixed(title, out ReadOnlySpan<byte> rest) && DecimalText.TryReadCount(rest.TrimStart((byte)' '), out count);
    }

    private static List<NetPinList> ReadPins(ref LineCursor lines, DecimalReader numbers)
    {
        var lists = new List<NetPinList>();
        while (TryTakeTitle(ref lines, out int blankLines) is { } title)
        {
            List<NetPin> pins = lines.TakeAll(line => NetPin.TryRead(line, numbers));

            lists.Add(new NetPinList(title, pins, blankLines));
        }

        return lists;
    }

    // Up to two empty lines and a title.
    private static string? TryTakeTitle(ref LineCursor lines, out int blankLines)
    {
        int start = lines.Position;
        for (blankLines = 0; blankLines < 2 && lines.TryTake([]); blankLines++)
        {
        }

        if (lines.TryPeek(out ReadOnlySpan<byte> line)
            && (line.SequenceEqual("Driver pins"u8) || line.SequenceEqual("Load pins"u8) || line.SequenceEqual("Hierarchical pins"u8)
                || line.SequenceEqual("Other pins"u8)))
        {
            lines.TryNext(out _);
            return Encoding.UTF8.GetString(line);
        }

        lines.Return(start);
        return null;
    }
}
