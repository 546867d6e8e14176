namespace Slackline.Reports.Design;

/// <summary>The power of an instance or of a kind of cells.</summary>
/// <param name="Name">The full name of the instance (a hierarchical one includes all instances inside it), or Sequential, Combinational,
/// Clock, Macro, Pad, Total.</param>
/// <param name="Power">Its power.</param>
public sealed record NamedPower(string Name, PowerValues Power);
