namespace Slackline.Reports.Design;

/// <summary>The delay of a cell with a linear model. The tool prints no empty line after it.</summary>
/// <param name="Name">Its name: <c>Delay</c>.</param>
/// <param name="Intrinsic">The delay without load, in the library's unit of time.</param>
/// <param name="Resistance">The resistance of the driver, in the library's unit.</param>
/// <param name="Load">The load capacitance, in the library's unit.</param>
/// <param name="Value">The delay with that load.</param>
public sealed record LinearDelay(string Name, double Intrinsic, double Resistance, double Load, double Value) : CalculationStep
{
    internal override void WriteLines(LineWriter lines, int digits)
    {
        lines.Line($"{Name} = {Text(Intrinsic)} + {Text(Resistance)} * {Text(Load)} = {Text(Value)}");

        string Text(double value) => DecimalText.ToText(value, digits);
    }
}
