using Slackline.Spooler;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Tests.Streams;

/// <summary>A stream's source that gives numbered paths.</summary>
internal static class NumberedSource
{
    /// <summary>So many paths, in chunks as full as they may be.</summary>
    /// <param name="count">How many.</param>
    /// <param name="gate">When there is one, a chunk comes for each time that it is opened.</param>
    public static FillChunk Of(int count, SemaphoreSlim? gate = null)
    {
        int next = 0;
        return (ref PathChunk chunk, CancellationToken cancellation) =>
        {
            gate?.Wait(cancellation);
            for (; next < count && !chunk.IsFull; next++)
            {
                NumberedPaths.Append(chunk, next);
            }

            return next < count;
        };
    }
}
