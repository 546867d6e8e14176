namespace Slackline.Reports.Checks;

/// <summary>The latencies of a clock to the registers, by <c>report_clock_latency</c>.</summary>
public sealed record ClockLatency : Report
{
    /// <summary>The clock.</summary>
    public required string Clock { get; init; }

    /// <summary>The latencies by edges; empty when the clock reaches no register.</summary>
    public required IReadOnlyList<LatencySection> Sections { get; init; }

    /// <summary>Digits after the point (<c>-digits</c>).</summary>
    public required int Digits { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line($"Clock {Clock}");
        for (int i = 0; i < Sections.Count; i++)
        {
            if (i > 0)
            {
                lines.End();
            }

            Sections[i].Write(lines, Digits);
        }
    }
}
