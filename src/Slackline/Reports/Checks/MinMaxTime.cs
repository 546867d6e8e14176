namespace Slackline.Reports.Checks;

/// <summary>A time of the fastest and of the slowest path, in the tool's time unit.</summary>
/// <param name="Min">The time of the fastest path.</param>
/// <param name="Max">The time of the slowest path.</param>
public readonly record struct MinMaxTime(double Min, double Max);
