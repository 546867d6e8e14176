using Slackline.Mcp.Reports;
using Slackline.Mcp.Sessions;
using Slackline.Mcp.Streams;
using Slackline.Planning.Plans;
using Slackline.Streams.Spooling;

namespace Slackline.Mcp.Workspaces;

/// <summary>
/// Everything that belongs to one client. Another client cannot reach it: its ids mean nothing here, and its cursors are signed with
/// another key.
/// </summary>
internal sealed class Workspace : IAsyncDisposable
{
    /// <summary>A client's workspace.</summary>
    /// <param name="directory">Where its streams are kept.</param>
    /// <param name="bounds">What its queries may use; null for a client who is the operator.</param>
    /// <param name="limits">How much of everything it may have.</param>
    public Workspace(SpoolDirectory directory, QueryBounds? bounds, ServerLimits limits)
    {
        Limits = limits;

        // Every command of a client who is not the operator runs in the sandbox.
        var options = new PlanOptions { SandboxLimit = bounds?.Script, MaxCpuTime = bounds?.Process, Runs = new SpoolRunStore(directory) };
        Sessions = new SessionTable(limits, options);
        Streams = new StreamTable(directory, limits);
        Reports = new ReportShelf(limits);
    }

    /// <summary>Open designs.</summary>
    public SessionTable Sessions { get; }

    /// <summary>Streams of paths.</summary>
    public StreamTable Streams { get; }

    /// <summary>Reports of other kinds.</summary>
    public ReportShelf Reports { get; }

    /// <summary>The bounds.</summary>
    public ServerLimits Limits { get; }

    /// <summary>Ends what runs and frees the rest; streams stay on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        await Streams.DisposeAsync().ConfigureAwait(false);
        await Sessions.DisposeAsync().ConfigureAwait(false);
    }
}
