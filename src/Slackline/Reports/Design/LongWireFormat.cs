namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="LongWireReport"/>.</summary>
internal sealed class LongWireFormat : ConfirmedFormat
{
    protected override bool LastLineMayBeCut => true;

    public override bool Begins(ReadOnlySpan<byte> line) => line.SequenceEqual(LongWireReport.Title);

    protected override Report? Parse(ref LineCursor lines)
    {
        var wires = new List<LongWire>();
        var delays = new DecimalReader();
        lines.TryNext(out _);
        while (lines.TryPeek(out ReadOnlySpan<byte> line) && LongWire.TryRead(line, delays) is { } wire)
        {
            wires.Add(wire);
            lines.TryNext(out _);
        }

        return new LongWireReport { Wires = wires, Digits = delays.Digits };
    }
}
