using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>A pin's limit in the verbose form of <c>report_check_types</c>. Units are those of the check's kind.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="Transition">The edge that the limit holds for; none for a fanout.</param>
/// <param name="Corner">The corner in which the check is worst; empty when the analysis has but one.</param>
/// <param name="Limit">The most or the least that is allowed.</param>
/// <param name="Value">What there is.</param>
/// <param name="Slack">How far it is from the limit, negative when it is beyond. NaN where the tool left it blank.</param>
/// <param name="IsMet">Whether the tool calls the check met.</param>
public sealed record LimitDetail(string Pin, Transition Transition, string Corner, double Limit, double Value, double Slack, bool IsMet);
