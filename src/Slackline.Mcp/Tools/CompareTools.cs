using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Slackline.Mcp.Workspaces;
using Slackline.Queries.Operators;
using Slackline.Service.Comparisons;
using Slackline.Service.Streams;

namespace Slackline.Mcp.Tools;

/// <summary>Tools that compare streams.</summary>
[McpServerToolType]
internal sealed class CompareTools(CurrentWorkspace current)
{
    [McpServerTool(Name = "compare_streams", Title = "Before and after", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("""
        What a change did: the same command as two streams, one before and one after it (perhaps from two sessions), compared by the worst slack of each endpoint. Gives WNS and TNS of both, how many endpoints were fixed,
        are newly violating, got worse or better, and the most changed of each. It waits for the end of both streams. An endpoint that is not in a stream counts as not violating there; so streams of different filters, sides (setup, hold) or units are refused.
        """)]
    public async Task<StreamComparison> CompareAsync(
        [Description("The stream from before the change.")] string before,
        [Description("The stream from after the change.")] string after,
        [Description("Slack changes smaller than this do not count, in the design's time unit."), Range(0, 1e9)] double tolerance = 0,
        [Description("The most endpoints of each kind."), Range(0, 200)] int max_rows = 10,
        [Description("Seconds to wait for the streams' ends."), Range(0, 300)] int wait_seconds = 30,
        CancellationToken cancellation = default)
    {
        if (!(tolerance >= 0))
        {
            throw new ToolInputException($"tolerance is {tolerance}; it must be 0 or more.");
        }

        Workspace workspace = current.Value;
        KeptStream first = await workspace.Streams.FindAsync(before, cancellation).ConfigureAwait(false);
        KeptStream second = await workspace.Streams.FindAsync(after, cancellation).ConfigureAwait(false);
        await RequireWholeAsync(first, wait_seconds, cancellation).ConfigureAwait(false);
        await RequireWholeAsync(second, wait_seconds, cancellation).ConfigureAwait(false);
        Require(ComparedPaths.WhyNot(first.Pages.Filter, second.Pages.Filter));
        ComparedPaths old = await ReadAsync(first, workspace.Limits.MaxComparedEndpoints, cancellation).ConfigureAwait(false);
        ComparedPaths present = await ReadAsync(second, workspace.Limits.MaxComparedEndpoints, cancellation).ConfigureAwait(false);
        Require(ComparedPaths.WhyNot(old, present, first.Pages.Command == second.Pages.Command));
        return StreamComparison.Of(first, old, second, present, tolerance, Math.Clamp(max_rows, 0, 200));
    }

    private static void Require(string? whyNot)
    {
        if (whyNot is not null)
        {
            throw new ToolInputException($"The streams cannot be compared: {whyNot}");
        }
    }

    // Missing paths would count as fixed.
    private static async Task RequireWholeAsync(KeptStream stream, int seconds, CancellationToken cancellation)
    {
        if (await StreamWait.ForAllAsync(stream, seconds, cancellation).ConfigureAwait(false) is { } partial)
        {
            throw new ToolInputException(
                $"{partial} Streams are compared when they are whole: paths that have not come would count as fixed.");
        }
    }

    private static async Task<ComparedPaths> ReadAsync(KeptStream stream, int maxEndpoints, CancellationToken cancellation)
    {
        var compared = new ComparedPaths(maxEndpoints);
        try
        {
            await foreach (PathSelection paths in stream.ReadPresentAsync(cancellation).ConfigureAwait(false))
            {
                compared.Add(paths.Chunk, paths.Paths);
            }
        }
        catch (QueryLimitException e)
        {
            throw new ToolInputException(
                $"{e.Message} They are in stream {stream.Id}. Narrow both streams alike with refine_stream first.");
        }

        return compared;
    }
}
