namespace Slackline.Queries.Model;

/// <summary>One of at least two conditions, none of them an <see cref="OrNode"/>.</summary>
internal sealed record OrNode(ValueList<FilterNode> Parts) : JunctionNode(Parts);
