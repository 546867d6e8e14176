namespace Slackline.Timing;

/// <summary>Empty chunks to fill, used again and again instead of being collected. For any number of threads.</summary>
/// <param name="maxIdleBytes">
/// The most memory that idle chunks take, in bytes. Chunks returned above that are left to the garbage collector.
/// </param>
/// <param name="maxSizeOfChunk">The bound on the memory of a chunk that the pool makes, in bytes.</param>
internal sealed class ChunkPool(long maxIdleBytes = long.MaxValue, int maxSizeOfChunk = ChunkPool.UsualSizeOfChunk)
{
    /// <summary>The default bound on the memory of a chunk, in bytes.</summary>
    public const int UsualSizeOfChunk = 8_000_000;

    private readonly Lock _lock = new();
    private readonly Stack<PathChunk> _idle = new();
    private PathChunk? _last;
    private long _idleBytes;

    /// <summary>How many chunks it has made. Where all come back, as many were in use at once.</summary>
    public int Made { get; private set; }

    /// <summary>An empty chunk.</summary>
    public PathChunk Rent()
    {
        lock (_lock)
        {
            if (_idle.TryPop(out PathChunk? chunk))
            {
                _idleBytes -= chunk.SizeInBytes;
                return chunk;
            }

            // The chunks of a stream are of like size, and usually the one before is full by now. If it is being filled meanwhile, its
            // sizes are a guess like any other.
            Made++;
            _last = _last is null ? new PathChunk { MaxSizeInBytes = maxSizeOfChunk } : PathChunk.Like(_last);
            _last.Home = this;
            return _last;
        }
    }

    /// <summary>Takes back a chunk that is no longer in use: into the pool it came from, or else into this one.</summary>
    public void Return(PathChunk chunk) => (chunk.Home ?? this).TakeBack(chunk);

    private void TakeBack(PathChunk chunk)
    {
        chunk.Clear();
        chunk.Home = this;
        lock (_lock)
        {
            if (_idleBytes + chunk.SizeInBytes <= maxIdleBytes)
            {
                _idleBytes += chunk.SizeInBytes;
                _idle.Push(chunk);
            }
        }
    }
}
