namespace Slackline.Queries.Model;

/// <summary>One number computed over a path's points, or over those of them that satisfy a condition.</summary>
internal sealed record PointsNode(PointsFunction Function, NumberNode Operand, FilterNode? Condition) : NumberNode;
