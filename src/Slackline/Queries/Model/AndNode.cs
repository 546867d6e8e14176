namespace Slackline.Queries.Model;

/// <summary>All of at least two conditions, none of them an <see cref="AndNode"/>.</summary>
internal sealed record AndNode(ValueList<FilterNode> Parts) : JunctionNode(Parts);
