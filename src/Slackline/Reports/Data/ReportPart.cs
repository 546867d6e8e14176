using System.Text.Json;

namespace Slackline.Reports.Data;

/// <summary>A part of a command's output.</summary>
/// <param name="Kind">The kind: the model's name, <c>diagnostic</c>, <c>path</c> or <c>text</c>.</param>
/// <param name="Value">The model as JSON; lines for text; a string for a path or a diagnostic.</param>
internal sealed record ReportPart(string Kind, JsonElement Value);
