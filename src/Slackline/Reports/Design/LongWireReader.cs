namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="LongWireReport"/>.</summary>
internal sealed class LongWireReader : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.SequenceEqual(LongWireReport.Title);

    protected override Report? Parse(ref LineCursor lines)
    {
        var delays = new DecimalReader();
        lines.TryNext(out _);
        List<LongWire> wires = lines.TakeAll(line => LongWire.TryRead(line, delays));

        return new LongWireReport { Wires = wires, Digits = delays.Digits };
    }
}
