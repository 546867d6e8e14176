using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>The latencies from one edge at a clock's source to one edge at the registers. Times are in the tool's time unit.</summary>
public sealed record LatencySection
{
    /// <summary>The edge at the source.</summary>
    public required Transition SourceTransition { get; init; }

    /// <summary>The edge at the registers' clock pins.</summary>
    public required Transition EndTransition { get; init; }

    /// <summary>From the waveform's origin to the clock's source (<c>set_clock_latency -source</c>).</summary>
    public required MinMaxTime SourceLatency { get; init; }

    /// <summary>From the clock's source to the register's clock pin.</summary>
    public required MinMaxTime NetworkLatency { get; init; }

    /// <summary>The register's clock pin where the fastest path ends.</summary>
    public required string MinPin { get; init; }

    /// <summary>The register's clock pin where the slowest path ends.</summary>
    public required string MaxPin { get; init; }

    /// <summary>The clock's delay inside the cell (<c>-include_internal_latency</c>); null when none is printed.</summary>
    public MinMaxTime? InternalLatency { get; init; }

    /// <summary>Whether <see cref="InternalLatency"/> is printed as a liberty clock tree delay, as before OpenSTA 2.6.</summary>
    public bool NamesLibertyTree { get; init; }

    /// <summary>The sum of these.</summary>
    public required MinMaxTime Latency { get; init; }

    /// <summary>How much slower the slowest path is than the fastest.</summary>
    public required double Skew { get; init; }

    internal void Write(LineWriter lines, int digits)
    {
        lines.Line($"{SourceTransition.Word()} -> {EndTransition.Word()}");
        lines.Line("    min     max");
        WriteBoth(SourceLatency, "source latency");
        lines.Line($"{Number(NetworkLatency.Min)} {"",7} network latency {MinPin}");
        lines.Line($"{"",7} {Number(NetworkLatency.Max)} network latency {MaxPin}");
        if (InternalLatency is { } inside)
        {
            WriteBoth(inside, NamesLibertyTree ? "liberty clock tree delay" : "internal clock latency");
        }

        lines.Dashes(15);
        WriteBoth(Latency, "latency");
        lines.Line($"{"",7} {Number(Skew)} skew");

        void WriteBoth(MinMaxTime times, string name) => lines.Line($"{Number(times.Min)} {Number(times.Max)} {name}");

        string Number(double value) => DecimalText.ToText(value, digits).PadLeft(7);
    }
}
