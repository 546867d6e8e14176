using System.Text.Json;

namespace Slackline.Mcp.Reports;

/// <summary>The output of a command that is not a stream of paths: its blocks in their order, typed where their kind is known.</summary>
/// <param name="Id">What the client calls it by.</param>
/// <param name="Command">The command.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Text">The whole output as the tool printed it.</param>
internal sealed record KeptReport(string Id, string Command, IReadOnlyList<ReportPart> Parts, string Text);

/// <summary>A part of a command's output.</summary>
/// <param name="Kind">The kind: the model's name, <c>diagnostic</c>, <c>path</c> or <c>text</c>.</param>
/// <param name="Value">The model as JSON; lines for text; a string for a path or a diagnostic.</param>
internal sealed record ReportPart(string Kind, JsonElement Value);
