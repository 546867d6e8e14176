using Slackline.Planning.Merge;
using Slackline.Planning.Plans;
using Slackline.Planning.Slices;
using Slackline.Sessions;

namespace Slackline.Tests.Planning;

/// <summary>A worker whose tool dies whenever it is started; without any tool.</summary>
public sealed class SliceWorkerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// A merge that knew of the fault, but not yet that no more paths come, would drop paths that it holds back for near ties.
    /// </summary>
    [Fact]
    public void The_merge_learns_at_once_that_batches_were_given_up_and_that_no_more_paths_of_them_come()
    {
        using var inbox = new MergeInbox(10);
        var held = new HeldChunks();
        RunWriter[] runs = [.. Enumerable.Range(0, 3).Select(_ => new RunWriter(inbox, new SliceRun(held, float.NegativeInfinity)))];
        var failed = new List<Range>();
        var worker = new SliceWorker(inbox, held, runs, new PlanOptions { Attempts = 2 })
        {
            Start = static (_, _) => throw new StaDiedException("It died."),
            Fail = (batches, _, _) => failed.Add(batches),
        };
        worker.Run(null, Cancellation);
        while (inbox.TakeUp(TimeSpan.Zero, Cancellation))
        {
            Assert.Equal(failed.Sum(batches => batches.GetOffsetAndLength(runs.Length).Length), runs.Count(static run => run.Run.IsComplete));
        }

        // The first alone, and as the next fails as often, all others.
        Assert.Equal([0..1, 1..3], failed);
    }
}
