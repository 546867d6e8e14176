namespace Slackline.Reports.Design;

/// <summary>The pi model of the driven net and its effective capacitance, in the library's units.</summary>
/// <param name="C2">The capacitance at the driver.</param>
/// <param name="Resistance">The resistance between the capacitances.</param>
/// <param name="C1">The capacitance at the far end.</param>
/// <param name="EffectiveCapacitance">The capacitance that the driver sees.</param>
public sealed record PiModel(double C2, double Resistance, double C1, double EffectiveCapacitance) : CalculationStep
{
    internal override void WriteLines(LineWriter lines, int digits)
    {
        lines.Line($"Pi model C2={Text(C2)} Rpi={Text(Resistance)} C1={Text(C1)}, Ceff={Text(EffectiveCapacitance)}");

        string Text(double value) => DecimalText.ToText(value, digits);
    }
}
