namespace Slackline.Queries.Model;

/// <summary>Whether a text column is blank.</summary>
internal sealed record TextIsNullNode(ColumnId Column) : FilterNode;
