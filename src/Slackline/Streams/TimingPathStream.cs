using System.Diagnostics;
using System.Runtime.CompilerServices;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Streams;

/// <summary>
/// Fills a chunk with the next paths of a source. Returns false when the source has ended; the chunk may hold its last paths.
/// </summary>
/// <param name="chunk">An empty chunk. A source that has filled another one already may keep it and give that.</param>
/// <param name="cancellation">Stops the source.</param>
internal delegate bool FillChunk(ref PathChunk chunk, CancellationToken cancellation);

/// <summary>
/// Paths on their way from a source to its consumers: the source is read on a thread of its own, as far ahead as the buffer's bounds allow.
/// A consumer that does not take chunks stops the reading, and that stops the tool.
/// </summary>
public sealed class TimingPathStream : IAsyncDisposable
{
    private readonly StreamBuffer _buffer;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Task _producer;
    private long _paths;
    private long _chunks;
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _ended;
    private volatile StreamState _end = StreamState.Running;
    private int _isDisposed;

    private TimingPathStream(FillChunk fill, StreamLimits limits, IDisposable? owned, Func<StreamState>? end)
    {
        _buffer = new StreamBuffer(limits);
        _producer = Task.Factory.StartNew(
            () => Produce(fill, owned, end), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The state of the stream.</summary>
    public StreamState State =>
        _end is var end and not StreamState.Running ? end : _buffer.IsPaused ? StreamState.Paused : StreamState.Running;

    /// <summary>How many paths the source has given so far.</summary>
    public long PathsRead => Interlocked.Read(ref _paths);

    /// <summary>How many chunks the source has given so far.</summary>
    public long ChunksRead => Interlocked.Read(ref _chunks);

    /// <summary>Everything that can be seen of the stream from outside, at this moment.</summary>
    public StreamStatus Status =>
        _buffer.Describe(
            new StreamStatus(
                State, PathsRead, ChunksRead, Stopwatch.GetElapsedTime(_started, _ended == 0 ? Stopwatch.GetTimestamp() : _ended)));

    /// <summary>Starts to read a source.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limits make no sense.</exception>
    /// <param name="fill">Gives the paths, on a thread of the stream's own.</param>
    /// <param name="limits">Bounds of the buffer; null for the usual ones.</param>
    /// <param name="owned">What the source needs, disposed of when it has ended.</param>
    /// <param name="end">
    /// The state of what the paths come from, once there are no more: if that has not all paths, the stream ends as it did. Null where the
    /// source has all that there are.
    /// </param>
    internal static TimingPathStream Start(
        FillChunk fill, StreamLimits? limits = null, IDisposable? owned = null, Func<StreamState>? end = null) =>
        new(fill, limits ?? new StreamLimits(), owned, end);

    /// <summary>Starts to read the result of operators, as a stream of its own; its chunks hold copies of the paths.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limits make no sense.</exception>
    /// <param name="paths">The paths.</param>
    /// <param name="limits">Bounds of the buffer; null for the usual ones.</param>
    /// <param name="owned">
    /// What the paths come from, disposed of when they have ended or the stream is cancelled. If it is a stream that ended without all of
    /// its paths, this one ends in the same state.
    /// </param>
    public static TimingPathStream Start(PathSequence paths, StreamLimits? limits = null, IAsyncDisposable? owned = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var source = new SequenceSource(paths, owned);
        return Start(source.Fill, limits, source, owned switch
        {
            TimingPathStream stream => () => stream.State,
            FilteredTimingStream stream => () => stream.Status.State,
            _ => null,
        });
    }

    /// <summary>
    /// Adds a consumer, which takes every chunk from the first one on. The first chunks are kept until a consumer has taken them, so all
    /// consumers of a stream must be added before one of them begins.
    /// </summary>
    /// <param name="name">What to call it in the stream's status.</param>
    /// <exception cref="InvalidOperationException">The first chunk is gone already.</exception>
    public StreamConsumer Subscribe(string name = "consumer") => new(_buffer, name);

    /// <summary>The chunks in their order, for a single consumer.</summary>
    /// <inheritdoc cref="StreamConsumer.ReadChunksAsync"/>
    public async IAsyncEnumerable<PathChunk> ReadChunksAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using StreamConsumer consumer = Subscribe();
        await foreach (PathChunk chunk in consumer.ReadChunksAsync(cancellation).ConfigureAwait(false))
        {
            yield return chunk;
        }
    }

    /// <summary>Stops the source; paths read before can still be consumed.</summary>
    public void Cancel()
    {
        if (Volatile.Read(ref _isDisposed) == 0)
        {
            _cancellation.Cancel();
        }
    }

    /// <summary>Stops the source and waits until its thread has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        await _cancellation.CancelAsync().ConfigureAwait(false);
        await _producer.ConfigureAwait(false);
        _cancellation.Dispose();
    }

    private void Produce(FillChunk fill, IDisposable? owned, Func<StreamState>? end)
    {
        using IDisposable? _ = owned;
        try
        {
            bool more = true;
            while (more)
            {
                PathChunk chunk = _buffer.Rent();
                try
                {
                    more = fill(ref chunk, _cancellation.Token);
                }
                finally
                {
                    Deliver(chunk);
                }
            }

            // Operators may have had enough before their source has ended.
            Finish(end?.Invoke() is { } state and not (StreamState.Running or StreamState.Paused) ? state : StreamState.Complete, null);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            Finish(StreamState.Cancelled, null);
        }
#pragma warning disable CA1031 // Whatever stopped the source is the consumer's to know, and is thrown there.
        catch (Exception fault)
        {
            Finish(StreamState.Faulted, fault);
        }
#pragma warning restore CA1031
    }

    private void Deliver(PathChunk chunk)
    {
        if (chunk.Count == 0)
        {
            _buffer.Return(chunk);
            return;
        }

        Interlocked.Add(ref _paths, chunk.Count);
        Interlocked.Increment(ref _chunks);
        _buffer.AddAsync(chunk, _cancellation.Token).AsTask().GetAwaiter().GetResult();
    }

    private void Finish(StreamState end, Exception? fault)
    {
        _ended = Stopwatch.GetTimestamp();
        _end = end;
        _buffer.End(fault);
    }
}
