namespace Slackline.Queries.Model;

/// <summary>The contrary.</summary>
internal sealed record NotNode(FilterNode Operand) : FilterNode;
