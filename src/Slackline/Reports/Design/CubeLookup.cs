namespace Slackline.Reports.Design;

/// <summary>The part of a table with three axes between whose values the result was interpolated.</summary>
/// <param name="First">The first axis.</param>
/// <param name="Second">The second axis.</param>
/// <param name="Third">The third axis; the values of a row are along it.</param>
/// <param name="Columns">The third axis's neighbouring values: two, or one if the table has only one.</param>
/// <param name="LowerFirst">The first axis's value below.</param>
/// <param name="UpperFirst">The first axis's value above; NaN if the axis has only one value.</param>
/// <param name="LowerSecond">The second axis's value below.</param>
/// <param name="UpperSecond">The second axis's value above.</param>
/// <param name="Rows">
/// The table's values in the order printed: for the upper value of the first axis and the lower of the second, lower and lower, upper and
/// upper, lower and upper. A row that the table does not have is empty.
/// </param>
public sealed record CubeLookup(
    TableAxis First, TableAxis Second, TableAxis Third, IReadOnlyList<double> Columns,
    double LowerFirst, double UpperFirst, double LowerSecond, double UpperSecond,
    IReadOnlyList<IReadOnlyList<double>> Rows) : CalculationStep
{
    internal const string Gap = "     ";

    internal static ReadOnlySpan<byte> FirstKey => "   --------- "u8;

    internal static ReadOnlySpan<byte> SecondKey => "   |    ---- "u8;

    internal static ReadOnlySpan<byte> ThirdKey => "   |    |    "u8;

    internal static ReadOnlySpan<byte> Line => "   v    |    --------------------"u8;

    internal override void WriteLines(LineWriter lines, int digits)
    {
        lines.Line($"   --------- {First.ToText(digits)}");
        lines.Line($"   |    ---- {Second.ToText(digits)}");
        lines.Line($"   |    |    {Third.ToText(digits)}");
        lines.Line($"   |    |    {Values(Columns)}");
        lines.Line(Line);
        lines.Line($"{(double.IsNaN(UpperFirst) ? new string(' ', digits + 3) : " " + Text(UpperFirst))}   v   / {Values(Rows[0])}");
        lines.Line($"{Text(LowerFirst)}  {Text(LowerSecond)} | {Values(Rows[1])}");
        lines.Line($"           |/ {Values(Rows[2])}");
        lines.Line($"      {Text(UpperSecond)} | {Values(Rows[3])}");

        string Values(IReadOnlyList<double> values) => string.Join(Gap, values.Select(Text));

        string Text(double value) => DecimalText.ToText(value, digits);
    }
}
