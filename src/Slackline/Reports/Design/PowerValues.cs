namespace Slackline.Reports.Design;

/// <summary>The power of an instance, a group of instances or a design, in watts; NaN where the tool computed none.</summary>
/// <param name="Internal">Power dissipated inside the cells.</param>
/// <param name="Switching">Power for charging the nets.</param>
/// <param name="Leakage">Power lost without any switching.</param>
/// <param name="Total">The sum of the three.</param>
public readonly record struct PowerValues(double Internal, double Switching, double Leakage, double Total);
