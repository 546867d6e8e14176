using System.Collections.Concurrent;

namespace Slackline.Planning.Merge;

/// <summary>
/// How workers reach the thread that merges. That thread alone knows and changes the state of the runs: a worker posts what has happened,
/// and the merge takes it up, in the order in which it was posted. The inbox is bounded: while it is full workers wait, and the tool's
/// processes with them.
/// </summary>
/// <param name="capacity">How many posts wait at the most. A post has at most one chunk of paths.</param>
internal sealed class MergeInbox(int capacity) : IDisposable
{
    private readonly BlockingCollection<Action> _posts = new(capacity);

    /// <summary>Posts what the merge's thread shall do; waits while the inbox is full.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before there was room: it has not been posted.</exception>
    public void Post(Action post, CancellationToken cancellation) => _posts.Add(post, cancellation);

    /// <summary>
    /// Does what was posted first; waits for it if there is nothing yet. Only for the merge's thread. False when nothing was posted in
    /// time.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled before anything was posted.</exception>
    public bool TakeUp(TimeSpan patience, CancellationToken cancellation)
    {
        if (!_posts.TryTake(out Action? post, (int)patience.TotalMilliseconds, cancellation))
        {
            return false;
        }

        post();
        return true;
    }

    /// <summary>Gives up what has not been taken up. No worker may post any more.</summary>
    public void Dispose() => _posts.Dispose();
}
