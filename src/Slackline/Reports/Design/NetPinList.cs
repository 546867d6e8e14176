namespace Slackline.Reports.Design;

/// <summary>The pins of a net of one kind.</summary>
/// <param name="Title"><c>Driver pins</c>, <c>Load pins</c>, <c>Hierarchical pins</c> or <c>Other pins</c>.</param>
/// <param name="Pins">The pins.</param>
/// <param name="BlankLinesBefore">The number of empty lines before the title.</param>
public sealed record NetPinList(string Title, IReadOnlyList<NetPin> Pins, int BlankLinesBefore);
