namespace Slackline.Queries.Model;

/// <summary>One number of those that a path's points have, or those of them that satisfy a condition.</summary>
internal sealed record PointsNode(PointsFunction Function, NumberNode Operand, FilterNode? Condition) : NumberNode;
