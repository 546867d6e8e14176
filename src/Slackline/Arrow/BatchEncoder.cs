using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Slackline.Arrow;

/// <summary>Record batches as the bytes of Arrow's IPC format, compressed.</summary>
internal sealed class BatchEncoder : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly ArrowStreamWriter _writer;

    public BatchEncoder(Schema schema, ZstdCodec codec)
    {
        _writer = new ArrowStreamWriter(_bytes, schema, leaveOpen: true, new IpcOptions
        {
            CompressionCodec = CompressionCodecType.Zstd,
            CompressionCodecFactory = codec,
        }, PooledAllocator.Instance);
        _writer.WriteStart();
        SchemaMessage = _bytes.ToArray();
    }

    /// <summary>The schema's message, which stands before all batches in a file.</summary>
    public ReadOnlyMemory<byte> SchemaMessage { get; }

    /// <summary>The message of a batch; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Encode(RecordBatch batch)
    {
        _bytes.SetLength(0);
        _writer.WriteRecordBatch(batch);
        return _bytes.GetBuffer().AsMemory(0, (int)_bytes.Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _bytes.Dispose();
    }
}
