namespace Slackline.Reports.Design;

/// <summary>The transitions at the two ends of an arc: <c>^</c> rises, <c>v</c> falls; others concern tristates.</summary>
/// <param name="From">The transition at its beginning.</param>
/// <param name="To">The transition at its end.</param>
public readonly record struct LibraryArcEdge(string From, string To);
