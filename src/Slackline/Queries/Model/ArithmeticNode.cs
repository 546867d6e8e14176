namespace Slackline.Queries.Model;

/// <summary>A number made of two others.</summary>
internal sealed record ArithmeticNode(NumberNode Left, ArithmeticOperator Operator, NumberNode Right) : NumberNode;
