using Slackline.Reports.Data;

namespace Slackline.Mcp.Reports;

/// <summary>The output of a command that is not a stream of paths: its blocks in their order, typed where their kind is known.</summary>
/// <param name="Id">What the client calls it by.</param>
/// <param name="Command">The command.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Text">The whole output as the tool printed it.</param>
internal sealed record KeptReport(string Id, string Command, IReadOnlyList<ReportPart> Parts, string Text);
