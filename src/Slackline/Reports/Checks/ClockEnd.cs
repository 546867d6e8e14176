using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>Where one of two clock paths ends whose skew is reported. Times are in the tool's time unit.</summary>
/// <param name="Pin">The register's clock pin.</param>
/// <param name="Transition">The edge that arrives there.</param>
/// <param name="Latency">How long the clock takes to there from its source, without the delay inside the cell.</param>
/// <param name="InternalDelay">The clock's delay inside the cell (<c>-include_internal_latency</c>); null when none is printed.</param>
public sealed record ClockEnd(string Pin, Transition Transition, double Latency, double? InternalDelay = null);
