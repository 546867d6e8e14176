namespace Slackline.Reports.Design;

/// <summary>The power of an instance, a group of instances or a design, in watts; NaN where the tool computed none.</summary>
/// <param name="Internal">Dissipated inside the cells.</param>
/// <param name="Switching">Spent on charging the nets.</param>
/// <param name="Leakage">Lost while nothing switches.</param>
/// <param name="Total">The sum of the three.</param>
public readonly record struct PowerValues(double Internal, double Switching, double Leakage, double Total);
