using System.Text;

namespace Slackline.Reports.Checks;

/// <summary>Reads an edge of <c>report_edges</c>.</summary>
internal sealed class TimingEdgeReader : RoundTripReader
{
    private static ReadOnlySpan<byte> Arrow => " -> "u8;

    // The word after the name of a bidirectional pin.
    private static ReadOnlySpan<byte> Driver => " driver"u8;

    private static ReadOnlySpan<byte> Load => " load  "u8;

    private static ReadOnlySpan<byte> EnableKey => " enable "u8;

    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        line.IndexOf(Arrow) is > 0 and int arrow && IsPin(line[..arrow]) && line[(arrow + Arrow.Length)..].Contains((byte)' ');

    /// <inheritdoc/>
    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return null;
        }

        int arrow = line.IndexOf(Arrow);
        string from = Encoding.UTF8.GetString(line[..arrow]);
        var words = new LineScanner(line[(arrow + Arrow.Length)..]);
        string to = words.TakeName();
        to += words.TryTake(Driver) ? " driver" : words.TryTake(Load) ? " load  " : "";
        ReadOnlySpan<byte> role = words.Rest.TrimStart((byte)' ');
        int enable = role.LastIndexOf(EnableKey);
        string disabledBy = ReadNote(ref lines, "  Disabled by "u8);
        string condition = ReadNote(ref lines, "  Condition: "u8);
        string mode = ReadNote(ref lines, "  Mode: "u8);
        var numbers = new DecimalReader();
        List<TimingArc> arcs = lines.TakeAll(text => TimingArc.Parse(text, numbers));

        return arcs.Count == 0 || lines.EndsWithoutLineEnd ? null : new TimingEdge
        {
            From = from,
            To = to,
            Role = Encoding.UTF8.GetString(enable < 0 ? role : role[..enable]),
            Enable = enable < 0 ? "" : Encoding.UTF8.GetString(role[(enable + EnableKey.Length)..]),
            DisabledBy = disabledBy,
            Condition = condition,
            Mode = mode,
            Arcs = arcs,
            Digits = numbers.Digits,
        };
    }

    private static bool IsPin(ReadOnlySpan<byte> text)
    {
        text = text.EndsWith(Driver) ? text[..^Driver.Length] : text.EndsWith(Load) ? text[..^Load.Length] : text;
        return !text.IsEmpty && !text.Contains((byte)' ');
    }

    private static string ReadNote(ref LineCursor lines, ReadOnlySpan<byte> key) =>
        lines.TryTakePrefixed(key, out ReadOnlySpan<byte> note) ? Encoding.UTF8.GetString(note) : "";
}
