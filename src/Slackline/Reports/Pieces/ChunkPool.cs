using Slackline.Timing;

namespace Slackline.Reports.Pieces;

/// <summary>Empty chunks to fill, used again and again.</summary>
internal sealed class ChunkPool
{
    private readonly Lock _lock = new();
    private readonly Stack<PathChunk> _chunks = new();

    /// <summary>An empty chunk.</summary>
    public PathChunk Rent()
    {
        lock (_lock)
        {
            return _chunks.TryPop(out PathChunk? chunk) ? chunk : new PathChunk();
        }
    }

    /// <summary>Takes back a chunk that nobody uses any more.</summary>
    public void Return(PathChunk chunk)
    {
        chunk.Clear();
        lock (_lock)
        {
            _chunks.Push(chunk);
        }
    }
}
