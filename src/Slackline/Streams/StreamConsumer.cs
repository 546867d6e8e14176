using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Streams;

/// <summary>
/// One of the consumers of a stream: takes every chunk once, in order, at its own speed. The slowest one is who the producer waits for; one that
/// is disposed of holds nobody up.
/// </summary>
public sealed class StreamConsumer : IDisposable
{
    private readonly StreamBuffer _buffer;
    private long _paths;

    internal StreamConsumer(StreamBuffer buffer, string name)
    {
        _buffer = buffer;
        Name = name;
        buffer.Attach(this);
    }

    /// <summary>What to call it where the stream's status is shown.</summary>
    public string Name { get; }

    /// <summary>How many paths it has taken.</summary>
    public long PathsTaken => Interlocked.Read(ref _paths);

    /// <summary>
    /// The chunks in their order. Each is valid until the next one is asked for, and other consumers may be reading it too. What was read before an error or a
    /// cancellation of the stream comes first, then the error is thrown; a cancelled stream just ends. When the enumeration is left early, the consumer leaves the stream.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The consumer has left the stream.</exception>
    public async IAsyncEnumerable<PathChunk> ReadChunksAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        try
        {
            while (await _buffer.TakeAsync(this, cancellation).ConfigureAwait(false) is { } chunk)
            {
                Interlocked.Add(ref _paths, chunk.Count);
                yield return chunk;
            }
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Leaves the stream.</summary>
    public void Dispose() => _buffer.Detach(this);
}
