using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Slackline.Arrow;

/// <summary>
/// The bytes of Arrow's IPC format as record batches again. It understands the schema once and then takes batch after batch.
/// </summary>
internal sealed class BatchDecoder : IDisposable
{
    private readonly MessageFeed _feed = new();
    private readonly ArrowStreamReader _reader;

    public BatchDecoder(ReadOnlyMemory<byte> schemaMessage, ZstdCodec codec)
    {
        _reader = new ArrowStreamReader(_feed, PooledAllocator.Instance, codec, leaveOpen: false);
        _feed.Message = schemaMessage;
        _ = _reader.Schema;
    }

    /// <summary>The batch in a message; to be disposed of after use.</summary>
    public RecordBatch Decode(ReadOnlyMemory<byte> message)
    {
        _feed.Message = message;
        try
        {
            return _reader.ReadNextRecordBatch() ?? throw new InvalidDataException("The message holds no batch.");
        }
        finally
        {
            _feed.Message = default;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    /// <summary>One message after another as the stream that Arrow's reader reads.</summary>
    private sealed class MessageFeed : Stream
    {
        public ReadOnlyMemory<byte> Message { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            int length = Math.Min(buffer.Length, Message.Length);
            Message.Span[..length].CopyTo(buffer);
            Message = Message[length..];
            return length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
