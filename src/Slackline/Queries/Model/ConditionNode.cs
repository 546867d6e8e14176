namespace Slackline.Queries.Model;

/// <summary>A condition as a number: 1 where it holds, 0 where it does not, blank where that is not known.</summary>
internal sealed record ConditionNode(FilterNode Condition) : NumberNode;
