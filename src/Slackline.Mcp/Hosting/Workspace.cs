using Slackline.Mcp.Reports;
using Slackline.Mcp.Sessions;
using Slackline.Mcp.Streams;
using Slackline.Streams.Spooling;

namespace Slackline.Mcp.Hosting;

/// <summary>All that belongs to one client. Nothing in it can be reached by another one: his ids mean nothing here, and his cursors are signed with another key.</summary>
internal sealed class Workspace(SpoolDirectory directory, QueryBounds bounds, ServerLimits limits) : IAsyncDisposable
{
    /// <summary>Open designs.</summary>
    public SessionTable Sessions { get; } = new(limits);

    /// <summary>Streams of paths.</summary>
    public StreamTable Streams { get; } = new(directory, new QueryStarter(bounds), limits);

    /// <summary>Reports of other kinds.</summary>
    public ReportShelf Reports { get; } = new(limits);

    /// <summary>Starts commands.</summary>
    public QueryStarter Queries { get; } = new(bounds);

    /// <summary>The bounds.</summary>
    public ServerLimits Limits => limits;

    /// <summary>Ends what runs and lets everything go; streams stay on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        await Streams.DisposeAsync().ConfigureAwait(false);
        await Sessions.DisposeAsync().ConfigureAwait(false);
    }
}
