namespace Slackline.Streams;

/// <summary>How a stream is doing at a moment.</summary>
/// <param name="State">What it does.</param>
/// <param name="PathsRead">Paths that the source has given.</param>
/// <param name="ChunksRead">Chunks that the source has given.</param>
/// <param name="Elapsed">Time since the start; until the end, when it has ended.</param>
public sealed record StreamStatus(StreamState State, long PathsRead, long ChunksRead, TimeSpan Elapsed)
{
    /// <summary>The consumer that the producer waits for; null while it waits for none.</summary>
    public string? PausedBy { get; init; }

    /// <summary>How long the producer has waited for consumers, all in all.</summary>
    public TimeSpan PausedFor { get; init; }

    /// <summary>Bytes of chunks that some consumer still needs.</summary>
    public long BufferedBytes { get; init; }

    /// <summary>Chunks that some consumer still needs.</summary>
    public int BufferedChunks { get; init; }

    /// <summary>The most bytes that were held at once.</summary>
    public long PeakBufferedBytes { get; init; }

    /// <summary>The stream's consumers.</summary>
    public IReadOnlyList<ConsumerStatus> Consumers { get; init; } = [];
}

/// <summary>How far a consumer of a stream is.</summary>
/// <param name="Name">The consumer's name.</param>
/// <param name="ChunksTaken">Chunks it has taken.</param>
/// <param name="PathsTaken">Paths it has taken.</param>
/// <param name="ChunksWaiting">Chunks that wait for it.</param>
public sealed record ConsumerStatus(string Name, long ChunksTaken, long PathsTaken, int ChunksWaiting);
