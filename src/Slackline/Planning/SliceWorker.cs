using Slackline.Sessions;

namespace Slackline.Planning;

/// <summary>
/// Runs one command, or one slice of it, and gives its paths to a run, or to one for each of the slice's batches. When the process that runs it dies or hangs, it is run
/// again and goes on behind the last path that was given.
/// </summary>
internal sealed class SliceWorker(RunExchange exchange, IReadOnlyList<SliceRun> runs, PlanOptions options)
{
    /// <summary>Starts the command, from one of its batches on.</summary>
    public required Func<int, CancellationToken, PathCommand> Start { get; init; }

    /// <summary>Takes note of how long the tool took to find a batch; null for a command that does not run in batches.</summary>
    public Action<int, TimeSpan>? Learn { get; init; }

    /// <summary>How long it may take; null for however long it takes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Runs it to its end.</summary>
    /// <param name="begun">The command, when it runs already.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <returns>Why it failed in the end; null when it did not. Runs that are not complete by then miss something.</returns>
    /// <exception cref="StaCommandException">The tool refuses the command.</exception>
    public StaException? Run(PathCommand? begun, CancellationToken cancellation)
    {
        int first = 0;
        for (int attempt = 1; ; attempt++)
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            StaException failure;
            try
            {
                // Waiting for its turn, or for a tool that is started again, is not its time.
                using PathCommand command = begun ?? Start(first, deadline.Token);
                begun = null;
                deadline.CancelAfter(Timeout ?? System.Threading.Timeout.InfiniteTimeSpan);
                new SliceReading(exchange, runs, first, Learn).Read(command, deadline.Token);
                return null;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                failure = deadline.IsCancellationRequested
                    ? new StaDiedException($"It did not end within {Timeout.GetValueOrDefault().TotalSeconds:0.#} s, and was killed.")
                    : new StaDiedException("The session that ran it has ended.");
            }
            catch (StaException e) when (e is not StaCommandException)
            {
                failure = e;
            }
            catch (InvalidDataException e)
            {
                failure = new StaException(e.Message, e);
            }

            first = runs.TakeWhile(static run => run.IsComplete).Count();
            if (first == runs.Count || attempt >= options.Attempts)
            {
                // A process may also die when it has given everything.
                return first == runs.Count ? null : failure;
            }
        }
    }
}
