
namespace Slackline.Reports.Design;

/// <summary>The power of single instances, by <c>report_power -instances</c> or <c>-highest_power_instances</c>.</summary>
public sealed record InstancePowerReport : Report
{
    /// <summary>The instances, the highest total power first.</summary>
    public required IReadOnlyList<NamedPower> Instances { get; init; }

    /// <summary>How the columns are printed.</summary>
    public required PowerColumns Columns { get; init; }

    internal override RoundTripReader? MoreRows => Instances.Count == MaxRows ? new InstancePowerRowsReader(Columns) : null;

    internal override void WriteLines(LineWriter lines)
    {
        if (!IsContinued)
        {
            Columns.WriteTitles(lines, "");
        }

        foreach (NamedPower instance in Instances)
        {
            lines.Line($"{Columns.ToText(instance.Power)} {instance.Name}");
        }
    }
}
