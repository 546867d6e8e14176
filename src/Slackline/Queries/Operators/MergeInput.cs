using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Where a merge is in one of its sorted inputs. Compares as the path that it stands at.</summary>
/// <param name="place">Which of the merge's inputs it is: between equal paths, the earlier input comes first.</param>
internal abstract class MergeInput(int place) : IComparable<MergeInput>, IAsyncDisposable
{
    /// <summary>Which of the merge's inputs it is.</summary>
    public int Place => place;

    /// <summary>The chunk that holds the path.</summary>
    public abstract PathChunk Chunk { get; }

    /// <summary>The path's place in its chunk.</summary>
    public abstract int Path { get; }

    /// <summary>Whether the input has ended with an error, or is not in order.</summary>
    public virtual bool IsBroken => false;

    /// <summary>Goes on to the next selection of paths.</summary>
    /// <param name="isHurried">Whether to stop waiting when the input is slow.</param>
    public abstract ValueTask<ReadOutcome> ReadAsync(bool isHurried);

    /// <summary>Advances to the next path of the selection, once the one before has been merged; false at its end.</summary>
    public abstract bool Step();

    /// <summary>Throws what broke the input, if anything did.</summary>
    public virtual void Throw()
    {
    }

    /// <inheritdoc/>
    public abstract int CompareTo(MergeInput? other);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
