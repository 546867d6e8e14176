using System.Text;

namespace Slackline.Reports.Checks;

/// <summary>Reads an edge of <c>report_edges</c>.</summary>
internal sealed class TimingEdgeFormat : ConfirmedFormat
{
    private static ReadOnlySpan<byte> Arrow => " -> "u8;

    private static ReadOnlySpan<byte> EnableKey => " enable "u8;

    /// <inheritdoc/>
    public override bool Begins(ReadOnlySpan<byte> line) =>
        line.IndexOf((byte)' ') is > 0 and int space && line[space..].StartsWith(Arrow) && line[(space + Arrow.Length)..].Contains((byte)' ');

    /// <inheritdoc/>
    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return null;
        }

        var words = new LineScanner(line);
        string from = words.TakeName();
        words.TryTake(Arrow);
        string to = words.TakeName();
        ReadOnlySpan<byte> role = words.Rest.TrimStart((byte)' ');
        int enable = role.IndexOf(EnableKey);
        string disabledBy = ReadNote(ref lines, "  Disabled by "u8);
        string condition = ReadNote(ref lines, "  Condition: "u8);
        string mode = ReadNote(ref lines, "  Mode: "u8);
        var numbers = new DecimalReader();
        var arcs = new List<TimingArc>();
        while (lines.TryPeek(out line) && TimingArc.Parse(line, numbers) is { } arc)
        {
            arcs.Add(arc);
            lines.TryNext(out _);
        }

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

    private static string ReadNote(ref LineCursor lines, ReadOnlySpan<byte> key) =>
        lines.TryTakePrefixed(key, out ReadOnlySpan<byte> note) ? Encoding.UTF8.GetString(note) : "";
}
