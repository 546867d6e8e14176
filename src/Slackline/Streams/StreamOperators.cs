using Slackline.Queries.Operators;

namespace Slackline.Streams;

/// <summary>Operators on paths that need a stream's buffer; the others are in <see cref="PathSequence"/>.</summary>
internal static class StreamOperators
{
    /// <summary>
    /// Lets several consumers read all of one stream. Each has a bounded buffer; when one buffer is full, the source waits, so a slow
    /// consumer slows all. A consumer that fails or leaves does not stop the others.
    /// </summary>
    /// <param name="source">The paths.</param>
    /// <param name="consumers">How many consumers.</param>
    /// <param name="maxChunks">
    /// How many chunks wait before a consumer at the most. Consumers share the chunks: memory is that of the slowest one's.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static PathTee Tee(this PathSequence source, int consumers, int maxChunks = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(consumers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxChunks, 1);
        return new PathTee(source, consumers, maxChunks);
    }
}
