using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Slackline.Timing;

namespace Slackline.Mcp.Streams;

/// <summary>What must hold of a path, field by field. All fields that are given must hold.</summary>
internal sealed record PathFilters
{
    [Description("Only paths with slack at or below this, in the design's time unit. 0 for violations and paths that just meet it.")]
    [JsonPropertyName("slack_max")]
    public double? SlackMax { get; init; }

    [Description("Only paths with slack at or above this.")]
    [JsonPropertyName("slack_min")]
    public double? SlackMin { get; init; }

    [Description("Path group; * and ? are wildcards. The groups that the tool makes itself may be named as any of its versions does: asynchronous or **async_default**, gated clock or **clock_gating_default**, path delay or **default**, unconstrained or (none).")]
    [JsonPropertyName("path_group")]
    public string? PathGroup { get; init; }

    [Description("Launching or capturing clock; * and ? are wildcards.")]
    [JsonPropertyName("clock")]
    public string? Clock { get; init; }

    [Description("Instance, pin or port where the path begins; * and ? are wildcards: \"core/alu*\".")]
    [JsonPropertyName("startpoint")]
    public string? Startpoint { get; init; }

    [Description("Instance, pin or port where the path ends; * and ? are wildcards.")]
    [JsonPropertyName("endpoint")]
    public string? Endpoint { get; init; }

    [Description("A pin that the data goes through; * and ? are wildcards: \"*/mul_3/*\".")]
    [JsonPropertyName("through")]
    public string? Through { get; init; }

    [Description("A whole condition in the filter language, for everything else: 'depth > 20 and any point.cell like \"BUF*\"', 'launch_clock != capture_clock', 'slack < -50ps'. Columns: slack, violated, arrival, required, depth, startpoint, endpoint, startpoint_pin, endpoint_pin, group, corner, mode, type, launch_clock, capture_clock; within any/all/no/count(): point.pin, point.cell, point.part, point.edge, point.delay, point.slew, point.capacitance, point.fanout.")]
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
    private static string Quote(string pattern) => "\"" + pattern.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string Number(double value) => double.IsFinite(value)
        ? value.ToString("R", CultureInfo.InvariantCulture)
        : throw new ToolInputException("A slack in `filters` must be a finite number.");
}
