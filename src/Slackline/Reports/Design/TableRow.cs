namespace Slackline.Reports.Design;

/// <summary>A row of a <see cref="TableLookup"/>.</summary>
/// <param name="Index">The first axis's value of it.</param>
/// <param name="Values">The table's values in it.</param>
public sealed record TableRow(double Index, IReadOnlyList<double> Values);
