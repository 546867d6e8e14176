using Slackline.Planning.Merge;
using Slackline.Planning.Plans;
using Slackline.Sessions;

namespace Slackline.Planning.Slices;

/// <summary>
/// Runs one command, or one slice of it, and gives its paths to a run, or to one for each of the slice's batches. When the process that
/// runs it dies or hangs, it is run again and continues after the last path that was given.
/// </summary>
internal sealed class SliceWorker(MergeInbox inbox, HeldChunks chunks, IReadOnlyList<RunWriter> runs, PlanOptions options)
{
    private bool _mayRunAgain = true;

    /// <summary>Starts the command, for some of its batches.</summary>
    public required Func<Range, CancellationToken, PathCommand> Start { get; init; }

    /// <summary>
    /// Records that batches were given up, after how many of their paths, and why. Called on the merge's thread, before the merge knows
    /// that no more paths of them come.
    /// </summary>
    public required Action<Range, long, StaException> Fail { get; init; }

    /// <summary>Records how long the tool took to find a batch; null for a command that does not run in batches.</summary>
    public Action<int, TimeSpan>? Learn { get; init; }

    /// <summary>
    /// Looks at each command that has ended, for whatever reason, and says whether it may run again; null if it always may.
    /// </summary>
    public Func<PathCommand, bool>? MayRunAgain { get; init; }

    /// <summary>How long it may print nothing; null for no bound.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// Runs it to its end. After a failure, the first batch that is missing is run alone: what a process printed last may be lost with
    /// it, and only this shows which batch is at fault. A batch is given up when it has failed as often as <see
    /// cref="PlanOptions.Attempts"/> allows, and the others are run; if the next one fails as often, all are given up.
    /// </summary>
    /// <param name="begun">The command, when it runs already.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="StaCommandException">The tool refuses the command.</exception>
    public void Run(PathCommand? begun, CancellationToken cancellation)
    {
        int first = 0;
        int tries = 0;
        int givenUp = -1;
        while (first < runs.Count)
        {
            int end = tries == 0 ? runs.Count : first + 1;
            StaException? failure = Try(first..end, begun, cancellation);
            begun = null;

            // A process may also die when it has given everything.
            int missing = first + runs.Skip(first).TakeWhile(static run => run.IsComplete).Count();
            if (failure is null || missing >= end)
            {
                (first, tries) = (end, 0);
                continue;
            }

            tries = missing == first ? tries + 1 : 1;
            first = missing;
            if (tries >= options.Attempts || !_mayRunAgain)
            {
                int last = givenUp >= 0 && givenUp == first - 1 ? runs.Count : first + 1;
                GiveUp(first..last, failure, cancellation);
                (givenUp, first, tries) = (first, last, 0);
            }
        }
    }

    private void GiveUp(Range batches, StaException failure, CancellationToken cancellation)
    {
        RunWriter[] lost = [.. runs.Take(batches)];
        long given = lost.Sum(static run => run.Given);

        // In one post: between two, the merge would know of a fault that ends the query, and still wait for near ties of the last paths.
        inbox.Post(
            () =>
            {
                Fail(batches, given, failure);
                foreach (RunWriter run in lost)
                {
                    run.Run.Complete();
                }
            },
            cancellation);
    }

    // Why it failed; null when it did not.
    private StaException? Try(Range batches, PathCommand? begun, CancellationToken cancellation)
    {
        int first = batches.Start.Value;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            // Waiting for its turn, or for a tool that is started again, is not its time.
            using PathCommand command = begun ?? Start(batches, deadline.Token);
            try
            {
                new SliceReading(chunks, [.. runs.Take(batches)], Learn is { } learn ? (batch, took) => learn(first + batch, took) : null)
                    .Read(command, deadline, Timeout ?? System.Threading.Timeout.InfiniteTimeSpan, cancellation);
                return null;
            }
            finally
            {
                _mayRunAgain = MayRunAgain?.Invoke(command) ?? true;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return deadline.IsCancellationRequested
                ? new StaDiedException($"It printed nothing for {Timeout.GetValueOrDefault().TotalSeconds:0.#} s, and was killed.")
                : new StaDiedException("The session that ran it has ended.");
        }
        catch (StaException e) when (e is not StaCommandException)
        {
            return e;
        }
        catch (InvalidDataException e)
        {
            return new StaException(e.Message, e);
        }
    }
}
