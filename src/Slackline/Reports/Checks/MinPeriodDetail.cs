namespace Slackline.Reports.Checks;

/// <summary>
/// A pin's minimum period in the verbose form of <c>report_check_types -min_period</c>. Times are in the tool's time unit.
/// </summary>
public sealed record MinPeriodDetail : Report
{
    // A row is laid out as in a path's table without a delay and an edge; the dashes below are as wide as such a table.
    private const int UnusedWidth = 1 + 36 + 6;

    /// <summary>The clock pin.</summary>
    public required string Pin { get; init; }

    /// <summary>The clock's period.</summary>
    public required double Period { get; init; }

    /// <summary>The shortest period that the pin allows.</summary>
    public required double MinPeriod { get; init; }

    /// <summary>How much longer the period is than the shortest one.</summary>
    public required double Slack { get; init; }

    /// <summary>Whether the tool reports the check as met.</summary>
    public required bool IsMet { get; init; }

    /// <summary>Characters that numbers are padded to.</summary>
    public required int FieldWidth { get; init; }

    /// <summary>Digits after the point (<c>-digits</c>).</summary>
    public required int Digits { get; init; }

    /// <summary>
    /// Whether the rows are called <c>Period</c> and <c>min_period</c>, as in OpenSTA 2.0, and not <c>period</c> and <c>min period</c>.
    /// </summary>
    public required bool HasOldNames { get; init; }

    internal static int FieldWidthFor(int dashes) => (dashes - UnusedWidth) / 2;

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line($"Pin: {Pin}");
        WriteRow(lines, Period, HasOldNames ? "Period" : "period");
        WriteRow(lines, -MinPeriod, HasOldNames ? "min_period" : "min period");
        lines.Dashes((2 * FieldWidth) + UnusedWidth);
        WriteRow(lines, Slack, $"slack {CheckRow.VerdictOf(IsMet)}");
    }

    private void WriteRow(LineWriter lines, double time, string description) =>
        lines.Line($"{"".PadLeft(FieldWidth)} {DecimalText.ToText(time, Digits).PadLeft(FieldWidth)}   {description}");
}
