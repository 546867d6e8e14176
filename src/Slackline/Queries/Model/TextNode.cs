namespace Slackline.Queries.Model;

/// <summary>A test of a text column; a blank satisfies neither the test nor its negation.</summary>
internal sealed record TextNode(ColumnId Column, TextTest Test, bool Negated) : FilterNode;
