namespace Slackline.Streams;

/// <summary>Where one consumer of a <see cref="StreamBuffer"/> is. Guarded by the buffer's lock.</summary>
internal sealed class BufferReader(string name)
{
    /// <summary>The consumer's name.</summary>
    public string Name => name;

    /// <summary>The number of the chunk that it takes next.</summary>
    public long Position { get; set; }

    /// <summary>Paths that it has taken.</summary>
    public long PathsTaken { get; set; }

    /// <summary>Whether it still reads the chunk before its position.</summary>
    public bool HasLease { get; set; }

    /// <summary>Whether it takes no more.</summary>
    public bool HasLeft { get; set; }

    /// <summary>The event that it waits for when it has taken all chunks so far.</summary>
    public Wakeup More { get; } = new();

    /// <summary>The first chunk that must be kept for it.</summary>
    public long OldestNeeded => HasLease ? Position - 1 : Position;
}
