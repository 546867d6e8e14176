namespace Slackline.Reports.Design;

/// <summary>
/// A named value, such as <c>Table value</c>, <c>PVT scale factor</c>, <c>Delay</c>, <c>Slew</c>, <c>Check</c>, <c>Driver waveform
/// slew</c>, <c>Annotated value</c>.
/// </summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value, in the library's unit.</param>
public sealed record CalculatedValue(string Name, double Value) : CalculationStep
{
    /// <summary>Whether it is the value for an ideal clock, from a table without an axis.</summary>
    public bool IsIdealClock { get; init; }

    internal override void WriteLines(LineWriter lines, int digits) =>
        lines.Line($"{Name} = {DecimalText.ToText(Value, digits)}{(IsIdealClock ? TableAxis.IdealClock : "")}");
}
