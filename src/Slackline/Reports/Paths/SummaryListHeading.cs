using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>The lines above the paths of <c>report_checks -format summary</c>.</summary>
/// <param name="NameWidth">Characters that a name is padded to.</param>
/// <param name="NumberWidth">Characters that a slack is padded to.</param>
/// <param name="IsSpaced">Whether an empty line follows the dashes, as in 2.0.17.</param>
internal sealed record SummaryListHeading(int NameWidth, int NumberWidth, bool IsSpaced) : PathListHeading(NameWidth, NumberWidth)
{
    /// <inheritdoc/>
    public override PathFormat Format => PathFormat.Summary;

    internal override void WriteLines(LineWriter lines)
    {
        lines.Text.WriteLeft("Startpoint"u8, NameWidth);
        lines.Text.Write(" "u8);
        lines.Text.WriteLeft("Endpoint"u8, NameWidth);
        lines.Text.Write(" "u8);
        lines.Text.WriteRight("Slack"u8, NumberWidth);
        lines.End();
        lines.Dashes(DashesOver(NameWidth) + NumberWidth);
        if (IsSpaced)
        {
            lines.End();
        }
    }

    /// <summary>How many dashes precede those under the slack: OpenSTA's line is one dash too short.</summary>
    internal static int DashesOver(int nameWidth) => (2 * nameWidth) + 1;
}
