namespace Slackline.Reports.Design;

/// <summary>The operating conditions to which tables are scaled.</summary>
/// <param name="Process">The process factor.</param>
/// <param name="Voltage">The supply voltage in volts.</param>
/// <param name="Temperature">The temperature in degrees Celsius.</param>
public sealed record OperatingConditions(double Process, double Voltage, double Temperature) : CalculationStep
{
    internal override void WriteLines(LineWriter lines, int digits)
    {
        lines.Line($"P = {Text(Process)} V = {Text(Voltage)} T = {Text(Temperature)}");

        string Text(double value) => DecimalText.ToText(value, digits);
    }
}
