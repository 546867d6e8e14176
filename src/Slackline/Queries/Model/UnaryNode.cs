namespace Slackline.Queries.Model;

/// <summary>A number made of another.</summary>
internal sealed record UnaryNode(UnaryOperator Operator, NumberNode Operand) : NumberNode;
