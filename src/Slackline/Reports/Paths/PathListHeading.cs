using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// The lines above a list with one path on each line: <c>report_checks -format end|summary|slack_only</c>, and <c>report_check_types</c>.
/// Every line below is read as a separate path, so a list of any length streams.
/// </summary>
/// <param name="NameWidth">Characters that a name is padded to.</param>
/// <param name="NumberWidth">Characters that a number is padded to: by default 5 more than its digits after the point.</param>
internal abstract record PathListHeading(int NameWidth, int NumberWidth) : Report
{
    /// <summary>The format of the paths below.</summary>
    public abstract PathFormat Format { get; }
}
