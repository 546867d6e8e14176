namespace Slackline.Reports.Checks;

/// <summary>The units of the tool's numbers, by <c>report_units</c>.</summary>
public sealed record ReportedUnits : Report
{
    internal static IReadOnlyList<string> Quantities { get; } = ["time", "capacitance", "resistance", "voltage", "current", "power", "distance"];

    /// <summary>The units in the order printed, time first.</summary>
    public required IReadOnlyList<ReportedUnit> Units { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        foreach (ReportedUnit unit in Units)
        {
            lines.Line($" {unit.Quantity} {unit.Multiple}{unit.Unit}");
        }
    }
}
