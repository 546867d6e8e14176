namespace Slackline.Reports.Design;

/// <summary>How often cells of one kind, or one library cell, are used.</summary>
/// <param name="Name">The kind of cells, or the library cell.</param>
/// <param name="Count">The number of instances.</param>
/// <param name="Area">Their area in square microns, to 2 digits.</param>
public sealed record CellUsage(string Name, int Count, double Area);
