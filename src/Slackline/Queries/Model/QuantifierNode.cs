namespace Slackline.Queries.Model;

/// <summary>A condition on how many points of a path satisfy another one.</summary>
internal sealed record QuantifierNode(Quantifier Quantifier, FilterNode Operand) : FilterNode;
