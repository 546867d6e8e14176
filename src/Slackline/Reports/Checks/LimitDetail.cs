using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>A pin's limit in the verbose form of <c>report_check_types</c>. Units are those of the check's kind.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="Transition">The edge that the limit applies to; none for a fanout.</param>
/// <param name="Corner">The corner in which the check is worst; empty when the analysis has only one.</param>
/// <param name="Limit">The largest or smallest value allowed.</param>
/// <param name="Value">The actual value.</param>
/// <param name="Slack">The margin to the limit, negative when it is violated. NaN where the tool left it blank.</param>
/// <param name="IsMet">Whether the tool reports the check as met.</param>
public sealed record LimitDetail(string Pin, Transition Transition, string Corner, double Limit, double Value, double Slack, bool IsMet);
