namespace Slackline.Reports.Design;

/// <summary>
/// Reads <see cref="ConstantReport"/>. A line of only a name and a value could be anything, so the first line must say where the value is
/// from.
/// </summary>
/// <param name="isContinued">Whether the lines continue a report that was too long for one part.</param>
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
