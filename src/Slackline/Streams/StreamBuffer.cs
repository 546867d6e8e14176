using Slackline.Timing;

namespace Slackline.Streams;

/// <summary>
/// The chunks between a producer and a consumer, bounded in bytes and in number. At the high mark the producer waits; it goes on once
/// the buffer has drained below the low mark. Chunks that were consumed are filled again, not collected.
/// </summary>
internal sealed class StreamBuffer
{
    private readonly StreamLimits _limits;
    private readonly Lock _lock = new();
    private readonly Queue<PathChunk> _filled = new();
    private readonly Stack<PathChunk> _spare = new();
    private TaskCompletionSource _changed = NewSignal();
    private long _bytes;
    private bool _isPaused;
    private bool _isEnded;
    private Exception? _fault;

    public StreamBuffer(StreamLimits limits)
    {
        limits.Validate();
        _limits = limits;
    }

    /// <summary>Whether the producer waits for the consumer.</summary>
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

    /// <summary>The most bytes that waited at once.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>An empty chunk to fill: a recycled one where there is one.</summary>
    public PathChunk Rent()
    {
        lock (_lock)
        {
            return _spare.TryPop(out PathChunk? chunk) ? chunk : new PathChunk { MaxSizeInBytes = (int)Math.Min(_limits.MaxBytes, int.MaxValue) };
        }
    }

    /// <summary>Takes back a chunk that nobody uses any more.</summary>
    public void Recycle(PathChunk chunk)
    {
        chunk.Clear();
        lock (_lock)
        {
            if (_spare.Count < 2)
            {
                _spare.Push(chunk);
            }
        }
    }

    /// <summary>Adds a filled chunk; then waits while the buffer is at its high mark.</summary>
    public async ValueTask AddAsync(PathChunk chunk, CancellationToken cancellation)
    {
        lock (_lock)
        {
            _filled.Enqueue(chunk);
            _bytes += chunk.SizeInBytes;
            PeakBytes = Math.Max(PeakBytes, _bytes);
            _isPaused = _bytes >= _limits.MaxBytes || _filled.Count >= _limits.MaxChunks;
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

    /// <summary>The next chunk, or null when all has been taken and no more comes. Throws the producer's error after its last chunk.</summary>
    public async ValueTask<PathChunk?> TakeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_filled.TryDequeue(out PathChunk? chunk))
                {
                    _bytes -= chunk.SizeInBytes;
                    if (_isPaused && _bytes <= _limits.MaxBytes * _limits.LowMark && _filled.Count <= _limits.MaxChunks * _limits.LowMark)
                    {
                        _isPaused = false;
                        Signal();
                    }

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
            _isPaused = false;
            _fault = fault;
            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }
}
