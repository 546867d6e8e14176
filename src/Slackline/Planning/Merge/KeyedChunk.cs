using System.Buffers;
using Slackline.Timing;

namespace Slackline.Planning.Merge;

/// <summary>
/// Some paths of a run, one after another, each with its exact slack. A value: a long stream would leave millions of objects.
/// </summary>
internal readonly struct KeyedChunk
{
    private readonly float[] _slacks;

    /// <summary>Paths and slacks.</summary>
    /// <param name="chunk">The paths are in it, from <paramref name="first"/> on.</param>
    /// <param name="first">The first one's place.</param>
    /// <param name="slacks">The exact slacks in seconds of the whole chunk; copied.</param>
    public KeyedChunk(PathChunk chunk, int first, ReadOnlySpan<float> slacks)
    {
        Chunk = chunk;
        First = first;
        SizeInBytes = chunk.SizeInBytes + (slacks.Length * sizeof(float));
        _slacks = ArrayPool<float>.Shared.Rent(slacks.Length);
        slacks.CopyTo(_slacks);
    }

    /// <summary>The chunk that holds the paths.</summary>
    public PathChunk Chunk { get; }

    /// <summary>The first path's place in it.</summary>
    public int First { get; }

    /// <summary>The place after the last path.</summary>
    public int End => Chunk.Count;

    /// <summary>
    /// Whether its first path begins another report of the same script, so that its order has nothing to do with the paths before it.
    /// </summary>
    public bool BeginsReport { get; init; }

    /// <summary>Bytes of memory that it takes.</summary>
    public long SizeInBytes { get; }

    /// <summary>A path's exact slack in seconds.</summary>
    public float Slack(int path) => _slacks[path];

    /// <summary>Whether two neighbours have nearly the same slack.</summary>
    /// <param name="nextSlack">The slack of the path after the last one.</param>
    public bool HasTies(float nextSlack)
    {
        for (int i = First; i < End; i++)
        {
            if (NearTies.AreNeighbours(_slacks[i], i + 1 < End ? _slacks[i + 1] : nextSlack))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives the slacks' memory back. The chunk is the caller's.</summary>
    public PathChunk Release()
    {
        ArrayPool<float>.Shared.Return(_slacks);
        return Chunk;
    }
}
