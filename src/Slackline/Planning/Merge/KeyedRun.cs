using Slackline.Timing;

namespace Slackline.Planning.Merge;

/// <summary>
/// Paths in the tool's order, each with its exact slack; the text of a report has it only rounded. Only the merge's thread looks at them.
/// </summary>
internal abstract class KeyedRun : IDisposable
{
    /// <summary>
    /// What is known of the next path now. Once it is ready, this changes only by <see cref="Advance"/>, but for what is known of the
    /// path after it.
    /// </summary>
    public abstract RunHead Head { get; }

    /// <summary>The chunk that holds the next path, when that is ready.</summary>
    public abstract PathChunk Chunk { get; }

    /// <summary>The next path's place in its chunk.</summary>
    public abstract int Index { get; }

    /// <summary>Goes on to the path after the next one.</summary>
    public abstract void Advance();

    /// <inheritdoc/>
    public abstract void Dispose();
}
