namespace Slackline.Streams;

/// <summary>Bounds of a stream's buffer and the marks at which its producer pauses and goes on.</summary>
public sealed record StreamLimits
{
    /// <summary>The producer pauses before more bytes of chunks than this wait. 10 MB by default.</summary>
    public long MaxBytes { get; init; } = 10_000_000;

    /// <summary>The producer pauses when this many chunks wait. 100 by default.</summary>
    public int MaxChunks { get; init; } = 100;

    /// <summary>The producer resumes when the buffer has drained to this fraction of both bounds. 0.5 by default.</summary>
    public double LowMark { get; init; } = 0.5;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBytes, 1, nameof(MaxBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxChunks, 1, nameof(MaxChunks));
        if (LowMark is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(LowMark), LowMark, "The low mark is a part of the bounds: at least 0 and below 1.");
        }
    }
}
