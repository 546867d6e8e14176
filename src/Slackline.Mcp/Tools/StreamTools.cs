using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Slackline.Mcp.Pages;
using Slackline.Mcp.Sessions;
using Slackline.Mcp.Streams;
using Slackline.Mcp.Workspaces;
using Slackline.Service.Designs;
using Slackline.Service.Streams;
using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;

namespace Slackline.Mcp.Tools;

/// <summary>Tools that start streams of paths and page through them.</summary>
[McpServerToolType]
internal sealed class StreamTools(CurrentWorkspace current)
{
    private const int DefaultPageSize = 100;
    private const string PageSize = "The most paths in the page.";
    private const string MaxTokens = "The page is cut to about N tokens.";
    private const string WaitSeconds = "Seconds to wait for a full page.";

    [McpServerTool(Name = "stream_timing_analysis", Title = "Stream timing paths", ReadOnly = true, Idempotent = false, OpenWorld = false)]
    [Description("""
        Run report_checks (or another command that prints timing paths) in a session and get its paths as a stream: this call returns the first page, next_page the following ones.
        The server reads and keeps everything; you see as much as you ask for, so ask for all paths (a large -group_path_count) and narrow with `filters` rather than with a small count.
        Start with detail=summary (a row a path), which shows patterns; then explain_path, or detail=points for a few.
        For counts use timing_summary and timing_histogram: they read all and cost few tokens. refine_stream narrows without running the tool again.
        Conditions (filters.where) know slack, violated, arrival, required, depth, startpoint, endpoint, startpoint_pin, endpoint_pin, path_group, corner, mode, path_type, launch_clock, capture_clock; within any/all/no/count(): point.pin, .cell, .part, .edge, .delay, .slew, .capacitance, .fanout.
        While the tool still works a page may be empty with cut=waiting: call next_page again with its cursor.
        """)]
    public async Task<PathPage> StreamAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description(
            "The command in Tcl, for example: report_checks -path_delay max -format full_clock_expanded -group_path_count 100000 "
            + "-endpoint_path_count 5")] string command,
        [Description("The session's id; needed when several are open.")] string? session = null,
        [Description(PageSize), Range(1, PageRequest.MaxSize)] int page_size = DefaultPageSize,
        [Description("Which paths to keep; every path unless given.")] PathFilters? filters = null,
        [Description(
            "summary: a row a path. points: also each pin with its delay. text: as the tool prints it (most tokens).")] PageDetail detail = PageDetail.Summary,
        [Description(MaxTokens), Range(TokenBudget.Min, TokenBudget.Max)] int max_tokens = TokenBudget.Default,
        [Description(WaitSeconds), Range(0, 300)] int wait_seconds = 30,
        CancellationToken cancellation = default)
    {
        Workspace workspace = current.Value;
        CommandCheck.Check(command, workspace.Limits);
        _ = TokenBudget.RowBytes(max_tokens);
        DesignSession open = workspace.Sessions.Find(session);
        KeptStream stream = await workspace.Streams.StartAsync(open, command, filters?.ToWhere() ?? "", cancellation).ConfigureAwait(false);
        try
        {
            PathPage page = await ReadAsync(
                stream, null, page_size, detail, max_tokens, wait_seconds, progress, cancellation, open.Design).ConfigureAwait(false);
            stream.ThrowIfRefused();
            return page;
        }
        catch (OperationCanceledException)
        {
            // The client has not got its id.
            stream.Pages.Cancel();
            throw;
        }
    }

    [McpServerTool(Name = "next_page", Title = "Next page of paths", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("""
        The page that a cursor stands for: nextCursor of the page before. The same cursor always gives the same paths, also after the server was restarted, and as often as you like.
        The last page has no nextCursor. An empty page with cut=waiting means that the tool has not printed more yet: call again with its cursor.
        """)]
    public async Task<PathPage> NextPageAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("A nextCursor, whole and unchanged.")] string cursor,
        [Description(PageSize), Range(1, PageRequest.MaxSize)] int page_size = DefaultPageSize,
        [Description("summary, points or text; need not be that of the page before.")] PageDetail detail = PageDetail.Summary,
        [Description(MaxTokens), Range(TokenBudget.Min, TokenBudget.Max)] int max_tokens = TokenBudget.Default,
        [Description(WaitSeconds), Range(0, 300)] int wait_seconds = 30,
        CancellationToken cancellation = default)
    {
        KeptStream stream = await current.Value.Streams.FindByCursorAsync(cursor, cancellation).ConfigureAwait(false);
        return await ReadAsync(stream, cursor, page_size, detail, max_tokens, wait_seconds, progress, cancellation).ConfigureAwait(false);
    }

    [McpServerTool(Name = "refine_stream", Title = "Narrow a stream", ReadOnly = true, Idempotent = false, OpenWorld = false)]
    [Description("""
        Keep only some of a stream's paths, as a new stream, and get its first page. The tool is not run again: the kept paths are read, which is fast, and while the first stream still runs the
        new one follows it. The first stream stays as it is. Example: after a broad stream, filters={"path_group":"core_clk","where":"depth > 20"}.
        """)]
    public async Task<PathPage> RefineAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("The stream to narrow, by its id.")] string stream,
        [Description("A further condition on the stream's paths.")] PathFilters filters,
        [Description(PageSize), Range(1, PageRequest.MaxSize)] int page_size = DefaultPageSize,
        [Description("summary, points or text.")] PageDetail detail = PageDetail.Summary,
        [Description(MaxTokens), Range(TokenBudget.Min, TokenBudget.Max)] int max_tokens = TokenBudget.Default,
        [Description(WaitSeconds), Range(0, 300)] int wait_seconds = 30,
        CancellationToken cancellation = default)
    {
        string where = filters.ToWhere();
        if (where.Length == 0)
        {
            throw new ToolInputException("`filters` asks for nothing. Give at least one field, such as slack_max or where.");
        }

        _ = TokenBudget.RowBytes(max_tokens);
        KeptStream refined = await current.Value.Streams.RefineAsync(stream, where, cancellation).ConfigureAwait(false);
        return await ReadAsync(refined, null, page_size, detail, max_tokens, wait_seconds, progress, cancellation).ConfigureAwait(false);
    }

    [McpServerTool(Name = "stream_status", Title = "How a stream is doing", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "How a stream is doing: state, paths so far, bytes that the tool printed, who holds it up, warnings. Costs few tokens; to wait "
        + "for paths rather call next_page, which waits.")]
    public async Task<StreamReport> StatusAsync(
        [Description("The stream's id.")] string stream, CancellationToken cancellation = default) =>
        StreamReport.Of(await current.Value.Streams.FindAsync(stream, cancellation).ConfigureAwait(false));

    [McpServerTool(
        Name = "cancel_stream", Title = "Stop a stream", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = false)]
    [Description(
        "Stop a stream that runs. What came before can still be paged, refined and summed up; the session goes on. Stopping one that "
        + "has ended does nothing.")]
    public async Task<StreamReport> CancelAsync([Description("The stream's id.")] string stream, CancellationToken cancellation = default)
    {
        KeptStream found = await current.Value.Streams.FindAsync(stream, cancellation).ConfigureAwait(false);
        found.Pages.Cancel();
        await found.WaitForEndAsync(TimeSpan.FromSeconds(5), cancellation).ConfigureAwait(false);
        return StreamReport.Of(found);
    }

    [McpServerTool(Name = "list_streams", Title = "Streams", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "The streams that can be paged, refined, summed up and compared, the newest first, those of earlier runs of the server "
        + "included. Streams that nobody uses are removed after a week.")]
    public StreamList List([Description("The most streams, 1 to 200.")] int limit = 20)
    {
        StreamTable streams = current.Value.Streams;
        Dictionary<string, KeptStream> open = streams.Open.ToDictionary(static stream => stream.Id);
        IReadOnlyList<SpoolSummary> all = streams.All;
        return new StreamList
        {
            Total = all.Count,
            Streams =
            [
                .. all.Take(Math.Clamp(limit, 1, 200)).Select(kept => new StreamList.Entry
                {
                    Stream = kept.Info.Id,
                    Command = kept.Info.Description,
                    Design = kept.Info.Design,
                    Created = kept.Info.Created,
                    State = kept.State.Word(),
                    Matched = kept.Paths,
                    Session = open.GetValueOrDefault(kept.Info.Id)?.Session,
                    RefinedFrom = open.GetValueOrDefault(kept.Info.Id)?.RefinedFrom,
                }),
            ],
        };
    }

    private static async Task<PathPage> ReadAsync(
        KeptStream stream,
        string? cursor,
        int size,
        PageDetail detail,
        int maxTokens,
        int waitSeconds,
        IProgress<ProgressNotificationValue> progress,
        CancellationToken cancellation,
        Design? design = null)
    {
        if (size is < 1 or > PageRequest.MaxSize)
        {
            throw new ToolInputException($"page_size is {size}; it must be from 1 to {PageRequest.MaxSize}.");
        }

        // More paths than fit need not be read.
        int wanted = Math.Min(size, (TokenBudget.RowBytes(maxTokens) / SmallestRow(detail)) + 1);
        var request = new PageRequest
        {
            Cursor = cursor,
            Size = wanted,
            WithPoints = detail != PageDetail.Summary,
            Wait = StreamWait.Time(waitSeconds),
        };
        Task<Page> reading = stream.ReadAsync(request, cancellation).AsTask();
        await ToolProgress.ReportAsync(progress, reading, _ => Describe(stream, design)).ConfigureAwait(false);
        using Page page = await reading.ConfigureAwait(false);
        return PageWriter.Write(stream, page, wanted, detail, maxTokens);
    }

    private static string Describe(KeptStream stream, Design? design)
    {
        string paths = stream.PathsSeen is { } seen
            ? string.Create(CultureInfo.InvariantCulture, $"{seen:N0} paths read, {stream.Paths:N0} match")
            : string.Create(CultureInfo.InvariantCulture, $"{stream.Paths:N0} paths");
        return design?.Activity is { } activity ? $"{paths}; the tool is {ToolWords.Describe(activity, stream.PathsSeen ?? 0)}" : paths;
    }

    private static int SmallestRow(PageDetail detail) => detail == PageDetail.Summary ? 10 : 100;
}
