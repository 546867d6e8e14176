using Slackline.Timing.Schema;

namespace Slackline.Queries.Model;

/// <summary>Whether two texts are equal (or, negated, differ), neither being blank.</summary>
internal sealed record TextComparisonNode(TextValueNode Left, TextValueNode Right, bool Negated) : FilterNode
{
    public TextComparisonNode(TextColumn left, TextColumn right, bool negated)
        : this(new TextColumnNode(left), new TextColumnNode(right), negated)
    {
    }
}
