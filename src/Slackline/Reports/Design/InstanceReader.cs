using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="InstanceReport"/>.</summary>
internal sealed class InstanceReader : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith("Instance "u8);

    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryTakePrefixed("Instance "u8, out ReadOnlySpan<byte> instance)
            || !lines.TryTakePrefixed(" Cell: "u8, out ReadOnlySpan<byte> cell)
            || !lines.TryTakePrefixed(" Library: "u8, out ReadOnlySpan<byte> library)
            || !lines.TryTakePrefixed(" Path cells: "u8, out ReadOnlySpan<byte> pathCells))
        {
            return null;
        }

        return new InstanceReport
        {
            Instance = Encoding.UTF8.GetString(instance),
            Cell = Encoding.UTF8.GetString(cell),
            Library = Encoding.UTF8.GetString(library),
            PathCells = Encoding.UTF8.GetString(pathCells),
            Inputs = ReadPins(ref lines, " Input pins:"u8),
            Outputs = ReadPins(ref lines, " Output pins:"u8),
            Others = ReadPins(ref lines, " Other pins:"u8),
            Children = ReadChildren(ref lines),
        };
    }

    private static List<InstancePin>? ReadPins(ref LineCursor lines, ReadOnlySpan<byte> title)
    {
        if (!lines.TryTake(title))
        {
            return null;
        }

        var pins = new List<InstancePin>();
        while (PeekWords(ref lines, "  "u8) is [string port, string direction, string net])
        {
            lines.TryNext(out _);
            pins.Add(new InstancePin(port, direction, net == "(unconnected)" ? null : net, ReadLoads(ref lines)));
        }

        return pins;
    }

    private static List<InstanceLoad> ReadLoads(ref LineCursor lines)
    {
        var loads = new List<InstanceLoad>();
        while (PeekWords(ref lines, "   "u8) is [string pin, string direction, .. [] or ["port"]] words)
        {
            lines.TryNext(out _);
            loads.Add(new InstanceLoad(pin, direction, IsPort: words.Length == 3));
        }

        return loads;
    }

    private static List<InstanceChild>? ReadChildren(ref LineCursor lines)
    {
        if (!lines.TryTake(" Children:"u8))
        {
            return null;
        }

        var children = new List<InstanceChild>();
        while (PeekWords(ref lines, "  "u8) is [string name, ['(', .. var cell, ')']])
        {
            lines.TryNext(out _);
            children.Add(new InstanceChild(name, cell));
        }

        return children;
    }

    // The words of the next line, if it has this indent.
    private static string[] PeekWords(ref LineCursor lines, ReadOnlySpan<byte> indent) =>
        lines.TryPeek(out ReadOnlySpan<byte> line) && line.StartsWith(indent) && !line[indent.Length..].StartsWith(" "u8)
            ? Encoding.UTF8.GetString(line[indent.Length..]).Split(' ')
            : [];
}
