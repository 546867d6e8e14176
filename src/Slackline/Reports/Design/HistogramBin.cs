namespace Slackline.Reports.Design;

/// <summary>A bin of a <see cref="HistogramReport"/>.</summary>
/// <param name="From">Its lower bound, inclusive.</param>
/// <param name="To">Its upper bound, inclusive only in the last bin.</param>
/// <param name="Count">The number of endpoints in it.</param>
public readonly record struct HistogramBin(double From, double To, int Count);
