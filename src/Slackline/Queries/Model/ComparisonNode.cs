namespace Slackline.Queries.Model;

/// <summary>A comparison of numbers.</summary>
internal sealed record ComparisonNode(NumberNode Left, ComparisonOperator Operator, NumberNode Right) : FilterNode;
