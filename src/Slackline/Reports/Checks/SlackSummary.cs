using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>
/// One number about the slack of the whole design, as <c>report_tns</c>, <c>report_wns</c> and <c>report_worst_slack</c> print it.
/// </summary>
/// <param name="Measure">Which number.</param>
/// <param name="PathType">Max or min; unknown where the tool does not print it (2.0, which only has max).</param>
/// <param name="Value">The number, in the tool's time unit; infinite when nothing is constrained.</param>
/// <param name="Digits">Digits after the point (<c>-digits</c>).</param>
public sealed record SlackSummary(SlackMeasure Measure, PathType PathType, double Value, int Digits) : Report
{
    internal static string NameOf(SlackMeasure measure) => measure switch
    {
        SlackMeasure.TotalNegativeSlack => "tns",
        SlackMeasure.WorstNegativeSlack => "wns",
        _ => "worst slack",
    };

    internal override void WriteLines(LineWriter lines) => lines.Line(ToText());

    /// <summary>The line that the tool prints: <c>tns max -50.00</c>.</summary>
    public string ToText()
    {
        string type = PathType switch
        {
            PathType.Max => "max ",
            PathType.Min => "min ",
            _ => "",
        };
        return $"{NameOf(Measure)} {type}{DecimalText.ToText(Value, Digits)}";
    }
}
