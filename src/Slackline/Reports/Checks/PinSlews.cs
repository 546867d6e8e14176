namespace Slackline.Reports.Checks;

/// <summary>
/// The slews at a pin, by <c>report_slews</c>: for every corner the shortest and the longest, in the tool's time unit. A bidirectional pin has a line as a
/// driver and one as a load.
/// </summary>
/// <param name="Pin">The pin.</param>
/// <param name="Rise">Slews of its rising edge.</param>
/// <param name="Fall">Slews of its falling edge.</param>
/// <param name="Digits">Digits after the point (<c>-digits</c>).</param>
public sealed record PinSlews(string Pin, IReadOnlyList<double> Rise, IReadOnlyList<double> Fall, int Digits) : Report
{
    internal override void WriteLines(LineWriter lines) => lines.Line($"{Pin} ^ {DelayList.ToText(Rise, Digits)} v {DelayList.ToText(Fall, Digits)}");
}
