using Slackline.Timing.Schema;

namespace Slackline.Queries.Model;

/// <summary>Whether a text is blank.</summary>
internal sealed record TextIsNullNode(TextValueNode Operand) : FilterNode
{
    public TextIsNullNode(TextColumn column)
        : this(new TextColumnNode(column))
    {
    }
}
