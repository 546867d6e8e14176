using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Slackline.Mcp.Hosting;
using Slackline.Mcp.Streams;

namespace Slackline.Mcp.Tools;

/// <summary>Tools that compare streams.</summary>
[McpServerToolType]
internal sealed class CompareTools(CurrentWorkspace current)
{
    [McpServerTool(Name = "compare_streams", Title = "Before and after", UseStructuredContent = true, ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("""
        What a change did: the same command as two streams, one before and one after it (perhaps from two sessions), compared by the worst slack of each endpoint. Gives WNS and TNS of both, how many endpoints were fixed,
        are newly violating, got worse or better, and the most changed of each. Compare streams without filters on slack, or with the same ones: an endpoint that is not in a stream counts as not violating there.
        """)]
    public async Task<StreamComparison> CompareAsync(
        [Description("The stream from before the change.")] string before,
        [Description("The stream from after the change.")] string after,
        [Description("Slack changes smaller than this do not count, in the design's time unit."), Range(0, 1e9)] double tolerance = 0,
        [Description("The most endpoints of each kind, 0 to 200."), Range(0, 200)] int max_rows = 10,
        CancellationToken cancellation = default)
    {
        if (!(tolerance >= 0))
        {
            throw new ToolInputException($"tolerance is {tolerance}; it must be 0 or more.");
        }

        Workspace workspace = current.Value;
        KeptStream first = await workspace.Streams.FindAsync(before, cancellation).ConfigureAwait(false);
        KeptStream second = await workspace.Streams.FindAsync(after, cancellation).ConfigureAwait(false);
        EndpointSlacks old = await EndpointSlacks.ReadAsync(first, workspace.Limits.MaxComparedEndpoints, cancellation).ConfigureAwait(false);
        EndpointSlacks present = await EndpointSlacks.ReadAsync(second, workspace.Limits.MaxComparedEndpoints, cancellation).ConfigureAwait(false);
        return StreamComparison.Of(first, old, second, present, tolerance, Math.Clamp(max_rows, 0, 200));
    }
}
