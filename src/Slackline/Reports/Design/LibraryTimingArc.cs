namespace Slackline.Reports.Design;

/// <summary>A set of timing arcs between two ports of a library cell.</summary>
/// <param name="From">The port they start from.</param>
/// <param name="To">The port they go to.</param>
/// <param name="Role">Their role, such as <c>combinational</c>, <c>setup</c>, <c>Reg Clk to Q</c>.</param>
/// <param name="When">The condition under which they hold; null if they always hold.</param>
/// <param name="Edges">Their transitions, such as <c>^ -> v</c>.</param>
public sealed record LibraryTimingArc(string From, string To, string Role, string? When, IReadOnlyList<LibraryArcEdge> Edges);
