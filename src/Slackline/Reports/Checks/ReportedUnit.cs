namespace Slackline.Reports.Checks;

/// <summary>The unit of the tool's numbers of one quantity.</summary>
/// <param name="Quantity">The quantity: <c>time</c>, <c>capacitance</c>, <c>resistance</c>, <c>voltage</c>, <c>current</c>, <c>power</c>,
/// <c>distance</c>.</param>
/// <param name="Multiple">The number of <paramref name="Unit"/>s that the tool counts as one; the tools print 1.</param>
/// <param name="Unit">The unit with its metric prefix: <c>ns</c>, <c>fF</c>, <c>kohm</c>.</param>
public sealed record ReportedUnit(string Quantity, int Multiple, string Unit);
