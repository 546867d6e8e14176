using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Slackline.Streams.Spooling;

/// <summary>Where a chunk is: a line of the index, always as long, in the byte order of the processor (little-endian).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly struct IndexEntry
{
    /// <summary>Bytes of an entry.</summary>
    public const int Size = 72;

    private readonly ulong _hash;

    private IndexEntry(IndexEntry entry, ulong hash)
    {
        this = entry;
        _hash = hash;
    }

    /// <summary>The number of the chunk's first path.</summary>
    public long FirstPath { get; init; }

    /// <summary>Where its batch begins in the paths' file.</summary>
    public long PathsOffset { get; init; }

    /// <summary>Where its batch begins in the points' file.</summary>
    public long PointsOffset { get; init; }

    /// <summary>XXH3 of its batch in the paths' file.</summary>
    public ulong PathsHash { get; init; }

    /// <summary>XXH3 of its batch in the points' file.</summary>
    public ulong PointsHash { get; init; }

    /// <summary>Bytes of its batch in the paths' file.</summary>
    public int PathsLength { get; init; }

    /// <summary>Bytes of its batch in the points' file.</summary>
    public int PointsLength { get; init; }

    /// <summary>How many paths it has; never 0.</summary>
    public int PathCount { get; init; }

    /// <summary>How many rows all its paths have.</summary>
    public int RowCount { get; init; }

    /// <summary>The segment that it is in, counted from 1.</summary>
    public int Segment { get; init; }

    /// <summary>0.</summary>
    public int Reserved { get; init; }

    /// <summary>The number after its last path.</summary>
    public long EndPath => FirstPath + PathCount;

    /// <summary>Where its batch is in one of the two files.</summary>
    public (long Offset, int Length, ulong Hash) Batch(SpoolTable table) =>
        table == SpoolTable.Paths ? (PathsOffset, PathsLength, PathsHash) : (PointsOffset, PointsLength, PointsHash);

    /// <summary>The same entry with its checksum, for a place in the index.</summary>
    public IndexEntry Sealed(long place) => new(this, Hash(place));

    /// <summary>Whether the entry is the one written at this position of the index.</summary>
    public bool IsIntact(long place) => _hash == Hash(place) && PathCount > 0;

    private ulong Hash(long place)
    {
        var bare = new IndexEntry(this, 0);
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes(new ReadOnlySpan<IndexEntry>(in bare)), place);
    }
}
