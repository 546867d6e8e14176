namespace Slackline.Reports.Design;

/// <summary>The power of single instances, by <c>report_power -instances ... -format json</c>.</summary>
public sealed record InstancePowerJsonReport : Report
{
    /// <summary>The instances, the highest total power first.</summary>
    public required IReadOnlyList<NamedPower> Instances { get; init; }

    /// <summary>How numbers are printed.</summary>
    public required PowerJsonLayout Layout { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line("["u8);
        for (int i = 0; i < Instances.Count; i++)
        {
            if (i > 0)
            {
                lines.Line(","u8);
            }

            lines.Line("{"u8);
            lines.Line($"  \"name\": \"{Instances[i].Name}\",");
            Layout.Write(lines, "  ", Instances[i].Power);
            lines.Line("}"u8);
        }

        lines.Line("]"u8);
    }
}
