using Slackline.Timing;

namespace Slackline.Streams;

/// <summary>
/// One of the consumers of a stream: takes every chunk once, in order, at its own speed. The producer waits for the slowest consumer; a
/// consumer that is disposed of delays nothing.
/// </summary>
public sealed class StreamConsumer : IDisposable
{
    private readonly StreamBuffer _buffer;
    private readonly BufferReader _reader;

    internal StreamConsumer(StreamBuffer buffer, string name)
    {
        _buffer = buffer;
        _reader = buffer.Attach(name);
    }

    /// <summary>Its name in the stream's status.</summary>
    public string Name => _reader.Name;

    /// <summary>How many paths it has taken.</summary>
    public long PathsTaken => _buffer.PathsTaken(_reader);

    /// <summary>
    /// The chunks in their order, for one reader at a time. Each is valid until the next one is requested, and other consumers may be
    /// reading it too. Paths read before an error or a cancellation of the stream come first, then the error is thrown; a cancelled
    /// stream just ends. When the enumeration is left early, the consumer leaves the stream.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The consumer has left the stream.</exception>
    public IAsyncEnumerable<PathChunk> ReadChunksAsync(CancellationToken cancellation = default) =>
        _buffer.ReadAsync(_reader, cancellation);

    /// <summary>Leaves the stream.</summary>
    public void Dispose() => _buffer.Detach(_reader);
}
