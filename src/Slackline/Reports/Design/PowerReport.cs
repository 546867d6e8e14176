namespace Slackline.Reports.Design;

/// <summary>The power of the design, by <c>report_power</c>.</summary>
public sealed record PowerReport : Report
{
    internal const int NameWidth = 20;
    internal const int PercentWidth = 5;
    internal const string Title = "Group               ";

    /// <summary>The kinds of cells; <c>Clock</c> is missing in OpenSTA 2.0.</summary>
    public required IReadOnlyList<PowerGroup> Groups { get; init; }

    /// <summary>The whole design.</summary>
    public required PowerGroup Total { get; init; }

    /// <summary>The share of internal power in the total.</summary>
    public required double InternalPercent { get; init; }

    /// <summary>The share of switching power in the total.</summary>
    public required double SwitchingPercent { get; init; }

    /// <summary>The share of leakage in the total.</summary>
    public required double LeakagePercent { get; init; }

    /// <summary>How the columns are printed.</summary>
    public required PowerColumns Columns { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        Columns.WriteTitles(lines, Title);
        foreach (PowerGroup group in Groups)
        {
            WriteGroup(lines, group);
        }

        Columns.WriteDashes(lines, NameWidth);
        WriteGroup(lines, Total);
        lines.Line($"{"",-NameWidth}{Percent(InternalPercent)}{Percent(SwitchingPercent)}{Percent(LeakagePercent)}");
    }

    private void WriteGroup(LineWriter lines, PowerGroup group) =>
        lines.Line($"{group.Name,-NameWidth}{Columns.ToText(group.Power)} {DecimalText.ToText(group.Percent, 1),PercentWidth}%");

    private string Percent(double percent) => DecimalText.ToText(percent, 1).PadLeft(Columns.Width) + "%";
}
