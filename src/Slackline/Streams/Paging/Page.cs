using Slackline.Timing;

namespace Slackline.Streams.Paging;

/// <summary>Some paths of a stream, from a place on. To be disposed of when its chunks are not needed any more.</summary>
public sealed class Page : IDisposable
{
    private readonly ChunkPool _pool;
    private List<PathChunk> _chunks;

    internal Page(long first, List<PathChunk> chunks, ChunkPool pool)
    {
        First = first;
        _chunks = chunks;
        _pool = pool;
        Count = chunks.Sum(chunk => chunk.Count);
    }

    /// <summary>The number of its first path in the stream, from 0.</summary>
    public long First { get; }

    /// <summary>The number of paths. Fewer than requested only at the end of the paths that there are.</summary>
    public int Count { get; }

    /// <summary>The paths in their order. Valid until the page is disposed of.</summary>
    public IReadOnlyList<PathChunk> Chunks => _chunks;

    /// <summary>Where the next page begins; null when the stream has ended and this is its last page.</summary>
    public required string? Next { get; init; }

    /// <summary>Where the page of the same size before this one begins; null when this is the first.</summary>
    public required string? Previous { get; init; }

    /// <summary>The state of the stream when the page was read.</summary>
    public required StreamState State { get; init; }

    /// <summary>How many paths the stream had by then.</summary>
    public required long PathsSoFar { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PathChunk chunk in Interlocked.Exchange(ref _chunks, []))
        {
            _pool.Return(chunk);
        }
    }
}
