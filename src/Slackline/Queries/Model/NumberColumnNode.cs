namespace Slackline.Queries.Model;

/// <summary>A numeric column.</summary>
internal sealed record NumberColumnNode(ColumnId Column) : NumberNode;
