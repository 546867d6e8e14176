namespace Slackline.Queries.Model;

/// <summary>Several conditions joined by one word.</summary>
/// <param name="Parts">The conditions.</param>
internal abstract record JunctionNode(ValueList<FilterNode> Parts) : FilterNode;
