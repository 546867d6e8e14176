using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Slackline.Reports;
using Slackline.Sessions;

namespace Slackline.Mcp.Sessions;

/// <summary>A client's open designs, at most so many.</summary>
internal sealed class SessionTable(ServerLimits limits) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, DesignSession> _sessions = new(StringComparer.Ordinal);
    private int _places;

    /// <summary>The open sessions, the oldest first.</summary>
    public IReadOnlyList<DesignSession> All => [.. _sessions.Values.OrderByDescending(static session => session.Age)];

    /// <summary>Starts a tool and loads a design in it.</summary>
    /// <param name="tool">The program.</param>
    /// <param name="setup">What loads the design. It belongs to the session from then on.</param>
    /// <param name="name">What the client calls the design; null for what it is called.</param>
    /// <param name="workingDirectory">From where relative names in the script count.</param>
    /// <param name="goesOn">Whether the script goes on after errors, whatever the tool does by itself.</param>
    /// <param name="started">Is told of the tool's process once it runs.</param>
    /// <param name="cancellation">Gives up and ends the tool.</param>
    public async Task<DesignSession> OpenAsync(StaTool tool, DesignSetup setup, string? name, string workingDirectory, bool goesOn, Action<StaSession> started, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _places) > limits.MaxSessions)
        {
            Interlocked.Decrement(ref _places);
            setup.Dispose();
            throw new ToolInputException($"There are {limits.MaxSessions} sessions open, and no more may be. Use one of them (list_sessions), or close one with close_session.");
        }

        StaSession? sta = null;
        try
        {
            long start = Stopwatch.GetTimestamp();
            sta = await StaSession.StartAsync(new StaSessionOptions { Tool = tool, WorkingDirectory = workingDirectory, ContinueOnError = goesOn }, cancellation).ConfigureAwait(false);
            started(sta);
            IReadOnlyList<Diagnostic> diagnostics = await sta.LoadAsync(setup.Script, cancellation).ConfigureAwait(false);
            var session = new DesignSession(NewId(), name, tool, setup, sta, diagnostics, Stopwatch.GetElapsedTime(start));
            _sessions[session.Id] = session;
            return session;
        }
        catch
        {
            Interlocked.Decrement(ref _places);
            if (sta is not null)
            {
                await sta.DisposeAsync().ConfigureAwait(false);
            }

            setup.Dispose();

            throw;
        }
    }

    /// <summary>A session by its id; the only one there is when no id is given.</summary>
    /// <exception cref="ToolInputException">There is none, or more than one.</exception>
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
    /// <exception cref="ToolInputException">There is none of that id.</exception>
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
