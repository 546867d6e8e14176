using Slackline.Timing;

namespace Slackline.Planning.Merge;

/// <summary>
/// What the runs of an execution share: a lock on which workers and merge wait for each other, spare chunks, and how much memory all runs
/// hold.
/// </summary>
internal sealed class RunExchange
{
    private const long MaxIdleBytes = 8_000_000;

    private readonly ChunkPool _chunks = new(MaxIdleBytes);
    private readonly long _maxHeldBytes;
    private readonly Action _wake;
    private long _changes;
    private long _held;
    private bool _isAsked;

    /// <summary>What the runs of an execution share.</summary>
    /// <param name="maxHeldBytes">While nobody asks for paths, runs hold no more than this, in bytes.</param>
    public RunExchange(long maxHeldBytes)
    {
        _maxHeldBytes = maxHeldBytes;
        _wake = Wake;
    }

    /// <summary>Guards everything that a worker and the merge both use; see <see cref="Changed"/>.</summary>
    public object Lock { get; } = new();

    /// <summary>Bytes of memory that all runs hold.</summary>
    public long HeldBytes => Interlocked.Read(ref _held);

    /// <summary>
    /// Whether workers may go on reading. They may whenever somebody waits for paths, and then what memory does not hold is spilled;
    /// otherwise until it is full.
    /// </summary>
    public bool HasRoom => _isAsked || HeldBytes < _maxHeldBytes;

    /// <summary>How often something has changed.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>An empty chunk.</summary>
    public PathChunk Rent() => _chunks.Rent();

    /// <summary>Takes back a chunk.</summary>
    public void Recycle(PathChunk chunk)
    {
        // A part of one has no room for others.
        if (chunk.Room == PathChunk.Capacity)
        {
            _chunks.Return(chunk);
        }
    }

    /// <summary>Counts memory that runs hold.</summary>
    public void AddHeld(long bytes) => Interlocked.Add(ref _held, bytes);

    /// <summary>Somebody begins, or ceases, to wait for paths.</summary>
    public void Ask(bool isAsked)
    {
        lock (Lock)
        {
            _isAsked = isAsked;
            Changed();
        }
    }

    /// <summary>Something has changed that others may wait for. Called by whoever holds the lock and changed it.</summary>
    public void Changed()
    {
        _changes++;
        Monitor.PulseAll(Lock);
    }

    /// <summary>Waits until something has changed since it was looked at, or for some time.</summary>
    public void WaitForChange(long since, TimeSpan patience, CancellationToken cancellation)
    {
        using CancellationTokenRegistration registration = cancellation.Register(_wake);
        lock (Lock)
        {
            if (_changes == since && !cancellation.IsCancellationRequested)
            {
                Monitor.Wait(Lock, patience);
            }
        }
    }

    /// <summary>Waits until something holds.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before that.</exception>
    public void WaitUntil(Func<bool> holds, CancellationToken cancellation)
    {
        using CancellationTokenRegistration registration = cancellation.Register(_wake);
        lock (Lock)
        {
            while (!holds())
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(Lock);
            }
        }
    }

    private void Wake()
    {
        lock (Lock)
        {
            Monitor.PulseAll(Lock);
        }
    }
}
