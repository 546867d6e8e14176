using System.Collections.Concurrent;
using Slackline.Mcp.Sessions;
using Slackline.Queries;
using Slackline.Queries.Syntax;
using Slackline.Service.Sources;
using Slackline.Service.Streams;
using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;

namespace Slackline.Mcp.Streams;

/// <summary>
/// A client's streams: those that run, those that are held open, and those on disk, which are opened when they are asked for.
/// </summary>
internal sealed class StreamTable(SpoolDirectory directory, ServerLimits limits) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, KeptStream> _streams = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>The streams that are held open, the newest use first.</summary>
    public IReadOnlyList<KeptStream> Open => [.. _streams.Values.OrderByDescending(static stream => stream.LastUsed)];

    /// <summary>All streams that can be asked for, the newest first.</summary>
    public IReadOnlyList<SpoolSummary> All => [.. directory.Summaries().OrderByDescending(static stream => stream.Info.Created)];

    /// <summary>Runs a command in a session and keeps the paths for which a condition holds.</summary>
    /// <exception cref="ToolInputException">Too many streams run.</exception>
    /// <exception cref="FilterException">The condition is not one.</exception>
    public Task<KeptStream> StartAsync(DesignSession session, string command, string where, CancellationToken cancellation)
    {
        // An error in the condition is reported before the tool works for minutes.
        PathFilter? filter = where.Length == 0 ? null : PathFilter.Parse(where);
        var source = new LiveSource(session.Design, command, filter, isOwned: false, new OutputSummary(keepsText: true));
        return AddAsync(() => Task.FromResult<PathSource>(source), filter, session.Id, cancellation);
    }

    /// <summary>Keeps those of a stream's paths for which a further condition holds.</summary>
    /// <exception cref="SpoolException">There is no such stream.</exception>
    /// <exception cref="ToolInputException">Too many streams run.</exception>
    /// <exception cref="FilterException">The condition is not one.</exception>
    public Task<KeptStream> RefineAsync(string id, string where, CancellationToken cancellation) => AddAsync(
        async () => KeptSource.Of((await FindAloneAsync(id).ConfigureAwait(false)).Pages),
        PathFilter.Parse(where),
        session: null,
        cancellation);

    /// <summary>A stream by its id.</summary>
    /// <exception cref="SpoolException">There is no such stream.</exception>
    public async Task<KeptStream> FindAsync(string id, CancellationToken cancellation)
    {
        if (_streams.TryGetValue(id, out KeptStream? open))
        {
            open.Touch();
            return open;
        }

        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await FindAloneAsync(id).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The stream of a cursor.</summary>
    /// <exception cref="CursorException">It is not a cursor of this client.</exception>
    public Task<KeptStream> FindByCursorAsync(string cursor, CancellationToken cancellation) =>
        FindAsync(PagedStream.StreamOf(directory, cursor), cancellation);

    /// <summary>Stops what runs in a session.</summary>
    public void CancelOf(string session)
    {
        foreach (KeptStream stream in Open.Where(stream => stream.Session == session && !stream.HasEnded))
        {
            stream.Pages.Cancel();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (KeptStream stream in Open)
        {
            stream.Pages.Cancel();
        }

        foreach (KeptStream stream in Open)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }

        _streams.Clear();
        _gate.Dispose();
    }

    // With the gate held, so that the stream is not closed before it is used.
    private async Task<KeptStream> FindAloneAsync(string id)
    {
        if (!_streams.TryGetValue(id, out KeptStream? stream))
        {
            stream = KeptStream.Open(directory, id);
            _streams[id] = stream;
            await EvictAsync(stream).ConfigureAwait(false);
        }

        stream.Touch();
        return stream;
    }

    private async Task<KeptStream> AddAsync(
        Func<Task<PathSource>> find, PathFilter? filter, string? session, CancellationToken cancellation)
    {
        PathSource? source = null;
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_streams.Values.Count(static stream => !stream.HasEnded) >= limits.MaxRunningStreams)
            {
                throw new ToolInputException($"{limits.MaxRunningStreams} streams run already, and no more may. Wait, or stop one with cancel_stream (list_streams shows them).");
            }

            source = await find().ConfigureAwait(false);
            TimingPathStream paths = await source.OpenAsync(cancellation).ConfigureAwait(false);
            var stream = KeptStream.Start(source, paths, directory, filter, session);
            _streams[stream.Id] = stream;
            await EvictAsync(stream).ConfigureAwait(false);
            return stream;
        }
        catch
        {
            if (source is not null)
            {
                await source.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    // Evicted streams stay on disk and are opened again when they are asked for. One that is read, perhaps by a stream that narrows it,
    // stays open until the next time.
    private async Task EvictAsync(KeptStream except)
    {
        foreach (KeptStream stream in Open.Where(stream => stream.HasEnded && stream != except).Skip(limits.MaxOpenStreams - 1))
        {
            if (!stream.Pages.IsInUse && _streams.TryRemove(stream.Id, out _))
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
