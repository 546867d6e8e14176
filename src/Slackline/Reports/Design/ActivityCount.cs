namespace Slackline.Reports.Design;

/// <summary>How many pins have an activity from one origin.</summary>
/// <param name="Origin"><c>vcd</c>, <c>saif</c> or <c>input</c> (<c>set_power_activity</c>).</param>
/// <param name="Count">The number of pins.</param>
public sealed record ActivityCount(string Origin, int Count);
