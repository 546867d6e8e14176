using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// The lines above a list of paths with one line a path: <c>report_checks -format end|summary|slack_only</c>, and <c>report_check_types</c>.
/// Every line below it is a path of its own, so that a list of any length streams.
/// </summary>
/// <param name="NameWidth">Characters that a name is padded to.</param>
/// <param name="NumberWidth">Characters that a number is padded to: 5 more than its digits after the point, unless the tool was set otherwise.</param>
internal abstract record PathListHeading(int NameWidth, int NumberWidth) : Report
{
    /// <summary>The form of the paths below.</summary>
    public abstract PathFormat Format { get; }
}
