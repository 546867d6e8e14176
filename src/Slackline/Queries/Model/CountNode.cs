namespace Slackline.Queries.Model;

/// <summary>How many points of a path satisfy a condition.</summary>
internal sealed record CountNode(FilterNode Operand) : NumberNode;
