namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="ConstantReport"/>. A line with nothing but a name and a value might be anybody's, so the first must tell where the value is from.</summary>
/// <param name="isContinued">Whether the lines go on those of a report that was too long for one part.</param>
internal sealed class ConstantReader(bool isContinued = false) : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        isContinued || (line.Contains((byte)'=') && PinConstant.TryRead(line) is { } pin && (pin.Case ?? pin.Logic) is not null);

    protected override Report? Parse(ref LineCursor lines)
    {
        List<PinConstant> pins = lines.TakeAll(PinConstant.TryRead, Report.MaxRows);
        return pins.Count > 0 ? new ConstantReport { Pins = pins, IsContinued = isContinued } : null;
    }
}
