using System.Collections.Concurrent;
using Slackline.Queries;
using Slackline.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Streams.Paging;

/// <summary>
/// A stream that is kept on disk while it runs. Any page of it can be requested, any number of times and by any client, while it runs,
/// after it has ended, and after a restart. The same cursor always gives the same paths: a page cut short by the end of the paths so far
/// is the beginning of the later, longer page.
/// </summary>
public sealed class PagedStream : IAsyncDisposable
{
    private const int MaxIdleReaders = 4;
    private const long MaxIdleBytes = 10_000_000;
    private static readonly TimeSpan s_timeToEnd = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromMilliseconds(50);

    private readonly Spool _spool;
    private readonly CursorKey _key;
    private readonly TimingPathStream? _source;
    private readonly Task _spooling = Task.CompletedTask;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<SpoolReader> _readers = [];
    private readonly ChunkPool _chunks = new(MaxIdleBytes);
    private TaskCompletionSource _changed = NewSignal();
    private int _uses;
    private volatile bool _isCancelled;
    private volatile bool _hasSpooled;

    private PagedStream(Spool spool, CursorKey key, TimingPathStream? source)
    {
        _spool = spool;
        _key = key;
        _source = source;
        if (source is not null)
        {
            StreamConsumer consumer = source.Subscribe("the spool");
            _spooling = Task.Run(() => SpoolAsync(consumer));
        }
    }

    /// <summary>The stream's id: 32 hexadecimal digits.</summary>
    public string Id => _spool.Info.Id;

    /// <summary>The command, or the report's file, whose paths these are.</summary>
    public string Command => _spool.Info.Command;

    /// <inheritdoc cref="SpoolInfo.Filter"/>
    public string? Filter => _spool.Info.Filter;

    /// <inheritdoc cref="SpoolInfo.Design"/>
    public string? Design => _spool.Info.Design;

    /// <inheritdoc cref="SpoolInfo.Description"/>
    public string Description => _spool.Info.Description;

    /// <summary>How many paths can be asked for so far.</summary>
    public long Paths => _spool.Paths;

    /// <summary>The fault that stopped the source or the writing; null without a fault.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>The result of recovery when the stream's engine had died before it was opened; otherwise null.</summary>
    public SpoolRecovery? Recovery => _spool.Recovery;

    /// <summary>The state of the stream.</summary>
    public StreamState State => _spool.State switch
    {
        SpoolState.Complete => StreamState.Complete,
        SpoolState.Cancelled => StreamState.Cancelled,
        SpoolState.Faulted => StreamState.Faulted,
        SpoolState.Interrupted => StreamState.Interrupted,
        SpoolState.WaitingForQuota or SpoolState.DiskFull => StreamState.Paused,
        _ => StreamState.Running,
    };

    /// <summary>Why the writing waits; null while it does not.</summary>
    public string? WaitsFor => _spool.State.WhyItWaits();

    /// <summary>Whether a page of it, or all of it, is being read. It must not be closed meanwhile.</summary>
    internal bool IsInUse => Volatile.Read(ref _uses) > 0;

    /// <summary>How the source is doing; null for a stream that was opened from disk.</summary>
    public StreamStatus? Source => _source?.Status;

    /// <summary>Begins to keep a stream. It belongs to the paged stream from then on.</summary>
    /// <param name="source">The stream, of which nothing has been taken yet.</param>
    /// <param name="directory">Where it is kept.</param>
    /// <param name="command">The command, or the report's file, whose paths these are.</param>
    /// <param name="filter">A filter that all of them pass; null for none.</param>
    /// <param name="design">The design that the command runs on; null where it is not known.</param>
    public static PagedStream Start(
        TimingPathStream source, SpoolDirectory directory, string command, string? filter = null, string? design = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return new PagedStream(directory.Create(command, filter, design), CursorKey.Of(directory.Root), source);
    }

    /// <summary>Opens a stream that was kept before, or is being kept, by this engine or another one.</summary>
    /// <exception cref="SpoolException">There is no such stream, or another version wrote it.</exception>
    public static PagedStream Open(SpoolDirectory directory, string id)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return new PagedStream(directory.Follow(id), CursorKey.Of(directory.Root), source: null);
    }

    /// <summary>The stream of a cursor.</summary>
    /// <exception cref="CursorException">It is no cursor of this state directory.</exception>
    public static string StreamOf(SpoolDirectory directory, string cursor)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Cursor.Verify(cursor, CursorKey.Of(directory.Root)).StreamId;
    }

    /// <summary>A cursor for the page that begins with a path, whether the stream has come there yet or not.</summary>
    /// <param name="path">The number of the path, from 0.</param>
    public string CursorAt(long path)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(path);
        return new Cursor(Id, path).Sign(_key);
    }

    /// <summary>A cursor for the page that begins at a fraction of the paths that there are now.</summary>
    /// <param name="fraction">From 0 to 1.</param>
    public string CursorAtFraction(double fraction)
    {
        if (fraction is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A fraction is from 0 to 1.");
        }

        return CursorAt((long)(Paths * fraction));
    }

    /// <summary>
    /// Reads a page. When the stream has not come to its end, waits for the paths as long as the request allows.
    /// </summary>
    /// <exception cref="CursorException">The cursor was made up, or is one of another stream.</exception>
    /// <exception cref="SpoolCorruptedException">The page's first path cannot be read from the disk.</exception>
    public async ValueTask<Page> ReadAsync(PageRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Size, 1, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Size, PageRequest.MaxSize, nameof(request));
        long first = FirstOf(request.Cursor);
        using Use use = new(this);
        await WaitAsync(first + request.Size, request.Wait, cancellation).ConfigureAwait(false);

        // The state is read first: an ended stream grows no more.
        bool hasEnded = HasEnded();
        StreamState state = State;
        long paths = Paths;
        List<PathChunk> chunks = ReadChunks(first, (int)Math.Clamp(paths - first, 0, request.Size), request.WithPoints);
        long next = first + chunks.Sum(chunk => chunk.Count);
        return new Page(first, chunks, _chunks)
        {
            Next = hasEnded && next >= paths ? null : CursorAt(next),
            Previous = first == 0 ? null : CursorAt(Math.Max(0, first - request.Size)),
            State = state,
            PathsSoFar = paths,
        };
    }

    /// <summary>
    /// The paths from the first one on as another stream, which goes on as this one does: to filter it further, without asking the tool
    /// again.
    /// </summary>
    public TimingPathStream Replay(StreamLimits? limits = null)
    {
        long next = 0;
        var use = new Use(this);
        SpoolReader reader = use.OpenReader();
        return TimingPathStream.Start(
            (ref PathChunk chunk, CancellationToken cancellation) =>
            {
                bool hasEnded = HasEnded();
                if (next == Paths && !hasEnded)
                {
                    WaitAsync(next + 1, Timeout.InfiniteTimeSpan, cancellation).AsTask().GetAwaiter().GetResult();
                    hasEnded = HasEnded();
                }

                cancellation.ThrowIfCancellationRequested();
                next += reader.Read(next, PathChunk.Capacity, chunk);
                bool more = !hasEnded || next < Paths;
                return more || Fault is null ? more : throw Fault;
            },
            limits,
            use,
            () => State);
    }

    /// <summary>The paths from the first one on for which a filter holds, as another stream that goes on as this one does.</summary>
    public FilteredTimingStream Refine(PathFilter filter, StreamLimits? limits = null) => new(Replay(limits), filter);

    /// <summary>
    /// Waits until no more paths come: all are kept, or the source was stopped or failed. <see cref="State"/> and <see cref="Fault"/> say
    /// which.
    /// </summary>
    /// <exception cref="OperationCanceledException">The waiting was cancelled; the stream goes on.</exception>
    public ValueTask WaitForEndAsync(CancellationToken cancellation = default) =>
        WaitAsync(long.MaxValue, Timeout.InfiniteTimeSpan, cancellation);

    /// <summary>Bytes that it takes on disk.</summary>
    public long SizeInBytes => _spool.SizeInBytes;

    /// <summary>The units of its numbers: those of its first path; null while it has none.</summary>
    public TimingUnits? Units
    {
        get
        {
            using SpoolReader reader = _spool.OpenReader();
            var chunk = PathChunk.WithRoomFor(1);
            return reader.ReadSummaries(0, 1, chunk) > 0 ? chunk.Units : null;
        }
    }

    /// <summary>
    /// Stops the source. What it gave is kept as far as there is room: a writer that waits for room, or comes to wait, ends.
    /// </summary>
    public void Cancel()
    {
        _isCancelled = true;
        _source?.Cancel();
        if (_spool.Writer is { } writer)
        {
            writer.Patience = TimeSpan.Zero;
        }
    }

    /// <summary>
    /// Stops the source and the writing at once, also a writer that waits for room. What is acknowledged by then is kept.
    /// </summary>
    public async Task StopAsync()
    {
        _source?.Cancel();
        await _stop.CancelAsync().ConfigureAwait(false);
        await _spooling.ConfigureAwait(false);
    }

    /// <summary>Stops the source and closes the files. The stream can be opened again.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        if (_source is not null)
        {
            await _source.DisposeAsync().ConfigureAwait(false);
        }

        while (_readers.TryTake(out SpoolReader? reader))
        {
            reader.Dispose();
        }

        _spool.Dispose();
        _stop.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task SpoolAsync(StreamConsumer consumer)
    {
        SpoolWriter writer = _spool.Writer!;
        SpoolState end = SpoolState.Complete;
        try
        {
            await foreach (PathChunk chunk in consumer.ReadChunksAsync(_stop.Token).ConfigureAwait(false))
            {
                await writer.AppendAsync(chunk, _stop.Token).ConfigureAwait(false);
                Signal();
            }

            end = _source!.State switch
            {
                StreamState.Cancelled => SpoolState.Cancelled,
                StreamState.Faulted => SpoolState.Faulted,
                StreamState.Interrupted => SpoolState.Interrupted,
                _ => SpoolState.Complete,
            };
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            end = SpoolState.Cancelled;
        }
        catch (SpoolException) when (_isCancelled)
        {
            // There is no room for the last chunks that the source gave.
            end = SpoolState.Cancelled;
        }
#pragma warning disable CA1031 // Any fault is reported to the readers of pages.
        catch (Exception fault)
        {
            Fault = fault;
            end = SpoolState.Faulted;
            _source!.Cancel();
        }
#pragma warning restore CA1031

        try
        {
            // A stopped stream does not wait for room. Without its footers it is recovered when it is opened again.
            using CancellationTokenSource soon = _stop.IsCancellationRequested
                ? new CancellationTokenSource(s_timeToEnd)
                : CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            await writer.CompleteAsync(end, soon.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for its end.
        }
#pragma warning disable CA1031 // The same.
        catch (Exception fault)
        {
            Fault ??= fault;
        }
#pragma warning restore CA1031

        // If its end could not be written, it is interrupted.
        writer.Dispose();
        _hasSpooled = true;
        Signal();
    }

    // Whether no more paths come. For a stream that another engine writes, this looks at what that engine has done.
    private bool HasEnded()
    {
        if (_source is not null)
        {
            return _hasSpooled;
        }

        _spool.Refresh();
        return _spool.State is not SpoolState.Writing;
    }

    private void Signal() => Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();

    private long FirstOf(string? text)
    {
        if (text is null)
        {
            return 0;
        }

        Cursor cursor = Cursor.Verify(text, _key);
        return cursor.StreamId == Id
            ? cursor.Path
            : throw new CursorException($"That is a cursor of stream {cursor.StreamId}, not of {Id}.");
    }

    private async ValueTask WaitAsync(long paths, TimeSpan patience, CancellationToken cancellation)
    {
        if (patience == TimeSpan.Zero)
        {
            return;
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(patience);
        while (true)
        {
            Task changed = Volatile.Read(ref _changed).Task;
            if (HasEnded() || Paths >= paths)
            {
                return;
            }

            try
            {
                // Another engine does not notify us of what it writes.
                await (_source is null ? Task.Delay(s_lookAgain, deadline.Token) : changed.WaitAsync(deadline.Token)).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private List<PathChunk> ReadChunks(long first, int count, bool withPoints)
    {
        var chunks = new List<PathChunk>();
        SpoolReader reader = _readers.TryTake(out SpoolReader? idle) ? idle : _spool.OpenReader();
        try
        {
            int read = 0;
            while (read < count)
            {
                PathChunk chunk = _chunks.Rent();
                chunks.Add(chunk);
                int more = withPoints
                    ? reader.Read(first + read, count - read, chunk)
                    : reader.ReadSummaries(first + read, count - read, chunk);
                if (more == 0)
                {
                    break;
                }

                read += more;
            }
        }
        catch
        {
            chunks.ForEach(_chunks.Return);
            throw;
        }
        finally
        {
            if (_readers.Count < MaxIdleReaders)
            {
                _readers.Add(reader);
            }
            else
            {
                reader.Dispose();
            }
        }

        return chunks;
    }

    /// <summary>One who reads the stream, from now on until it is disposed of.</summary>
    private sealed class Use : IDisposable
    {
        private readonly PagedStream _stream;
        private SpoolReader? _reader;

        public Use(PagedStream stream)
        {
            _stream = stream;
            Interlocked.Increment(ref stream._uses);
        }

        /// <summary>A reader for as long.</summary>
        public SpoolReader OpenReader() => _reader = _stream._spool.OpenReader();

        public void Dispose()
        {
            _reader?.Dispose();
            Interlocked.Decrement(ref _stream._uses);
        }
    }
}
