using Slackline.Planning.Merge;

namespace Slackline.Planning.Slices;

/// <summary>
/// The threads that read what the tool's processes print. How one ended is known before the runs that it left open are seen to be
/// complete.
/// </summary>
/// <param name="exchange">What all runs share.</param>
internal sealed class ReadingThreads(RunExchange exchange)
{
    private readonly List<Task> _threads = [];

    /// <summary>What ends the whole query; null while nothing does.</summary>
    public Exception? Refusal { get; private set; }

    /// <summary>Ends the whole query, unless something has before.</summary>
    public void Refuse(Exception refusal) => Refusal ??= refusal;

    /// <summary>Starts a thread.</summary>
    /// <param name="runs">What it fills.</param>
    /// <param name="work">What it does; whatever is thrown, but for a cancellation, ends the whole query.</param>
    /// <param name="ended">Done at its end, while the exchange is locked.</param>
    public void Start(IReadOnlyList<SliceRun> runs, Action work, Action ended)
    {
        _threads.RemoveAll(static thread => thread.IsCompleted);
        _threads.Add(Task.Factory.StartNew(
            () =>
            {
                Exception? refusal = null;
                try
                {
                    work();
                }
                catch (OperationCanceledException)
                {
                    // Its paths are not wanted any more.
                }
#pragma warning disable CA1031 // Whatever it was, whoever reads the stream is told.
                catch (Exception e)
                {
                    refusal = e;
                }
#pragma warning restore CA1031

                lock (exchange.Lock)
                {
                    Refusal ??= refusal;
                    ended();
                    foreach (SliceRun run in runs)
                    {
                        run.Complete();
                    }
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
    }

    /// <summary>Waits until all have ended.</summary>
    public void Join() => Task.WhenAll(_threads).GetAwaiter().GetResult();
}
