using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="LibraryCellReport"/>.</summary>
internal sealed class LibraryCellReader : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith("Cell "u8) && !line["Cell ".Length..].Contains((byte)' ');

    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryTakePrefixed("Cell "u8, out ReadOnlySpan<byte> cell)
            || !lines.TryTakePrefixed("Library "u8, out ReadOnlySpan<byte> library))
        {
            return null;
        }

        string? file = lines.TryTakePrefixed("File "u8, out ReadOnlySpan<byte> path) ? Encoding.UTF8.GetString(path) : null;
        var numbers = new DecimalReader();
        List<LibraryPort> ports = lines.TakeAll(line => LibraryPort.TryRead(line, numbers));

        return new LibraryCellReport
        {
            Cell = Encoding.UTF8.GetString(cell),
            Library = Encoding.UTF8.GetString(library),
            File = file,
            Ports = ports,
            TimingArcs = lines.TryTakeAfterBlank("Timing arcs"u8) ? ReadArcs(ref lines) : null,
            Digits = numbers.Digits,
        };
    }

    private static List<LibraryTimingArc> ReadArcs(ref LineCursor lines)
    {
        var arcs = new List<LibraryTimingArc>();
        while (TryTakeArrow(ref lines, " "u8, out string from, out string to) && lines.TryTakePrefixed("  "u8, out ReadOnlySpan<byte> role))
        {
            string? when = lines.TryTakePrefixed("  when "u8, out ReadOnlySpan<byte> condition) ? Encoding.UTF8.GetString(condition) : null;
            var edges = new List<LibraryArcEdge>();
            while (TryTakeArrow(ref lines, "  "u8, out string fromEdge, out string toEdge))
            {
                edges.Add(new LibraryArcEdge(fromEdge, toEdge));
            }

            arcs.Add(new LibraryTimingArc(from, to, Encoding.UTF8.GetString(role), when, edges));
        }

        return arcs;
    }

    // FROM -> TO, with this indent.
    private static bool TryTakeArrow(ref LineCursor lines, ReadOnlySpan<byte> indent, out string from, out string to)
    {
        from = to = "";
        if (!lines.TryPeek(out ReadOnlySpan<byte> line) || !line.StartsWith(indent) || line[indent.Length..].StartsWith(" "u8))
        {
            return false;
        }

        int arrow = line.IndexOf(" -> "u8);
        if (arrow < indent.Length)
        {
            return false;
        }

        from = Encoding.UTF8.GetString(line[indent.Length..arrow]);
        to = Encoding.UTF8.GetString(line[(arrow + " -> ".Length)..]);
        return lines.TryNext(out _);
    }
}
