using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Slackline.Mcp.Streams;
using Slackline.Mcp.Workspaces;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;
using Slackline.Timing;

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
        RequireAlike(first, second);
        EndpointSlacks old = await ReadAsync(first, workspace.Limits.MaxComparedEndpoints, cancellation).ConfigureAwait(false);
        EndpointSlacks present = await ReadAsync(second, workspace.Limits.MaxComparedEndpoints, cancellation).ConfigureAwait(false);
        RequireSameSides(first, old, second, present);
        return StreamComparison.Of(first, old, second, present, tolerance, Math.Clamp(max_rows, 0, 200));
    }

    // What has not come yet would count as fixed.
    private static async Task RequireWholeAsync(KeptStream stream, int seconds, CancellationToken cancellation)
    {
        if (await stream.WaitForAllAsync(seconds, cancellation).ConfigureAwait(false) is { } partial)
        {
            throw new ToolInputException($"{partial} Streams are compared when they are whole: paths that have not come would count as fixed.");
        }
    }

    private static void RequireAlike(KeptStream before, KeptStream after)
    {
        if (before.Units is { } then && after.Units is { } now && then != now)
        {
            throw new ToolInputException($"The streams count in different units ({then} and {now}). Run the command again in a session with the same units.");
        }

        if (before.Filter != after.Filter)
        {
            throw new ToolInputException(
                $"The streams were filtered differently ({Words(before.Filter)}; {Words(after.Filter)}): what one leaves out would look fixed or new. Run or refine both with the same filters.");
        }

        static string Words(string? filter) => filter is null ? "no filter" : $"\"{filter}\"";
    }

    // A stream without paths has no side, and the same command twice has the same sides.
    private static void RequireSameSides(KeptStream before, EndpointSlacks old, KeptStream after, EndpointSlacks present)
    {
        if (before.CommandAlone != after.CommandAlone && old.Sides is { Count: > 0 } then && present.Sides is { Count: > 0 } now && !then.SequenceEqual(now))
        {
            throw new ToolInputException($"The streams are of different checks: {Words(then)} before, {Words(now)} after. Run the same command for both, or refine both with type = \"max\" or \"min\".");
        }

        static string Words(IReadOnlyList<PathType> sides) => string.Join(" and ", sides.Select(static side => side switch { PathType.Min => "hold (min)", PathType.Max => "setup (max)", _ => "an unknown side" }));
    }

    private static async Task<EndpointSlacks> ReadAsync(KeptStream stream, int maxEndpoints, CancellationToken cancellation)
    {
        var slacks = new EndpointSlacks(maxEndpoints);
        try
        {
            await foreach (PathSelection paths in stream.ReadWhatIsThere(cancellation).ConfigureAwait(false))
            {
                slacks.Add(paths);
            }
        }
        catch (QueryLimitException e)
        {
            throw new ToolInputException($"{e.Message} They are in stream {stream.Id}. Narrow both streams alike with refine_stream first.");
        }

        return slacks;
    }
}
