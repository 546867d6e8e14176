using Slackline.Timing;

namespace Slackline.Streams;

/// <summary>
/// One of the consumers of a stream: takes every chunk once, in order, at its own speed. The slowest one is who the producer waits for; one that
/// is disposed of holds nobody up.
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

    /// <summary>What to call it where the stream's status is shown.</summary>
    public string Name => _reader.Name;

    /// <summary>How many paths it has taken.</summary>
    public long PathsTaken => _buffer.PathsTaken(_reader);

    /// <summary>
    /// The chunks in their order, for one reader at a time. Each is valid until the next one is asked for, and other consumers may be reading it too. What was read
    /// before an error or a cancellation of the stream comes first, then the error is thrown; a cancelled stream just ends. When the enumeration is left early, the
    /// consumer leaves the stream.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The consumer has left the stream.</exception>
    public IAsyncEnumerable<PathChunk> ReadChunksAsync(CancellationToken cancellation = default) => _buffer.ReadAsync(_reader, cancellation);

    /// <summary>Leaves the stream.</summary>
    public void Dispose() => _buffer.Detach(_reader);
}
