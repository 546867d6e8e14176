namespace Slackline.Reports.Design;

/// <summary>A loop in the timing graph, by <c>sta::report_loops</c>, which prints an empty line after each loop.</summary>
public sealed record CombinationalLoop : Report
{
    /// <summary>The pins around the loop, each once, in the order in which signals pass them.</summary>
    public required IReadOnlyList<string> Pins { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        foreach (string pin in Pins)
        {
            lines.Line($" {pin}");
        }

        lines.Line($" {Pins[0]}");
    }
}
