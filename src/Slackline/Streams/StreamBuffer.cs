using System.Diagnostics;
using Slackline.Timing;

namespace Slackline.Streams;

/// <summary>
/// The chunks between a producer and its consumers, bounded in bytes and in number. A chunk stays until every consumer is done with it. At the
/// high mark the producer waits for the slowest of them; it goes on once the buffer has drained below the low mark. Chunks that all are done
/// with are filled again, not collected.
/// </summary>
internal sealed class StreamBuffer
{
    private readonly StreamLimits _limits;
    private readonly Lock _lock = new();
    private readonly List<Reader> _readers = [];
    private readonly Stack<PathChunk> _spare = new();
    private Slot _oldest = new(0);
    private Slot _next;
    private TaskCompletionSource _changed = NewSignal();
    private long _bytes;
    private long _pausedSince;
    private TimeSpan _pausedFor;
    private bool _isPaused;
    private bool _isEnded;
    private Exception? _fault;

    public StreamBuffer(StreamLimits limits)
    {
        limits.Validate();
        _limits = limits;
        _next = _oldest;
    }

    // A place in the order of chunks; the last one is still empty.
    private sealed class Slot(long number)
    {
        public long Number => number;

        public PathChunk? Chunk { get; set; }

        public long Bytes { get; set; }

        public Slot? Next { get; set; }
    }

    // Where a consumer is.
    private sealed class Reader(StreamConsumer consumer, Slot position)
    {
        public StreamConsumer Consumer => consumer;

        public Slot Position { get; set; } = position;

        public Slot? Held { get; set; }

        public long NeededFrom => (Held ?? Position).Number;
    }

    /// <summary>Whether the producer waits for a consumer.</summary>
    public bool IsPaused
    {
        get
        {
            lock (_lock)
            {
                return _isPaused;
            }
        }
    }

    /// <summary>The most bytes that were held at once.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>Fills in what a status says of the buffer.</summary>
    public StreamStatus Describe(StreamStatus status)
    {
        lock (_lock)
        {
            return status with
            {
                PausedBy = _isPaused ? Slowest()?.Consumer.Name : null,
                PausedFor = _isPaused ? _pausedFor + Stopwatch.GetElapsedTime(_pausedSince) : _pausedFor,
                BufferedBytes = _bytes,
                BufferedChunks = (int)(_next.Number - _oldest.Number),
                PeakBufferedBytes = PeakBytes,
                Consumers = [.. _readers.Select(reader => new ConsumerStatus(reader.Consumer.Name, reader.Position.Number, reader.Consumer.PathsTaken, (int)(_next.Number - reader.Position.Number)))],
            };
        }
    }

    /// <summary>Lets a consumer take part, from the first chunk on.</summary>
    /// <exception cref="InvalidOperationException">The first chunk is gone already.</exception>
    public void Attach(StreamConsumer consumer)
    {
        lock (_lock)
        {
            if (_oldest.Number > 0)
            {
                throw new InvalidOperationException($"The stream's first {_oldest.Number} chunks have been handed on and are gone; consumers must be there before.");
            }

            _readers.Add(new Reader(consumer, _oldest));
        }
    }

    /// <summary>The consumer takes no more and holds nobody up any longer.</summary>
    public void Detach(StreamConsumer consumer)
    {
        lock (_lock)
        {
            if (_readers.RemoveAll(reader => reader.Consumer == consumer) > 0)
            {
                Release();
            }
        }
    }

    /// <summary>An empty chunk to fill: a recycled one where there is one.</summary>
    public PathChunk Rent()
    {
        lock (_lock)
        {
            return _spare.TryPop(out PathChunk? chunk) ? chunk : new PathChunk { MaxSizeInBytes = (int)Math.Min(_limits.MaxBytes, int.MaxValue) };
        }
    }

    /// <summary>Takes back a chunk that was never added.</summary>
    public void Return(PathChunk chunk)
    {
        lock (_lock)
        {
            Recycle(chunk);
        }
    }

    /// <summary>Adds a filled chunk; then waits while the buffer is at its high mark.</summary>
    public async ValueTask AddAsync(PathChunk chunk, CancellationToken cancellation)
    {
        lock (_lock)
        {
            Slot slot = _next;
            slot.Chunk = chunk;
            slot.Bytes = chunk.SizeInBytes;
            slot.Next = _next = new Slot(slot.Number + 1);
            _bytes += slot.Bytes;
            PeakBytes = Math.Max(PeakBytes, _bytes);
            if (_bytes >= _limits.MaxBytes || _next.Number - _oldest.Number >= _limits.MaxChunks)
            {
                _isPaused = true;
                _pausedSince = Stopwatch.GetTimestamp();
            }

            Signal();
        }

        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (!_isPaused)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The next chunk for a consumer, or null when it has had all and no more comes; it is done with the one before. Throws the producer's error after the last chunk.
    /// </summary>
    public async ValueTask<PathChunk?> TakeAsync(StreamConsumer consumer, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                Reader reader = _readers.Find(reader => reader.Consumer == consumer) ?? throw new ObjectDisposedException(consumer.Name, "The consumer has left the stream.");
                if (reader.Held is not null)
                {
                    reader.Held = null;
                    Release();
                }

                if (reader.Position.Chunk is { } chunk)
                {
                    reader.Held = reader.Position;
                    reader.Position = reader.Position.Next!;
                    return chunk;
                }

                if (_isEnded)
                {
                    return _fault is null ? null : throw _fault;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>No more chunks will come.</summary>
    public void End(Exception? fault)
    {
        lock (_lock)
        {
            _isEnded = true;
            _fault = fault;
            GoOn();
            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Reader? Slowest() => _readers.MinBy(reader => reader.NeededFrom);

    // Recycles what every consumer is done with. Without any consumer everything is kept for the first that comes.
    private void Release()
    {
        long needed = Slowest()?.NeededFrom ?? _oldest.Number;
        while (_oldest.Number < needed)
        {
            _bytes -= _oldest.Bytes;
            Recycle(_oldest.Chunk!);
            _oldest = _oldest.Next!;
        }

        if (_isPaused && _bytes <= _limits.MaxBytes * _limits.LowMark && _next.Number - _oldest.Number <= _limits.MaxChunks * _limits.LowMark)
        {
            GoOn();
            Signal();
        }
    }

    private void GoOn()
    {
        if (_isPaused)
        {
            _isPaused = false;
            _pausedFor += Stopwatch.GetElapsedTime(_pausedSince);
        }
    }

    private void Recycle(PathChunk chunk)
    {
        if (_spare.Count < 2)
        {
            chunk.Clear();
            _spare.Push(chunk);
        }
    }

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }
}
