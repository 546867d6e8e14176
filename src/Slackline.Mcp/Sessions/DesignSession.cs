using System.Diagnostics;
using Slackline.Reports;
using Slackline.Sessions;

namespace Slackline.Mcp.Sessions;

/// <summary>A design that a client has opened in a tool of its own.</summary>
internal sealed class DesignSession(string id, string? name, StaTool tool, DesignSetup setup, StaSession session, IReadOnlyList<Diagnostic> diagnostics, TimeSpan loadTime) : IAsyncDisposable
{
    private readonly long _opened = Stopwatch.GetTimestamp();

    /// <summary>What the client calls it by.</summary>
    public string Id => id;

    /// <summary>The program.</summary>
    public string Tool => tool.Path;

    /// <summary>What was loaded: as the client calls it, else the setup script or the top module.</summary>
    public string Design => name ?? setup.Name;

    /// <summary>The running tool.</summary>
    public StaSession Sta => session;

    /// <summary>What the tool said while it loaded.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>How long loading took, first timing update included.</summary>
    public TimeSpan LoadTime => loadTime;

    /// <summary>How long it has been open.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_opened);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync().ConfigureAwait(false);
        setup.Dispose();
    }
}
