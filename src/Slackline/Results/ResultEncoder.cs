using Apache.Arrow;
using Apache.Arrow.Ipc;
using Slackline.Arrow;

namespace Slackline.Results;

/// <summary>
/// The batches of a result as messages of Arrow's IPC stream: one for the schema; then for each batch the dictionaries of its columns,
/// each in place of the one before, and its rows. Written one after another they are a stream for any reader of Arrow that takes a new
/// dictionary in place of an old one.
/// </summary>
internal sealed class ResultEncoder : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly Schema _schema;

    public ResultEncoder(Schema schema)
    {
        _schema = schema;
        using ArrowStreamWriter writer = Start();
        SchemaMessage = _bytes.ToArray();
    }

    /// <summary>The schema's message.</summary>
    public ReadOnlyMemory<byte> SchemaMessage { get; }

    /// <summary>The messages of a batch; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Encode(RecordBatch batch)
    {
        // Apache.Arrow 23.0.0 writes a dictionary with the first batch only, and drops those of later batches: each batch has a writer.
        using ArrowStreamWriter writer = Start();
        writer.WriteRecordBatch(batch);
        return _bytes.GetBuffer().AsMemory(SchemaMessage.Length, (int)_bytes.Length - SchemaMessage.Length);
    }

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    private ArrowStreamWriter Start()
    {
        _bytes.SetLength(0);
        var writer = new ArrowStreamWriter(_bytes, _schema, leaveOpen: true, new IpcOptions(), PooledAllocator.Instance);
        writer.WriteStart();
        return writer;
    }
}
