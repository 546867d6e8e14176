namespace Slackline.Reports.Design;

/// <summary>The longest wires of a design, by <c>report_long_wires</c> of OpenROAD.</summary>
public sealed record LongWireReport : Report
{
    internal static ReadOnlySpan<byte> Title => "Driver    length delay"u8;

    /// <summary>The wires, the longest first; there may be none.</summary>
    public required IReadOnlyList<LongWire> Wires { get; init; }

    /// <summary>Digits of the delays after the point (<c>-digits</c>).</summary>
    public required int Digits { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line(Title);
        foreach (LongWire wire in Wires)
        {
            lines.Line(wire.ToText(Digits));
        }
    }
}
