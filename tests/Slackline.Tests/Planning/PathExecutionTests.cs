using Slackline.Planning;
using Slackline.Planning.Merge;
using Slackline.Planning.Slices;
using Slackline.Spooler;
using Slackline.Tests.Reports;
using Slackline.Timing;

namespace Slackline.Tests.Planning;

/// <summary>Workers on threads of their own, and the merge that takes up what they post; without any tool.</summary>
public sealed class PathExecutionTests
{
    private const int Chunks = 20;
    private const int PathsOfChunk = 5;
    private const int Ahead = 2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(3, 1_000_000)]
    public void Paths_of_workers_side_by_side_come_in_order_and_each_once(int workers, long maxHeldBytes)
    {
        using var stop = new CancellationTokenSource();
        using var execution = new Workers(workers, maxHeldBytes, stop.Token);
        Assert.Equal(Enumerable.Range(1, workers * Chunks * PathsOfChunk), ReadAll(execution));
        Assert.Equal(workers, execution.Ended);
    }

    [Fact]
    public async Task While_no_paths_are_taken_workers_wait_and_then_go_on()
    {
        using var stop = new CancellationTokenSource();
        using var execution = new Workers(1, maxHeldBytes: 1, stop.Token);
        await Waiting.Until(() => execution.Writers[0].Given == Ahead * PathsOfChunk);

        // A worker that did not wait would have given all by then.
        await Task.Delay(50, Cancellation);
        Assert.Equal(Ahead * PathsOfChunk, execution.Writers[0].Given);
        Assert.Equal(Enumerable.Range(1, Chunks * PathsOfChunk), ReadAll(execution));
    }

    [Fact]
    public void What_a_worker_gave_before_it_failed_is_given_and_then_the_fault()
    {
        using var stop = new CancellationTokenSource();
        using var execution = new Workers(1, maxHeldBytes: 1, stop.Token, failsAfter: 7);
        var given = new List<int>();
        Assert.Throws<InvalidDataException>(() => Read(execution, given));
        Assert.Equal(Enumerable.Range(1, 7 * PathsOfChunk), given);
    }

    [Fact]
    public async Task Workers_that_wait_end_when_the_query_is_given_up()
    {
        using var stop = new CancellationTokenSource();
        var execution = new Workers(3, maxHeldBytes: 1, stop.Token);
        await Waiting.Until(() => execution.Writers.Sum(static writer => writer.Given) == Ahead * PathsOfChunk);
        await stop.CancelAsync();

        // It waits for its threads.
        await Task.Run(execution.Dispose, Cancellation).WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        Assert.Equal(Ahead * PathsOfChunk, execution.Writers.Sum(static writer => writer.Given));
    }

    [Fact]
    public void A_reader_that_is_cancelled_waits_no_longer()
    {
        using var stop = new CancellationTokenSource();
        using var execution = new Workers(1, maxHeldBytes: 1, stop.Token, hangsAfter: 3);
        using var cancelled = new CancellationTokenSource();
        var given = new List<int>();
        Assert.Throws<OperationCanceledException>(() => Read(execution, given, cancelled, cancelAt: 3 * PathsOfChunk));

        // The last path may have a near neighbour that has not come.
        Assert.Equal(Enumerable.Range(1, given.Count), given);
        stop.Cancel();
    }

    private static List<int> ReadAll(Workers execution)
    {
        var given = new List<int>();
        Read(execution, given);
        return given;
    }

    private static void Read(Workers execution, List<int> given, CancellationTokenSource? cancelled = null, int cancelAt = int.MaxValue)
    {
        bool more = true;
        while (more)
        {
            var chunk = new PathChunk();
            try
            {
                more = execution.Fill(ref chunk, cancelled?.Token ?? Cancellation);
            }
            finally
            {
                // A numbered path prints its number as its slack.
                given.AddRange(chunk.Slack.ToArray().Select(static slack => (int)Math.Round(slack * 100)));
                if (given.Count >= cancelAt - 1)
                {
                    cancelled?.Cancel();
                }
            }
        }
    }

    /// <summary>Gives the numbered paths, each worker those that are its turn.</summary>
    private sealed class Workers : PathExecution
    {
        public Workers(
            int workers, long maxHeldBytes, CancellationToken stop, int failsAfter = int.MaxValue, int hangsAfter = int.MaxValue)
            : base(PathExecutionTests.Ahead, maxHeldBytes, stop)
        {
            SliceRun[] runs = [.. Enumerable.Range(0, workers).Select(_ => new SliceRun(Held, float.NegativeInfinity))];
            Writers = [.. runs.Select(run => new RunWriter(Inbox, run))];
            var section = SectionSlices.Whole(runs[0], isOrderFree: false, stop);
            foreach (SliceRun run in runs.Skip(1))
            {
                section.Merge.Add(run);
            }

            Sections.Enqueue(section);
            for (int worker = 0; worker < workers; worker++)
            {
                int first = worker + 1;
                RunWriter paths = Writers[worker];
                Threads.Start([paths], () => Give(paths, first, workers, failsAfter, hangsAfter, section.Stop), () => Ended++);
            }
        }

        public IReadOnlyList<RunWriter> Writers { get; }

        public int Ended { get; private set; }

        private static void Give(RunWriter paths, int first, int step, int failsAfter, int hangsAfter, CancellationToken stop)
        {
            for (int i = 0; i < Chunks; i++)
            {
                if (i == failsAfter)
                {
                    throw new InvalidDataException("It failed.");
                }

                if (i == hangsAfter)
                {
                    stop.WaitHandle.WaitOne();
                    stop.ThrowIfCancellationRequested();
                }

                int[] numbers = [.. Enumerable.Range(i * PathsOfChunk, PathsOfChunk).Select(place => first + (place * step))];
                var chunk = new PathChunk();
                BlockRecorder.Read(string.Concat(numbers.Select(static number => NumberedPaths.TextOf(number))), chunk: chunk);
                float? next = i + 1 < Chunks ? numbers[^1] + step : null;
                paths.Add(new KeyedChunk(chunk, 0, [.. numbers.Select(static number => (float)number)]), next, isLast: false, stop);
            }
        }
    }
}
