namespace Slackline.Reports.Design;

/// <summary>How many pins have their activity from one origin.</summary>
/// <param name="Origin"><c>vcd</c>, <c>saif</c> or <c>input</c> (<c>set_power_activity</c>).</param>
/// <param name="Count">How many pins.</param>
public sealed record ActivityCount(string Origin, int Count);
