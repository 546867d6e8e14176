namespace Slackline.Queries.Model;

/// <summary>A number, in the unit of the report where it has one.</summary>
internal sealed record LiteralNode(double Value) : NumberNode;
