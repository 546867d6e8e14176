using System.Text.Json.Serialization;

namespace Slackline.Reports;

/// <summary>
/// A line of object names that a script printed, perhaps with numbers: the pins found by <c>get_fanin</c> and <c>get_fanout</c>, one on
/// each line (<c>  u1/Z</c>), or data about a path (<c>0.065 r1/Q r2/D clk</c>). A word with a slash may be a pin. Other words count as
/// names (of ports) only if they shortly precede such a line.
/// </summary>
/// <param name="Text">The names and numbers, separated by single spaces.</param>
/// <param name="Indent">The number of spaces before them.</param>
internal sealed record ObjectLine([property: JsonIgnore] string Text, int Indent) : Report
{
    /// <summary>The names and numbers.</summary>
    public IReadOnlyList<string> Words => Text.Split(' ');

    internal override void WriteLines(LineWriter lines)
    {
        lines.Text.Fill((byte)' ', Indent);
        lines.Line(Text);
    }
}
