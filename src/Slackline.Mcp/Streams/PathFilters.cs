using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Slackline.Timing;

namespace Slackline.Mcp.Streams;

/// <summary>What must hold of a path, field by field. All fields that are given must hold.</summary>
internal sealed record PathFilters
{
    [Description("Slack at or below this, in the design's time unit. 0: violations, and paths that just meet it.")]
    [JsonPropertyName("slack_max")]
    public double? SlackMax { get; init; }

    [Description("Slack at or above this.")]
    [JsonPropertyName("slack_min")]
    public double? SlackMin { get; init; }

    [Description(
        "Path group; * and ? are wildcards. The tool's own groups go by the names of all versions: asynchronous is **async_default**.")]
    [JsonPropertyName("path_group")]
    public string? PathGroup { get; init; }

    [Description("Launching or capturing clock; wildcards.")]
    [JsonPropertyName("clock")]
    public string? Clock { get; init; }

    [Description("Instance, pin or port where the path begins; wildcards: \"core/alu*\".")]
    [JsonPropertyName("startpoint")]
    public string? Startpoint { get; init; }

    [Description("Instance, pin or port where it ends; wildcards.")]
    [JsonPropertyName("endpoint")]
    public string? Endpoint { get; init; }

    [Description("A pin that the data goes through; wildcards: \"*/mul_3/*\".")]
    [JsonPropertyName("through")]
    public string? Through { get; init; }

    [Description(
        "A condition in the filter language: 'depth > 20 and any point.cell like \"BUF*\"', 'launch_clock != capture_clock', 'slack < "
        + "-50ps'.")]
    [JsonPropertyName("where")]
    public string? Where { get; init; }

    /// <summary>All of it in the filter language; empty when nothing is asked for.</summary>
    public string ToWhere()
    {
        var conditions = new List<string>();
        Add(SlackMax is not null, () => $"slack <= {Number(SlackMax!.Value)}");
        Add(SlackMin is not null, () => $"slack >= {Number(SlackMin!.Value)}");
        Add(PathGroup is not null, () => $"group {(PathGroupNames.Of(PathGroup!).Count > 1 ? "=" : "like")} {Quote(PathGroup!)}");
        Add(Clock is not null, () => $"clock like {Quote(Clock!)}");
        Add(Startpoint is not null, () => $"(startpoint like {Quote(Startpoint!)} or startpoint_pin like {Quote(Startpoint!)})");
        Add(Endpoint is not null, () => $"(endpoint like {Quote(Endpoint!)} or endpoint_pin like {Quote(Endpoint!)})");
        Add(Through is not null, () => $"any point.pin like {Quote(Through!)}");
        Add(!string.IsNullOrWhiteSpace(Where), () => conditions.Count == 0 ? Where!.Trim() : $"({Where!.Trim()})");
        return string.Join(" and ", conditions);

        void Add(bool isAsked, Func<string> condition)
        {
            if (isAsked)
            {
                conditions.Add(condition());
            }
        }
    }

    // In the filter language a backslash before a quote or a backslash makes that ordinary, and in a pattern once more.
    private static string Quote(string pattern) =>
        "\"" + pattern.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string Number(double value) => double.IsFinite(value)
        ? value.ToString("R", CultureInfo.InvariantCulture)
        : throw new ToolInputException("A slack in `filters` must be a finite number.");
}
