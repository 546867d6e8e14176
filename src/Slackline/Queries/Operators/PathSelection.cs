using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>
/// Some paths of a chunk: what operators hand on to one another. Most of them only leave paths out, so that nothing needs to be copied
/// between a reader and an output however many of them stand in between. Valid, as its chunk, until the next one is requested.
/// </summary>
public readonly struct PathSelection
{
    private static readonly int[] s_all = [.. Enumerable.Range(0, PathChunk.Capacity)];

    private readonly ReadOnlyMemory<int> _paths;

    internal PathSelection(PathChunk chunk, ReadOnlyMemory<int> paths)
    {
        Chunk = chunk;
        _paths = paths;
    }

    /// <summary>The chunk that holds the paths, and others.</summary>
    public PathChunk Chunk { get; }

    /// <summary>The selected paths as indexes into the chunk, ascending.</summary>
    public ReadOnlySpan<int> Paths => _paths.Span;

    /// <summary>How many paths are selected.</summary>
    public int Count => _paths.Length;

    /// <summary>Whether every path of the chunk is selected.</summary>
    public bool IsWhole => _paths.Length == Chunk.Count;

    /// <summary>One of the selected paths, counted from 0.</summary>
    public TimingPath this[int index] => Chunk[_paths.Span[index]];

    /// <summary>All paths of a chunk.</summary>
    public static PathSelection All(PathChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        return new PathSelection(chunk, s_all.AsMemory(0, chunk.Count));
    }

    internal PathSelection Slice(int start, int length) => new(Chunk, _paths.Slice(start, length));
}
