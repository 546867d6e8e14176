namespace Slackline.Reports.Checks;

/// <summary>A time of the fastest and of the slowest path, in the tool's time unit.</summary>
/// <param name="Min">That of the fastest.</param>
/// <param name="Max">That of the slowest.</param>
public readonly record struct MinMaxTime(double Min, double Max);
