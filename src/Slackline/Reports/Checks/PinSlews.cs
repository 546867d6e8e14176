using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>
/// The slews at a pin, by <c>report_slews</c>: for each corner the shortest and the longest, in the tool's time unit. A bidirectional pin
/// has one line as a driver and one as a load.
/// </summary>
/// <param name="Pin">The pin.</param>
/// <param name="Rise">Slews of its rising edge.</param>
/// <param name="Fall">Slews of its falling edge.</param>
/// <param name="Digits">Digits after the point (<c>-digits</c>).</param>
public sealed record PinSlews(string Pin, IReadOnlyList<double> Rise, IReadOnlyList<double> Fall, int Digits) : Report
{
    /// <summary>
    /// The spreads of statistical slews of the rising edge (<c>-report_variance</c>), one for each; empty when all are plain numbers.
    /// </summary>
    public IReadOnlyList<Spread> RiseSpreads { get; init; } = [];

    /// <summary>The spreads of the falling edge, likewise.</summary>
    public IReadOnlyList<Spread> FallSpreads { get; init; } = [];

    internal override void WriteLines(LineWriter lines) =>
        lines.Line($"{Pin} ^ {DelayList.ToText(Rise, RiseSpreads, Digits)} v {DelayList.ToText(Fall, FallSpreads, Digits)}");
}
