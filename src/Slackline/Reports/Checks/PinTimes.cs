using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>
/// Arrivals, required times or slacks at a pin with respect to one edge of a clock: a line of <c>report_arrivals</c>,
/// <c>report_required</c>, <c>report_slacks</c> (<c>report_arrival</c>, <c>report_slack</c> in older versions). The line does not show
/// which of the three it is. Times are in the tool's time unit, for each corner the time of the fastest and of the slowest path; infinite
/// or NaN where there is none.
/// </summary>
public sealed record PinTimes : Report
{
    /// <summary>The clock; empty for paths without one.</summary>
    public required string Clock { get; init; }

    /// <summary>The clock's edge; none for paths without a clock.</summary>
    public required Transition ClockTransition { get; init; }

    /// <summary>Times of the rising edge at the pin.</summary>
    public required IReadOnlyList<double> Rise { get; init; }

    /// <summary>Times of the falling edge at the pin.</summary>
    public required IReadOnlyList<double> Fall { get; init; }

    /// <summary>
    /// The spreads of statistical times of the rising edge (<c>-report_variance</c>), one for each; empty when all are plain numbers.
    /// </summary>
    public IReadOnlyList<Spread> RiseSpreads { get; init; } = [];

    /// <summary>The spreads of the falling edge, likewise.</summary>
    public IReadOnlyList<Spread> FallSpreads { get; init; } = [];

    /// <summary>Digits after the point (<c>-digits</c>).</summary>
    public required int Digits { get; init; }

    /// <summary>Whether the line begins with a space, as it does in older versions and without a clock.</summary>
    public required bool IsIndented { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        string indent = IsIndented ? " " : "";
        string clock = Clock.Length == 0 ? "" : $"({Clock} {(char)ClockTransition}) ";
        lines.Line($"{indent}{clock}r {DelayList.ToText(Rise, RiseSpreads, Digits)} f {DelayList.ToText(Fall, FallSpreads, Digits)}");
    }
}
