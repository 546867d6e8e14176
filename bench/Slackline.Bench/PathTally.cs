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

    /// <summary>One more, with its group, its required time and all its points as they are printed without further fields.</summary>
    public void AddWithPoints(TimingPath path)
    {
        Add(path);
        PathChunk chunk = path.Chunk;
        Add(chunk.Names[chunk.PathGroup[path.Index]]);
        Add(BitConverter.DoubleToUInt64Bits(path.Required));
        for (int row = chunk.FirstRow[path.Index]; row < chunk.FirstRow[path.Index + 1]; row++)
        {
            int description = chunk.RowDescription[row];
            Add(description < 0 ? default : chunk.Descriptions[description]);
            Add(((ulong)chunk.RowForm[row] << 8) | (ulong)chunk.RowTransition[row]);
            Add(BitConverter.DoubleToUInt64Bits(chunk.RowDelay[row]));
            Add(BitConverter.DoubleToUInt64Bits(chunk.RowTime[row]));
        }
    }

    private void Add(ReadOnlySpan<byte> name) => Add(XxHash3.HashToUInt64(name));

    private void Add(ulong value) => Digest = (Digest ^ value) * 0x9E3779B97F4A7C15 ^ (Digest >> 29);
}
