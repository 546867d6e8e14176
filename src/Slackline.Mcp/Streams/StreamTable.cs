using System.Collections.Concurrent;
using Slackline.Mcp.Sessions;
using Slackline.Planning;
using Slackline.Queries;
using Slackline.Queries.Syntax;
using Slackline.Service.Sources;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;

namespace Slackline.Mcp.Streams;

/// <summary>A client's streams: those that run, those that are held open, and those on disk, which are opened when they are asked for.</summary>
internal sealed class StreamTable(SpoolDirectory directory, QueryStarter queries, ServerLimits limits) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, KeptStream> _streams = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>The streams that are held open, the newest use first.</summary>
    public IReadOnlyList<KeptStream> Open => [.. _streams.Values.OrderByDescending(static stream => stream.LastUsed)];

    /// <summary>All streams that can be asked for, the newest first.</summary>
    public IReadOnlyList<SpoolInfo> All => [.. directory.List().OrderByDescending(static info => info.Created)];

    /// <summary>Runs a command in a session and keeps the paths for which a condition holds.</summary>
    /// <exception cref="ToolInputException">Too many streams run.</exception>
    /// <exception cref="FilterException">The condition is none.</exception>
    public Task<KeptStream> StartAsync(DesignSession session, string command, string where, CancellationToken cancellation) => AddAsync(
        () =>
        {
            // What is wrong with the condition is said before the tool works for minutes.
            PathFilter? filter = where.Length == 0 ? null : PathFilter.Parse(where);
            var log = new OutputSummary(keepsText: true);
            PlannedQuery query = queries.Start(session.Sta, command, filter, log);
            return KeptStream.Start(query, directory, command, filter, log, session.Id, session.Design);
        },
        cancellation);

    /// <summary>Keeps those of a stream's paths for which a further condition holds.</summary>
    public async Task<KeptStream> RefineAsync(string id, string where, CancellationToken cancellation)
    {
        KeptStream from = await FindAsync(id, cancellation).ConfigureAwait(false);
        return await AddAsync(() => KeptStream.Refine(from, directory, where), cancellation).ConfigureAwait(false);
    }

    /// <summary>A stream by its id.</summary>
    /// <exception cref="SpoolException">There is none.</exception>
    public async Task<KeptStream> FindAsync(string id, CancellationToken cancellation)
    {
        if (_streams.TryGetValue(id, out KeptStream? open))
        {
            return open;
        }

        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (!_streams.TryGetValue(id, out open))
            {
                open = KeptStream.Open(directory, id);
                _streams[id] = open;
                await LetGoAsync(open).ConfigureAwait(false);
            }

            return open;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The stream of a cursor.</summary>
    /// <exception cref="CursorException">It is no cursor of this client's.</exception>
    public Task<KeptStream> FindByCursorAsync(string cursor, CancellationToken cancellation) => FindAsync(PagedStream.StreamOf(directory, cursor), cancellation);

    /// <summary>Stops what runs in a session.</summary>
    public void CancelOf(string session)
    {
        foreach (KeptStream stream in Open.Where(stream => stream.Session == session && !stream.HasEnded))
        {
            stream.Cancel();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (KeptStream stream in Open)
        {
            stream.Cancel();
        }

        foreach (KeptStream stream in Open)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }

        _streams.Clear();
        _gate.Dispose();
    }

    private async Task<KeptStream> AddAsync(Func<KeptStream> start, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_streams.Values.Count(static stream => !stream.HasEnded) >= limits.MaxRunningStreams)
            {
                throw new ToolInputException($"{limits.MaxRunningStreams} streams run already, and no more may. Wait, or stop one with cancel_stream (list_streams shows them).");
            }

            KeptStream stream = start();
            _streams[stream.Id] = stream;
            await LetGoAsync(stream).ConfigureAwait(false);
            return stream;
        }
        finally
        {
            _gate.Release();
        }
    }

    // Those let go stay on disk and are opened again when they are asked for.
    private async Task LetGoAsync(KeptStream except)
    {
        foreach (KeptStream stream in Open.Where(stream => stream.HasEnded && stream != except).Skip(limits.MaxOpenStreams - 1))
        {
            if (_streams.TryRemove(stream.Id, out _))
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
