using Slackline.Reports;
using Slackline.Reports.Checks;

namespace Slackline.Service.Sources;

/// <summary>A slack of the whole design that a report prints.</summary>
/// <param name="Summary">What it says.</param>
/// <param name="Context">Where it stands.</param>
internal sealed record PrintedSlack(SlackSummary Summary, ReportContext Context);
