using Apache.Arrow;
using Slackline.Arrow;
using Slackline.Timing;

namespace Slackline.Streams.Spooling;

/// <summary>Chunks as the bytes of two Arrow batches. Its memory is filled again for each chunk.</summary>
internal sealed class ChunkEncoder : IDisposable
{
    private readonly ZstdCodec _codec = new();
    private readonly PathTable _paths = new();
    private readonly PointTable _points = new();
    private readonly BatchEncoder _pathEncoder;
    private readonly BatchEncoder _pointEncoder;

    public ChunkEncoder()
    {
        _pathEncoder = new BatchEncoder(_paths.Schema, _codec);
        _pointEncoder = new BatchEncoder(_points.Schema, _codec);
    }

    /// <summary>The batch of the last chunk's paths.</summary>
    public ReadOnlyMemory<byte> Paths { get; private set; }

    /// <summary>The batch of the last chunk's points.</summary>
    public ReadOnlyMemory<byte> Points { get; private set; }

    /// <summary>Encodes a chunk whose paths are numbered from <paramref name="firstPath"/>.</summary>
    public void Encode(PathChunk chunk, long firstPath)
    {
        using RecordBatch paths = _paths.Fill(chunk, firstPath);
        Paths = _pathEncoder.Encode(paths);
        using RecordBatch points = _points.Fill(chunk, firstPath);
        Points = _pointEncoder.Encode(points);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pathEncoder.Dispose();
        _pointEncoder.Dispose();
        _codec.Free();
    }
}
