namespace Slackline.Queries.Model;

/// <summary>Whether two text columns are equal (or, negated, differ), neither being blank.</summary>
internal sealed record TextComparisonNode(ColumnId Left, ColumnId Right, bool Negated) : FilterNode;
