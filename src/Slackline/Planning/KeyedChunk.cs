using Slackline.Timing;

namespace Slackline.Planning;

/// <summary>Some paths of a run, one behind another.</summary>
/// <param name="Chunk">They are in it, from <paramref name="First"/> on.</param>
/// <param name="First">The first one's place.</param>
/// <param name="Slacks">Their exact slacks in seconds, of the whole chunk.</param>
internal sealed record KeyedChunk(PathChunk Chunk, int First, float[] Slacks)
{
    /// <summary>Bytes of memory that it takes.</summary>
    public long SizeInBytes { get; } = Chunk.SizeInBytes + (Slacks.Length * sizeof(float));

    /// <summary>Whether two neighbours have nearly the same slack.</summary>
    public bool HasTies(float slackBehind)
    {
        for (int i = First; i < Slacks.Length; i++)
        {
            if (NearTies.AreNeighbours(Slacks[i], i + 1 < Slacks.Length ? Slacks[i + 1] : slackBehind))
            {
                return true;
            }
        }

        return false;
    }
}
