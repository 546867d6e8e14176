using System.IO.Hashing;
using Slackline.Timing;

namespace Slackline.Bench;

/// <summary>How many paths came, and a digest of which they were and in what order: equal to another one only if the same paths came in the same order.</summary>
internal record struct PathTally
{
    /// <summary>How many.</summary>
    public long Paths { get; private set; }

    /// <summary>Which, and in what order.</summary>
    public ulong Digest { get; private set; }

    /// <summary>One more.</summary>
    public void Add(TimingPath path)
    {
        Paths++;
        Add(path.Chunk.Names[path.Chunk.Startpoint[path.Index]]);
        Add(path.Chunk.Names[path.Chunk.Endpoint[path.Index]]);
        Add(BitConverter.DoubleToUInt64Bits(path.Slack));
        Add(BitConverter.DoubleToUInt64Bits(path.Arrival));
    }

    private void Add(ReadOnlySpan<byte> name) => Add(XxHash3.HashToUInt64(name));

    private void Add(ulong value) => Digest = (Digest ^ value) * 0x9E3779B97F4A7C15 ^ (Digest >> 29);
}
