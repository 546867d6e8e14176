namespace Slackline.Reports.Design;

/// <summary>The power of one kind of cells of the design, or of all of them.</summary>
/// <param name="Name">Sequential, Combinational, Clock, Macro, Pad, or Total.</param>
/// <param name="Power">Their power.</param>
/// <param name="Percent">Their share of the design's total power.</param>
public sealed record PowerGroup(string Name, PowerValues Power, double Percent);
