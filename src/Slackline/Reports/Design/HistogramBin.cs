namespace Slackline.Reports.Design;

/// <summary>A bin of a <see cref="HistogramReport"/>.</summary>
/// <param name="From">Its lower bound, which belongs to it.</param>
/// <param name="To">Its upper bound, which belongs to it only in the last bin.</param>
/// <param name="Count">How many endpoints lie in it.</param>
public readonly record struct HistogramBin(double From, double To, int Count);
