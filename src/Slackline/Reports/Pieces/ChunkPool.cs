using System.Collections.Concurrent;
using Slackline.Timing;

namespace Slackline.Reports.Pieces;

/// <summary>Empty chunks to fill, used again and again.</summary>
internal sealed class ChunkPool
{
    private readonly ConcurrentBag<PathChunk> _chunks = [];

    /// <summary>An empty chunk.</summary>
    public PathChunk Rent() => _chunks.TryTake(out PathChunk? chunk) ? chunk : new PathChunk();

    /// <summary>Takes back a chunk that nobody uses any more.</summary>
    public void Return(PathChunk chunk)
    {
        chunk.Clear();
        _chunks.Add(chunk);
    }
}
