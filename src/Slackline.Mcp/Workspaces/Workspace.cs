using Slackline.Mcp.Reports;
using Slackline.Mcp.Sessions;
using Slackline.Mcp.Streams;
using Slackline.Streams.Spooling;

namespace Slackline.Mcp.Workspaces;

/// <summary>All that belongs to one client. Nothing in it can be reached by another one: his ids mean nothing here, and his cursors are signed with another key.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    /// <summary>A client's workspace.</summary>
    /// <param name="directory">Where his streams are kept.</param>
    /// <param name="bounds">What his queries may use.</param>
    /// <param name="limits">How much of everything he may have.</param>
    public Workspace(SpoolDirectory directory, QueryBounds bounds, ServerLimits limits)
    {
        Limits = limits;
        Sessions = new SessionTable(limits);
        Queries = new QueryStarter(bounds, new SpoolRunStore(directory));
        Streams = new StreamTable(directory, Queries, limits);
        Reports = new ReportShelf(limits);
    }

    /// <summary>Open designs.</summary>
    public SessionTable Sessions { get; }

    /// <summary>Streams of paths.</summary>
    public StreamTable Streams { get; }

    /// <summary>Reports of other kinds.</summary>
    public ReportShelf Reports { get; }

    /// <summary>Starts commands.</summary>
    public QueryStarter Queries { get; }

    /// <summary>The bounds.</summary>
    public ServerLimits Limits { get; }

    /// <summary>Ends what runs and lets everything go; streams stay on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        await Streams.DisposeAsync().ConfigureAwait(false);
        await Sessions.DisposeAsync().ConfigureAwait(false);
    }
}
