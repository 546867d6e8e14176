using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>The end of one of the two clock paths of a skew. Times are in the tool's time unit.</summary>
/// <param name="Pin">The register's clock pin.</param>
/// <param name="Transition">The edge that arrives there.</param>
/// <param name="Latency">The clock's delay from its source to the pin, without the delay inside the cell.</param>
/// <param name="InternalDelay">The clock's delay inside the cell (<c>-include_internal_latency</c>); null when none is printed.</param>
public sealed record ClockEnd(string Pin, Transition Transition, double Latency, double? InternalDelay = null);
