using Slackline.Timing;

namespace Slackline.Planning.Merge;

/// <summary>The chunks of an execution: spare ones for any thread, and how much memory those take that the merge holds.</summary>
internal sealed class HeldChunks
{
    private const long MaxIdleBytes = 8_000_000;

    private readonly ChunkPool _pool = new(MaxIdleBytes);

    /// <summary>Bytes of memory that hold paths which have not been merged. Only for the merge's thread.</summary>
    public long Bytes { get; private set; }

    /// <summary>An empty chunk.</summary>
    public PathChunk Rent() => _pool.Rent();

    /// <summary>Takes back a chunk that is no longer in use.</summary>
    public void Recycle(PathChunk chunk)
    {
        // A part of one has no room for others.
        if (chunk.Room == PathChunk.Capacity)
        {
            _pool.Return(chunk);
        }
    }

    /// <summary>Counts paths that the merge holds from now on. Only for its thread.</summary>
    public void Hold(in KeyedChunk chunk) => Bytes += chunk.SizeInBytes;

    /// <summary>Paths that the merge does not hold any more. The chunk is the caller's. Only for the merge's thread.</summary>
    public PathChunk Release(in KeyedChunk chunk)
    {
        Bytes -= chunk.SizeInBytes;
        return chunk.Release();
    }
}
