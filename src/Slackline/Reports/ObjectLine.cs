using System.Text.Json.Serialization;

namespace Slackline.Reports;

/// <summary>
/// A line in which a script printed names of objects, and numbers beside them: the pins that <c>get_fanin</c> and <c>get_fanout</c> have found, each on a line of its own
/// (<c>  u1/Z</c>), or what is of interest of a path (<c>0.065 r1/Q r2/D clk</c>). What has a slash may be a pin; of other words, only those close before a line with one
/// are taken for names, as of ports.
/// </summary>
/// <param name="Text">The names and numbers, a space between each two.</param>
/// <param name="Indent">How many spaces stand before them.</param>
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
