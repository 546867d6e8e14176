namespace Slackline.Reports.Design;

/// <summary>The part of a table with one axis between whose values the result was interpolated.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Indexes">Its two neighbouring values; empty if the table has only one value.</param>
/// <param name="Values">The table's values there.</param>
public sealed record LinearLookup(TableAxis Axis, IReadOnlyList<double> Indexes, IReadOnlyList<double> Values) : CalculationStep
{
    internal override void WriteLines(LineWriter lines, int digits)
    {
        lines.Line("Table is indexed by"u8);
        lines.Line($"  {Axis.ToText(digits)}");
        if (Indexes.Count > 0)
        {
            lines.Line($"  {Text("      ", Indexes)}");
            lines.Line("    --------------------"u8);
            lines.Line($"| {Text("     ", Values)}");
        }

        string Text(string gap, IReadOnlyList<double> values) =>
            string.Join(gap, values.Select(value => DecimalText.ToText(value, digits)));
    }
}
