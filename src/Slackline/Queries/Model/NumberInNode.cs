namespace Slackline.Queries.Model;

/// <summary>Whether a number is one of a list; a blank neither is nor is not.</summary>
internal sealed record NumberInNode(NumberNode Operand, ValueList<double> Values, bool Negated) : FilterNode;
