namespace Slackline.Reports.Design;

/// <summary>The logic values of a pin, or of the pins of an instance or a net, by <c>report_constant</c>.</summary>
public sealed record ConstantReport : Report
{
    /// <summary>The pins.</summary>
    public required IReadOnlyList<PinConstant> Pins { get; init; }

    internal override RoundTripReader? MoreRows => Pins.Count == MaxRows ? new ConstantReader(isContinued: true) : null;

    internal override void WriteLines(LineWriter lines)
    {
        foreach (PinConstant pin in Pins)
        {
            lines.Line(pin.ToText());
        }
    }
}
