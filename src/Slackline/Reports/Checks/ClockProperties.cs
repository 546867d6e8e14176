namespace Slackline.Reports.Checks;

/// <summary>The clocks of the design, by <c>report_clock_properties</c>.</summary>
public sealed record ClockProperties : Report
{
    internal const string Titles = "Clock                   Period          Waveform";

    /// <summary>The clocks in the order printed.</summary>
    public required IReadOnlyList<ClockWaveform> Clocks { get; init; }

    /// <summary>Digits after the point (<c>sta_report_default_digits</c>).</summary>
    public required int Digits { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line(Titles);
        lines.Dashes(52);
        foreach (ClockWaveform clock in Clocks)
        {
            lines.Line(clock.ToText(Digits));
        }
    }
}
