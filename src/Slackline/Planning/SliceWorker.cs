using Slackline.Sessions;
using Slackline.Timing;

namespace Slackline.Planning;

/// <summary>
/// Runs one command, or one slice of it, and gives its paths to a run. When the process that runs it dies or hangs, it is run again and goes on behind the last path
/// that was given.
/// </summary>
internal sealed class SliceWorker(RunExchange exchange, SliceRun run, PlanOptions options)
{
    /// <summary>Starts the command once more.</summary>
    public required Func<CancellationToken, PathCommand> Start { get; init; }

    /// <summary>How long it may take; null for however long it takes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Runs it to its end.</summary>
    /// <param name="begun">The command, when it runs already.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <returns>Why it failed in the end; null when it did not.</returns>
    /// <exception cref="StaCommandException">The tool refuses the command.</exception>
    public StaException? Run(PathCommand? begun, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            StaException failure;
            try
            {
                // Waiting for its turn, or for a tool that is started again, is not its time.
                PathCommand command = begun ?? Start(deadline.Token);
                begun = null;
                deadline.CancelAfter(Timeout ?? System.Threading.Timeout.InfiniteTimeSpan);
                Read(command, deadline.Token);
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

            if (attempt >= options.Attempts)
            {
                return failure;
            }
        }
    }

    private void Read(PathCommand command, CancellationToken cancellation)
    {
        using (command)
        {
            using var slacks = new SlackFile(AsideFiles.Slacks(command.Aside));
            long skip = run.Received;
            float? behind = null;
            bool isFirst = true;
            bool more = true;
            while (more)
            {
                PathChunk chunk = exchange.Rent();
                StaException? fault = null;
                try
                {
                    more = command.Fill(ref chunk, cancellation);
                }
                catch (StaException e)
                {
                    // What came before it counts.
                    fault = e;
                }

                var exact = new float[chunk.Count];
                for (int i = 0; i < exact.Length; i++)
                {
                    exact[i] = (isFirst ? slacks.Read() : behind) ?? float.NaN;
                    behind = slacks.Read();
                    isFirst = false;
                }

                int skipped = (int)Math.Min(skip, chunk.Count);
                skip -= skipped;
                if (skipped > 0 && skip == 0 && !exact[skipped - 1].Equals(run.LastSlack))
                {
                    throw new InvalidDataException("Run again, the command gave other paths.");
                }

                if (skipped < chunk.Count)
                {
                    run.Add(new KeyedChunk(chunk, skipped, exact), behind, cancellation);
                }
                else
                {
                    exchange.Recycle(chunk);
                }

                if (fault is not null)
                {
                    throw fault;
                }
            }

            if (behind is not null || skip > 0)
            {
                throw new InvalidDataException("The tool printed fewer paths than it found.");
            }
        }
    }
}
