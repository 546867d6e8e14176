using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Slackline.Mcp.Workspaces;
using Slackline.Queries;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;
using Slackline.Reports.Data;
using Slackline.Service.Streams;
using Slackline.Streams;
using Slackline.Timing.Schema;

namespace Slackline.Mcp.Tools;

/// <summary>Tools that read all of a stream and give few numbers.</summary>
[McpServerToolType]
internal sealed class SummaryTools(CurrentWorkspace current)
{
    [McpServerTool(Name = "timing_summary", Title = "Summary of a stream", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("""
        Count a stream's paths and give WNS, TNS, violating endpoints and the median slack, per group. It waits for the stream's end; use it instead of paging when you want numbers.
        worst_path is the number of the group's worst path: group_by "endpoint_pin" with max_groups 10, then explain_path with those numbers, says why the ten worst endpoints fail.
        Useful group_by: "endpoint_pin", "bus(endpoint_pin)", "level(endpoint, 2)" for blocks, "capture_clock", "corner"; "point.cell", "point.instance": a path counts in each that it goes through.
        """)]
    public async Task<TimingSummary> SummaryAsync(
        [Description("The stream's id.")] string stream,
        [Description("Columns or expressions that make a group.")] string group_by = "path_group, path_type, launch_clock, capture_clock",
        [Description("The most groups."), Range(1, 1000)] int max_groups = 30,
        [Description("wns (default), tns, violating, endpoints, paths or key; then asc or desc.")] string? sort = null,
        [Description("Leave out groups without violations.")] bool only_violating = false,
        [Description("Seconds to wait for the stream's end."), Range(0, 300)] int wait_seconds = 30,
        CancellationToken cancellation = default)
    {
        GroupOrder? order = null;
        if (sort is not null && !GroupOrder.TryParse(sort, out order))
        {
            throw new ToolInputException($"sort is '{sort}'; it takes {GroupOrder.Takes}.");
        }

        KeptStream found = await current.Value.Streams.FindAsync(stream, cancellation).ConfigureAwait(false);
        string? partial = await StreamWait.ForAllAsync(found, wait_seconds, cancellation).ConfigureAwait(false);
        var groups = new PathGroups(
            group_by, detail: new GroupDetail { WithClocks = found.Pages.Filter is { } filter && PathFilter.Parse(filter).AsksForPart });
        await foreach (PathSelection paths in found.ReadPresentAsync(cancellation).ConfigureAwait(false))
        {
            groups.Add(paths.Chunk, paths.Paths);
        }

        PathGroup[] all = [.. groups.Ordered(order).Where(group => !only_violating || group.Violating > 0)];
        string[] notes = [.. partial is null ? [] : new[] { partial }, .. groups.Notes, .. found.FilterNotes];
        return new TimingSummary
        {
            IsPartial = partial is null ? null : true,
            Stream = found.Id,
            State = found.State.Word(),
            Paths = groups.Count,
            Groups = all.Length,
            Columns = [.. groups.Columns.Select(static column => column.Name), "paths", "violating", "endpoints_violating", "wns", "tns",
                "worst_slack", "median_slack", "worst_path"],
            Rows = [.. all.Take(Math.Clamp(max_groups, 1, 1_000)).Select(Row)],
            Notes = notes.Length == 0 ? null : notes,
        };
    }

    [McpServerTool(Name = "timing_histogram", Title = "Histogram of slacks", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("""
        How the slacks of a stream's paths are distributed: bins, quantiles, violating count. Use it to see whether a problem is a few outliers or a whole wall of paths.
        picture=true adds a drawing as an SVG resource, to show to a person.
        """)]
    public async Task<CallToolResult> HistogramAsync(
        [Description("The stream's id.")] string stream,
        [Description("The most bins."), Range(2, 200)] int bins = 20,
        [Description("Whether to draw it.")] bool picture = false,
        [Description("Seconds to wait for the stream's end."), Range(0, 300)] int wait_seconds = 30,
        CancellationToken cancellation = default)
    {
        if (bins is < 2 or > 200)
        {
            throw new ToolInputException($"bins is {bins}; it must be from 2 to 200.");
        }

        KeptStream found = await current.Value.Streams.FindAsync(stream, cancellation).ConfigureAwait(false);
        string? partial = await StreamWait.ForAllAsync(found, wait_seconds, cancellation).ConfigureAwait(false);
        var histogram = new SlackHistogram();
        await foreach (PathSelection paths in found.ReadPresentAsync(cancellation).ConfigureAwait(false))
        {
            histogram.Add(paths.Chunk, paths.Paths);
        }

        IReadOnlyList<HistogramBin> filled = histogram.Bins(bins);
        string numbers = JsonSerializer.Serialize(
            new TimingHistogram
            {
                IsPartial = partial is null ? null : true,
                Notes = partial is null ? null : [partial],
                Stream = found.Id,
                State = found.State.Word(),
                Paths = histogram.Count + histogram.Uncounted,
                Violating = histogram.Violating,
                WithoutSlack = histogram.Uncounted,
                Quantiles = histogram.Count == 0
                    ? []
                    : [.. new[] { 0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 1 }.Select(part => new[] { part, Round(histogram.Quantile(part)) })],
                Columns = ["low", "high", "paths"],
                Bins = [.. filled.Select(static bin => new[] { Round(bin.Low), Round(bin.High), bin.Count })],
            },
            ReportJson.Options);
        List<ContentBlock> content = [new TextContentBlock { Text = numbers }];
        if (picture)
        {
            // As a resource: models take images in pixels only, and clients refuse another format as an image.
            content.Add(new EmbeddedResourceBlock
            {
                Resource = new BlobResourceContents
                {
                    Uri = $"slackline://streams/{found.Id}/histogram.svg",
                    MimeType = "image/svg+xml",
                    Blob = Encoding.ASCII.GetBytes(
                        Convert.ToBase64String(Encoding.UTF8.GetBytes(HistogramPicture.Draw(filled, found.Pages.Description)))),
                },
            });
        }

        return new CallToolResult { Content = content };
    }

    private static object?[] Row(PathGroup group) =>
    [
        .. group.Key.Select(
            static value => value.IsBlank
                ? null
                : value.Kind == ColumnType.Text
                ? value.Text
                : value.Kind == ColumnType.Flag
                ? value.Number != 0
                : (object)value.Number),
        group.Count,
        group.Violating,
        group.ViolatingEndpoints,
        Round(group.Wns),
        Round(group.Tns),
        double.IsNaN(group.WorstSlack) ? null : Round(group.WorstSlack),
        group.Histogram.Count == 0 ? null : Round(group.Histogram.Quantile(0.5)),
        group.WorstPath < 0 ? null : group.WorstPath,
    ];

    // Sums of decimals are off in their last bits.
    private static double Round(double value) => Math.Round(value, 6);
}
