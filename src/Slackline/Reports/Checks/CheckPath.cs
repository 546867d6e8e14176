using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>
/// A pulse width or a maximum skew in the verbose form of <c>report_check_types</c> or <c>report_pulse_width_checks</c>: the two clock
/// edges and how they arrive. Times are in the tool's time unit.
/// </summary>
public sealed record CheckPath : Report
{
    private readonly PathChunk _table;

    internal CheckPath(PathChunk table) => _table = table;

    /// <summary>What is checked: a pulse width or a maximum skew.</summary>
    public CheckKind Kind => ReferencePin.Length == 0 ? CheckKind.PulseWidth : CheckKind.MaxSkew;

    /// <summary>The clock pin that is checked.</summary>
    public required string Pin { get; init; }

    /// <summary>The clock pin that a maximum skew is measured from; empty for a pulse width.</summary>
    public string ReferencePin { get; init; } = "";

    /// <summary>The tool's name of the check: <c>sequential_clock_pulse_width</c>, <c>max_skew</c>.</summary>
    public required string Check { get; init; }

    /// <summary>The table: how the two edges arrive, then the required value, the actual value and the slack.</summary>
    public TimingPath Table => _table[0];

    /// <summary>The shortest pulse, or the widest skew, that is allowed.</summary>
    public double Required => TimeOf("required pulse width", "allowable skew");

    /// <summary>The actual pulse width or skew.</summary>
    public double Actual => TimeOf("actual pulse width", "actual skew");

    /// <summary>The margin to the limit, negative when it is violated.</summary>
    public double Slack => Table.Slack;

    internal override void WriteLines(LineWriter lines)
    {
        if (Kind == CheckKind.MaxSkew)
        {
            lines.Line($"Constrained Pin: {Pin}");
            lines.Line($"Reference   Pin: {ReferencePin}");
        }
        else
        {
            lines.Line($"Pin: {Pin}");
        }

        lines.Line($"Check: {Check}");
        lines.End();
        PathRenderer.WriteTable(Table, Table.Layout!, lines);
    }

    private double TimeOf(string pulseWidth, string skew)
    {
        string description = Kind == CheckKind.PulseWidth ? pulseWidth : skew;
        return Table.Rows.Where(
            row => row.Description.StartsWith(description, StringComparison.Ordinal)).Select(row => row.Time).FirstOrDefault(double.NaN);
    }
}
