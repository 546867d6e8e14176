namespace Slackline.Queries.Model;

/// <summary>A text column.</summary>
internal sealed record TextColumnNode(ColumnId Column) : TextValueNode;
