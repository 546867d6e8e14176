using Slackline.Timing;

namespace Slackline.Planning.Merge;

/// <summary>What can be said of the next path of a run.</summary>
internal enum RunState
{
    /// <summary>Nothing but that its slack is not worse than the run's bound.</summary>
    Unknown,

    /// <summary>Its exact slack is known, the path itself is not there yet.</summary>
    Coming,

    /// <summary>It is there.</summary>
    Ready,

    /// <summary>There is none, and will be none.</summary>
    Ended,
}

/// <summary>Paths in the tool's order, each with its exact slack, which the text of a report has only rounded. Looked at by one thread.</summary>
internal abstract class KeyedRun : IDisposable
{
    /// <summary>What can be said of the next path.</summary>
    public abstract RunState State { get; }

    /// <summary>The next path's slack in seconds; while it is not known, a bound that it is not worse than. NaN where the tool tells none.</summary>
    public abstract float Slack { get; }

    /// <summary>The slack of the path behind the next one; infinity when there is none, or it is not known.</summary>
    public abstract float SlackBehind { get; }

    /// <summary>The chunk that holds the next path, when it is there.</summary>
    public abstract PathChunk Chunk { get; }

    /// <summary>The next path's place in its chunk.</summary>
    public abstract int Index { get; }

    /// <summary>Is done with the next path.</summary>
    public abstract void Advance();

    /// <inheritdoc/>
    public abstract void Dispose();
}
