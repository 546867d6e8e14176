namespace Slackline.Planning.Merge;

/// <summary>
/// The worker's end of a run: the paths of a batch of a slice, or of a whole command. Used by one thread, which counts what it has given
/// for the case that it must try again.
/// </summary>
/// <param name="inbox">The way to the merge.</param>
/// <param name="run">The merge's end.</param>
internal sealed class RunWriter(MergeInbox inbox, SliceRun run)
{
    /// <summary>The merge's end. Only for the merge's thread.</summary>
    public SliceRun Run => run;

    /// <summary>How many paths have been given.</summary>
    public long Given { get; private set; }

    /// <summary>The slack of the last path that was given.</summary>
    public float LastSlack { get; private set; } = float.NaN;

    /// <summary>Whether no more paths come.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Gives paths; waits while the merge has not taken up those before.</summary>
    /// <param name="chunk">The paths; the chunk belongs to the run from then on.</param>
    /// <param name="nextSlack">The slack of the path after them; null when there is none, it is not known, or it belongs to another
    /// report.</param>
    /// <param name="isLast">Whether no more come after them.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">Cancelled before they were given.</exception>
    public void Add(KeyedChunk chunk, float? nextSlack, bool isLast, CancellationToken cancellation)
    {
        (long paths, float last) = (chunk.End - chunk.First, chunk.Slack(chunk.End - 1));
        inbox.Post(() => run.Take(chunk, nextSlack, isLast), cancellation);
        Given += paths;
        LastSlack = last;
        IsComplete = isLast;
    }

    /// <summary>No more paths come.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before the merge could be informed.</exception>
    public void Complete(CancellationToken cancellation)
    {
        if (!IsComplete)
        {
            IsComplete = true;
            inbox.Post(run.Complete, cancellation);
        }
    }
}
