using Slackline.Planning.Merge;

namespace Slackline.Planning.Slices;

/// <summary>The threads that read what the tool's processes print.</summary>
/// <param name="inbox">The way to the merge.</param>
/// <param name="stop">Stops the query: nothing is taken up any more.</param>
internal sealed class ReadingThreads(MergeInbox inbox, CancellationToken stop)
{
    private readonly List<Task> _threads = [];

    /// <summary>What ends the whole query; null while nothing does. Only for the merge's thread.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Starts a thread. The merge learns how it ended at the same time as that no more paths come of it.</summary>
    /// <param name="runs">What it fills.</param>
    /// <param name="work">What it does; whatever is thrown, but for a cancellation, ends the whole query.</param>
    /// <param name="ended">Done at its end, on the merge's thread.</param>
    public void Start(IReadOnlyList<RunWriter> runs, Action work, Action ended)
    {
        _threads.RemoveAll(static thread => thread.IsCompleted);
        _threads.Add(Task.Factory.StartNew(
            () =>
            {
                Exception? fault = null;
                try
                {
                    work();
                }
                catch (OperationCanceledException)
                {
                    // Its paths are not wanted any more.
                }
#pragma warning disable CA1031 // Whatever it was, the reader of the stream gets it.
                catch (Exception e)
                {
                    fault = e;
                }
#pragma warning restore CA1031

                try
                {
                    inbox.Post(() => End(runs, fault, ended), stop);
                }
                catch (OperationCanceledException)
                {
                    // No merge waits for it any more.
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
    }

    /// <summary>Ends the whole query, unless something has before. Only for the merge's thread.</summary>
    public void Fail(Exception fault) => Fault ??= fault;

    /// <summary>Waits until all have ended.</summary>
    public void Join() => Task.WhenAll(_threads).GetAwaiter().GetResult();

    private void End(IReadOnlyList<RunWriter> runs, Exception? fault, Action ended)
    {
        Fault ??= fault;
        ended();
        foreach (RunWriter run in runs)
        {
            run.Run.Complete();
        }
    }
}
