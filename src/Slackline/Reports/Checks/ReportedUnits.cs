using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>The units of the tool's numbers, by <c>report_units</c>.</summary>
public sealed record ReportedUnits : Report
{
    internal static IReadOnlyList<string> Quantities { get; } =
        ["time", "capacitance", "resistance", "voltage", "current", "power", "distance"];

    /// <summary>The units in the order printed, time first.</summary>
    public required IReadOnlyList<ReportedUnit> Units { get; init; }

    /// <summary>The units of times and of capacitances; null where one of them is not supported.</summary>
    public TimingUnits? ToUnits() =>
        TimingUnits.TryParse(
            string.Join('\n', Units.Select(static unit => $"{unit.Quantity} {unit.Multiple}{unit.Unit}")), out TimingUnits? units)
            ? units
            : null;

    internal override void WriteLines(LineWriter lines)
    {
        foreach (ReportedUnit unit in Units)
        {
            lines.Line($" {unit.Quantity} {unit.Multiple}{unit.Unit}");
        }
    }
}
