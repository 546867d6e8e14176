namespace Slackline.Reports.Checks;

/// <summary>A clock as <c>report_clock_properties</c> lists it.</summary>
/// <param name="Clock">The clock's name.</param>
/// <param name="Period">Its period, in the tool's time unit.</param>
/// <param name="Edges">The times of its edges in one period, a rising one first, in the tool's time unit.</param>
/// <param name="IsGenerated">Whether it is derived from another clock.</param>
public sealed record ClockWaveform(string Clock, double Period, IReadOnlyList<double> Edges, bool IsGenerated)
{
    private const string NoWaveform = "                    ";

    internal string ToText(int digits)
    {
        string edges = Edges.Count == 0 ? NoWaveform : string.Concat(Edges.Select(edge => DecimalText.ToText(edge, digits).PadLeft(10)));
        return $"{Clock,-20}{DecimalText.ToText(Period, digits),10}  {edges}{(IsGenerated ? " (generated)" : "")}";
    }
}
