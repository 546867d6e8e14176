using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>The lines above the endpoints of one path group: <c>report_checks -format end</c>.</summary>
/// <param name="PathType">Max for <c>max_delay/setup</c>, min for <c>min_delay/hold</c>.</param>
/// <param name="Group">The path group; <c>(none)</c> for unconstrained paths of 2.0.17.</param>
/// <param name="NameWidth">Characters that a name is padded to.</param>
/// <param name="NumberWidth">Characters that a number is padded to.</param>
internal sealed record EndListHeading(PathType PathType, string Group, int NameWidth, int NumberWidth)
    : PathListHeading(NameWidth, NumberWidth)
{
    internal static ReadOnlySpan<byte> SetupGroup => "max_delay/setup group "u8;

    internal static ReadOnlySpan<byte> HoldGroup => "min_delay/hold group "u8;

    /// <inheritdoc/>
    public override PathFormat Format => PathFormat.End;

    internal override void WriteLines(LineWriter lines)
    {
        lines.Text.Write(PathType == PathType.Min ? HoldGroup : SetupGroup);
        lines.Line(Group);
        lines.End();
        WriteTitles(lines, "", ["Required", "Actual"]);
        WriteTitles(lines, "Endpoint", ["Delay", "Delay", "Slack"]);
        lines.Dashes(NameWidth + (3 * NumberWidth) + 3);
    }

    private void WriteTitles(LineWriter lines, string name, ReadOnlySpan<string> numbers)
    {
        lines.Text.WriteLeft(name, NameWidth);
        foreach (string number in numbers)
        {
            lines.Text.Write(" "u8);
            lines.Text.Fill((byte)' ', NumberWidth - number.Length);
            lines.Text.Write(number);
        }

        lines.End();
    }
}
