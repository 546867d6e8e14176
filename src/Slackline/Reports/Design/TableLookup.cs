namespace Slackline.Reports.Design;

/// <summary>The part of a table with two axes between whose values the result was interpolated.</summary>
/// <param name="RowAxis">The first axis.</param>
/// <param name="ColumnAxis">The second axis.</param>
/// <param name="Columns">The second axis's neighbouring values: two, or one if the table has only one column.</param>
/// <param name="Rows">The rows of the first axis's neighbouring values: two, or one if the table has only one row.</param>
public sealed record TableLookup(TableAxis RowAxis, TableAxis ColumnAxis, IReadOnlyList<double> Columns, IReadOnlyList<TableRow> Rows)
    : CalculationStep
{
    internal override void WriteLines(LineWriter lines, int digits)
    {
        lines.Line($"------- {RowAxis.ToText(digits)}");
        lines.Line($"|       {ColumnAxis.ToText(digits)}");
        lines.Line($"|        {Text(Columns)}");
        lines.Line("v      --------------------"u8);
        foreach (TableRow row in Rows)
        {
            lines.Line($"{DecimalText.ToText(row.Index, digits)} | {Text(row.Values)}");
        }

        // The place of the second row.
        if (Rows.Count == 1)
        {
            lines.End();
        }

        string Text(IReadOnlyList<double> values) => string.Join("     ", values.Select(value => DecimalText.ToText(value, digits)));
    }
}
