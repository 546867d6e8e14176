namespace Slackline.Streams.Spooling;

/// <summary>Bounds of a state directory: how much it may hold, and how long it keeps unused streams.</summary>
public sealed record SpoolLimits
{
    /// <summary>
    /// Bytes that the whole state directory may take; at this size writers wait, and nothing is dropped. 10 GB by default.
    /// </summary>
    public long MaxBytes { get; init; } = 10_000_000_000;

    /// <summary>Bytes after which a stream continues in a new segment: a pair of Arrow files. 64 MB by default.</summary>
    public long SegmentBytes { get; init; } = 64_000_000;

    /// <summary>How long an unused stream is kept after its last path was written. 7 days by default.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Bytes that all unused streams may take together; above it the oldest are removed first. 5 GB by default.</summary>
    public long KeepBytes { get; init; } = 5_000_000_000;

    /// <summary>How often a waiting writer (for the quota, or because the disk is full) checks again. 250 ms by default.</summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBytes, 1, nameof(MaxBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(SegmentBytes, 1, nameof(SegmentBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(KeepFor, TimeSpan.Zero, nameof(KeepFor));
        ArgumentOutOfRangeException.ThrowIfLessThan(KeepBytes, 0, nameof(KeepBytes));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RetryInterval, TimeSpan.Zero, nameof(RetryInterval));
    }
}
