namespace Slackline.Reports.Checks;

/// <summary>
/// The shortest period at which a clock's paths would meet their setup checks, as <c>report_clock_min_period</c> prints it, one line for
/// each clock.
/// </summary>
/// <param name="Clock">The clock.</param>
/// <param name="MinPeriod">The shortest period, in the tool's time unit; 0 when the clock has no paths.</param>
/// <param name="MaxFrequency">The frequency of that period in MHz; infinite when the clock has no paths.</param>
/// <param name="Digits">Digits after the point.</param>
public sealed record ClockMinPeriod(string Clock, double MinPeriod, double MaxFrequency, int Digits) : Report
{
    internal override void WriteLines(LineWriter lines)
    {
        // Tcl formats the frequency, with lower-case letters when it is infinite.
        string frequency = double.IsPositiveInfinity(MaxFrequency) ? "inf" : DecimalText.ToText(MaxFrequency, Digits);
        lines.Line($"{Clock} period_min = {DecimalText.ToText(MinPeriod, Digits)} fmax = {frequency}");
    }
}
