namespace Slackline.Queries.Model;

/// <summary>Whether a number is blank.</summary>
internal sealed record NumberIsNullNode(NumberNode Operand) : FilterNode;
