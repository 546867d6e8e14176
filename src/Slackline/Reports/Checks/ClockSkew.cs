using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>
/// The worst skew of a clock between two registers with a path from one to the other, by <c>report_clock_skew</c>. Times are in the tool's
/// time unit.
/// </summary>
public sealed record ClockSkew : Report
{
    /// <summary>The clock.</summary>
    public required string Clock { get; init; }

    /// <summary>How it is printed; without paths there are no numbers.</summary>
    public required ClockSkewForm Form { get; init; }

    /// <summary>Where the clock launches; null without paths.</summary>
    public ClockEnd? Source { get; init; }

    /// <summary>Where the clock captures; null without paths.</summary>
    public ClockEnd? Target { get; init; }

    /// <summary>The clock uncertainty; null when none is printed.</summary>
    public double? Uncertainty { get; init; }

    /// <summary>The clock reconvergence pessimism as added to the skew: a reduction is negative.</summary>
    public double Crpr { get; init; }

    /// <summary>The skew.</summary>
    public double Skew { get; init; }

    /// <summary>Max for setup, min for hold; unknown where the tool does not print it.</summary>
    public PathType PathType { get; init; }

    /// <summary>Digits after the point (<c>-digits</c>).</summary>
    public int Digits { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line($"Clock {Clock}");
        if (Form == ClockSkewForm.NoPaths || Source is null || Target is null)
        {
            lines.Line("No launch/capture paths found.");
        }
        else if (Form == ClockSkewForm.Columns)
        {
            WriteColumns(lines, Source, Target);
        }
        else
        {
            WriteSum(lines, Source, Target);
        }
    }

    private void WriteColumns(LineWriter lines, ClockEnd source, ClockEnd target)
    {
        lines.Line("Latency      CRPR       Skew");
        lines.Line($"{source.Pin} {(char)source.Transition}");
        lines.Line(Number(source.Latency));
        lines.Line($"{target.Pin} {(char)target.Transition}");
        lines.Line($"{Number(target.Latency)}   {Number(Crpr)}    {Number(Skew)}");
    }

    private void WriteSum(LineWriter lines, ClockEnd source, ClockEnd target)
    {
        lines.Line($"{Number(source.Latency)} source latency {source.Pin} {(char)source.Transition}");
        WriteOptional(lines, source.InternalDelay, "source internal clock delay");
        lines.Line($"{Number(-target.Latency)} target latency {target.Pin} {(char)target.Transition}");
        WriteOptional(lines, -target.InternalDelay, "target internal clock delay");
        WriteOptional(lines, Uncertainty, "clock uncertainty");
        lines.Line($"{Number(Crpr)} CRPR");
        lines.Dashes(14);
        lines.Line($"{Number(Skew)} {(PathType == PathType.Min ? "hold" : "setup")} skew");
    }

    private void WriteOptional(LineWriter lines, double? time, string name)
    {
        if (time is { } value)
        {
            lines.Line($"{Number(value)} {name}");
        }
    }

    private string Number(double value) => DecimalText.ToText(value, Digits).PadLeft(7);
}
