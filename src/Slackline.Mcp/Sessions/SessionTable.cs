using System.Collections.Concurrent;
using System.Security.Cryptography;
using Slackline.Planning.Plans;
using Slackline.Service.Designs;
using Slackline.Sessions;

namespace Slackline.Mcp.Sessions;

/// <summary>A client's open designs, up to a limit.</summary>
/// <param name="limits">The limit.</param>
/// <param name="options">How every command in them runs.</param>
internal sealed class SessionTable(ServerLimits limits, PlanOptions options) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, DesignSession> _sessions = new(StringComparer.Ordinal);
    private int _places;

    /// <summary>The open sessions, the oldest first.</summary>
    public IReadOnlyList<DesignSession> All => [.. _sessions.Values.OrderByDescending(static session => session.Age)];

    /// <summary>Starts a tool and loads a design in it.</summary>
    /// <param name="tool">The program, and how it starts.</param>
    /// <param name="setup">The script that loads the design. It belongs to the session from then on.</param>
    /// <param name="name">The client's name for the design; null for the usual one.</param>
    /// <param name="begun">Called with the design when its loading begins.</param>
    /// <param name="cancellation">Gives up and ends the tool.</param>
    public async Task<DesignSession> OpenAsync(
        StaSessionOptions tool, DesignSetup setup, string? name, Action<Design> begun, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _places) > limits.MaxSessions)
        {
            Interlocked.Decrement(ref _places);
            setup.Dispose();
            throw new ToolInputException($"There are {limits.MaxSessions} sessions open, and no more may be. Use one of them (list_sessions), or close one with close_session.");
        }

        var design = new Design(tool, setup.Script, options, name: name ?? setup.Name);
        var session = new DesignSession(NewId(), tool.Tool.Path, setup, design);
        try
        {
            begun(design);
            await design.LoadAsync(cancellation).ConfigureAwait(false);
            _sessions[session.Id] = session;
            return session;
        }
        catch
        {
            Interlocked.Decrement(ref _places);
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A session by its id; the only one there is when no id is given.</summary>
    /// <exception cref="ToolInputException">There is no session, or more than one.</exception>
    public DesignSession Find(string? id)
    {
        IReadOnlyList<DesignSession> all = All;
        if (id is null)
        {
            return all.Count == 1 ? all[0] : throw new ToolInputException(all.Count == 0
                ? "No session is open. Call open_session first."
                : $"Several sessions are open: name one with `session` ({string.Join(", ", all.Select(static session => session.Id))}).");
        }

        return _sessions.TryGetValue(id, out DesignSession? found) ? found : throw new ToolInputException(
            $"There is no session {id}: it was closed, or the server was restarted since. {(all.Count == 0 ? "Call open_session." : $"Open are: {string.Join(", ", all.Select(static session => session.Id))}.")}");
    }

    /// <summary>Closes a session and ends its tool.</summary>
    /// <exception cref="ToolInputException">There is no session of that id.</exception>
    public async Task CloseAsync(string id)
    {
        DesignSession session = Find(id);
        if (_sessions.TryRemove(session.Id, out _))
        {
            Interlocked.Decrement(ref _places);
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (DesignSession session in All)
        {
            await CloseAsync(session.Id).ConfigureAwait(false);
        }
    }

    // Random, so that one from before a restart cannot mean another design.
    private static string NewId() => "s-" + RandomNumberGenerator.GetHexString(6, lowercase: true);
}
