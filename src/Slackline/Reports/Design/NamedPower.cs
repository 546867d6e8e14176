namespace Slackline.Reports.Design;

/// <summary>The power of an instance or of a kind of cells.</summary>
/// <param name="Name">The full name of the instance (if hierarchical, its power is that of all within it), or Sequential, Combinational, Clock, Macro, Pad, Total.</param>
/// <param name="Power">Its power.</param>
public sealed record NamedPower(string Name, PowerValues Power);
