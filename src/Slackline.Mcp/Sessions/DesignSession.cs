using System.Diagnostics;
using Slackline.Service.Designs;

namespace Slackline.Mcp.Sessions;

/// <summary>A design that a client has opened in a tool of its own.</summary>
internal sealed class DesignSession(string id, string program, DesignSetup setup, Design design) : IAsyncDisposable
{
    private readonly long _opened = Stopwatch.GetTimestamp();

    /// <summary>The client's name for it.</summary>
    public string Id => id;

    /// <summary>The program.</summary>
    public string Program => program;

    /// <summary>The design in the running tool.</summary>
    public Design Design => design;

    /// <summary>How long it has been open.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_opened);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await design.DisposeAsync().ConfigureAwait(false);
        setup.Dispose();
    }
}
