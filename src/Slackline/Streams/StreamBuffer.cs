using System.Diagnostics;
using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Streams;

/// <summary>
/// A ring of chunks between a producer and its consumers, bounded in bytes and in number. A chunk stays until every consumer is done with
/// it. At the high mark the producer waits for the slowest of them; it goes on once the buffer has drained below the low mark. Chunks that
/// all are done with are filled again, and waiting makes no garbage: a stream of any length allocates what a short one does.
/// </summary>
internal sealed class StreamBuffer
{
    private const int FirstRoom = 16;

    private readonly StreamLimits _limits;
    private readonly Lock _lock = new();
    private readonly List<BufferReader> _readers = [];
    private readonly ChunkPool _chunks;
    private readonly Wakeup _drained = new();

    // The chunk with a number is at that number, modulo the ring's length, which is a power of two.
    private Slot[] _ring = new Slot[FirstRoom];
    private long _oldest;
    private long _next;
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

        // A chunk grows by doubling: one that is full at half of the bound never exceeds the whole bound. Besides the waiting chunks,
        // producer and consumers hold some. The pool keeps all of these; otherwise some would be allocated anew each time that the
        // buffer runs full.
        long idle = limits.MaxBytes <= long.MaxValue / 2 ? limits.MaxBytes + (limits.MaxBytes / 2) : long.MaxValue;
        _chunks = new ChunkPool(idle, (int)Math.Min(limits.MaxBytes / 2, ChunkPool.UsualSizeOfChunk));
    }

    private record struct Slot(PathChunk Chunk, long Bytes);

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

    /// <summary>How many chunks were made for it: as many were in use at once.</summary>
    public int ChunksMade => _chunks.Made;

    /// <summary>Fills in what a status says of the buffer.</summary>
    public StreamStatus Describe(StreamStatus status)
    {
        lock (_lock)
        {
            return status with
            {
                PausedBy = _isPaused ? _readers.MinBy(reader => reader.OldestNeeded)?.Name : null,
                PausedFor = _isPaused ? _pausedFor + Stopwatch.GetElapsedTime(_pausedSince) : _pausedFor,
                BufferedBytes = _bytes,
                BufferedChunks = (int)(_next - _oldest),
                PeakBufferedBytes = PeakBytes,
                Consumers = [.. _readers.Select(
                    reader => new ConsumerStatus(reader.Name, reader.Position, reader.PathsTaken, (int)(_next - reader.Position)))],
            };
        }
    }

    /// <summary>Lets a consumer take part, from the first chunk on.</summary>
    /// <exception cref="InvalidOperationException">The first chunk is gone already.</exception>
    public BufferReader Attach(string name)
    {
        lock (_lock)
        {
            if (_oldest > 0)
            {
                throw new InvalidOperationException(
                    $"The stream's first {_oldest} chunks have been handed on and are gone; consumers must be there before.");
            }

            var reader = new BufferReader(name);
            _readers.Add(reader);
            return reader;
        }
    }

    /// <summary>The consumer takes no more chunks, and the producer no longer waits for it.</summary>
    public void Detach(BufferReader reader)
    {
        lock (_lock)
        {
            if (_readers.Remove(reader))
            {
                reader.HasLeft = true;
                reader.More.Wake();
                Release();
            }
        }
    }

    /// <summary>How many paths a consumer has taken.</summary>
    public long PathsTaken(BufferReader reader)
    {
        lock (_lock)
        {
            return reader.PathsTaken;
        }
    }

    /// <summary>An empty chunk to fill: a recycled one where there is one.</summary>
    public PathChunk Rent() => _chunks.Rent();

    /// <summary>Takes back a chunk that was never added.</summary>
    public void Return(PathChunk chunk) => _chunks.Return(chunk);

    /// <summary>
    /// Adds a filled chunk: when there is room for it, so that the bound in bytes holds (only a chunk that is larger than the bound is
    /// there alone). Then waits while the buffer is at its high mark. Cancelled, the chunk has been added all the same: it was read.
    /// </summary>
    public async ValueTask AddAsync(PathChunk chunk, CancellationToken cancellation)
    {
        int size = chunk.SizeInBytes;
        if (!HasRoomFor(size))
        {
            try
            {
                await WaitAsync(cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Append(chunk, size);
                throw;
            }
        }

        if (!Append(chunk, size))
        {
            await WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The chunks for a consumer, in their order; it is done with each when it asks for the next. Throws the producer's error after the
    /// last one. When the enumeration is left, the consumer has left.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The consumer has left.</exception>
    public async IAsyncEnumerable<PathChunk> ReadAsync(BufferReader reader, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using CancellationTokenRegistration wake = cancellation.UnsafeRegister(_ => WakeConsumer(reader), null);
        try
        {
            while (true)
            {
                if (!TryTake(reader, out PathChunk? chunk))
                {
                    await MoreAsync(reader, cancellation).ConfigureAwait(false);
                    cancellation.ThrowIfCancellationRequested();
                }
                else if (chunk is not null)
                {
                    yield return chunk;
                }
                else
                {
                    yield break;
                }
            }
        }
        finally
        {
            Detach(reader);
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
            WakeConsumers();
        }
    }

    // False when none is there yet; true without a chunk at the end.
    private bool TryTake(BufferReader reader, out PathChunk? chunk)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(reader.HasLeft, typeof(StreamConsumer));
            if (reader.HasLease)
            {
                reader.HasLease = false;
                Release();
            }

            chunk = null;
            if (reader.Position < _next)
            {
                chunk = _ring[IndexOf(reader.Position)].Chunk;
                reader.Position++;
                reader.HasLease = true;
                reader.PathsTaken += chunk.Count;
                return true;
            }

            return _isEnded && (_fault is null ? true : throw _fault);
        }
    }

    private ValueTask MoreAsync(BufferReader reader, CancellationToken cancellation)
    {
        lock (_lock)
        {
            bool canLookAgain = reader.Position < _next || _isEnded || reader.HasLeft || cancellation.IsCancellationRequested;
            return canLookAgain ? ValueTask.CompletedTask : reader.More.WaitAsync();
        }
    }

    // Pauses the producer when there is no room.
    private bool HasRoomFor(int size)
    {
        lock (_lock)
        {
            if (_bytes > 0 && _bytes + size > _limits.MaxBytes)
            {
                Pause();
            }

            return !_isPaused;
        }
    }

    // False when the buffer is at its high mark then.
    private bool Append(PathChunk chunk, int size)
    {
        lock (_lock)
        {
            if (_next - _oldest == _ring.Length)
            {
                GrowRing();
            }

            _ring[IndexOf(_next)] = new Slot(chunk, size);
            _next++;
            _bytes += size;
            PeakBytes = Math.Max(PeakBytes, _bytes);
            if (_bytes >= _limits.MaxBytes || _next - _oldest >= _limits.MaxChunks)
            {
                Pause();
            }

            WakeConsumers();
            return !_isPaused;
        }
    }

    private async ValueTask WaitAsync(CancellationToken cancellation)
    {
        using CancellationTokenRegistration wake = cancellation.UnsafeRegister(
            static buffer => ((StreamBuffer)buffer!).WakeProducer(), this);
        while (true)
        {
            ValueTask drained;
            lock (_lock)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!_isPaused)
                {
                    return;
                }

                drained = _drained.WaitAsync();
            }

            await drained.ConfigureAwait(false);
        }
    }

    private void Pause()
    {
        if (!_isPaused)
        {
            _isPaused = true;
            _pausedSince = Stopwatch.GetTimestamp();
        }
    }

    private int IndexOf(long number) => (int)(number & (_ring.Length - 1));

    private void GrowRing()
    {
        var larger = new Slot[_ring.Length * 2];
        for (long number = _oldest; number < _next; number++)
        {
            larger[number & (larger.Length - 1)] = _ring[IndexOf(number)];
        }

        _ring = larger;
    }

    // Recycles what every consumer is done with. Without any consumer everything is kept for the first that comes.
    private void Release()
    {
        if (_readers.Count == 0)
        {
            return;
        }

        long needed = long.MaxValue;
        foreach (BufferReader reader in _readers)
        {
            needed = Math.Min(needed, reader.OldestNeeded);
        }

        for (; _oldest < needed; _oldest++)
        {
            ref Slot slot = ref _ring[IndexOf(_oldest)];
            _bytes -= slot.Bytes;
            _chunks.Return(slot.Chunk);
            slot = default;
        }

        if (_isPaused && _bytes <= _limits.MaxBytes * _limits.LowMark && _next - _oldest <= _limits.MaxChunks * _limits.LowMark)
        {
            GoOn();
        }
    }

    private void GoOn()
    {
        if (_isPaused)
        {
            _isPaused = false;
            _pausedFor += Stopwatch.GetElapsedTime(_pausedSince);
        }

        _drained.Wake();
    }

    private void WakeConsumers()
    {
        foreach (BufferReader reader in _readers)
        {
            reader.More.Wake();
        }
    }

    private void WakeConsumer(BufferReader reader)
    {
        lock (_lock)
        {
            reader.More.Wake();
        }
    }

    private void WakeProducer()
    {
        lock (_lock)
        {
            _drained.Wake();
        }
    }
}
