using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// The lines above the slacks of <c>report_checks -format slack_only</c>, and of <c>report_check_types</c> for setup and hold.
/// </summary>
/// <param name="NameWidth">Characters that a path group is padded to.</param>
/// <param name="NumberWidth">Characters that a slack is padded to.</param>
internal sealed record SlackListHeading(int NameWidth, int NumberWidth) : PathListHeading(NameWidth, NumberWidth)
{
    /// <inheritdoc/>
    public override PathFormat Format => PathFormat.SlackOnly;

    internal override void WriteLines(LineWriter lines)
    {
        lines.Text.WriteLeft("Group"u8, NameWidth);
        lines.Text.Write(" "u8);
        lines.Text.WriteRight("Slack"u8, NumberWidth);
        lines.End();
        lines.Dashes(NameWidth + NumberWidth + 1);
    }
}
