using Slackline.Timing.Schema;

namespace Slackline.Queries.Model;

/// <summary>A test of a text; a blank satisfies neither the test nor its negation.</summary>
internal sealed record TextNode(TextValueNode Operand, TextTest Test, bool Negated) : FilterNode
{
    public TextNode(TextColumn column, TextTest test, bool negated)
        : this(new TextColumnNode(column), test, negated)
    {
    }

    /// <summary>The column that is tested as it is; null for what a function makes of one.</summary>
    public TextColumn? Column => (Operand as TextColumnNode)?.Column;
}
