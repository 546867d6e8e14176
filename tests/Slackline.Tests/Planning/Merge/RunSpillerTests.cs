using Slackline.Planning.Merge;
using Slackline.Queries.Operators;
using Slackline.Spooler;
using Slackline.Streams.Spooling;
using Slackline.Tests.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Tests.Planning.Merge;

/// <summary>Runs that are written to disk while they wait for worse paths.</summary>
public sealed class RunSpillerTests : IDisposable
{
    // As many as are open at once; the next one makes one of them all.
    private const int MaxOpenRuns = 12;

    private readonly SpoolFolder _folder = new();
    private readonly HeldChunks _held = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Spilled_runs_are_merged_into_one_and_leave_nothing()
    {
        var store = new SpoolRunStore(_folder.Open());
        using (var merge = new SectionMerge(groupCount: 1_000))
        {
            var spiller = new RunSpiller(merge, store);
            for (int i = 0; i < MaxOpenRuns + 3; i++)
            {
                merge.Add(Run(i));
                spiller.Spill(Cancellation);
            }

            Assert.Equal(4, _folder.Open().List().Count());
            var chunk = new PathChunk();
            Assert.Equal(MergeOutcome.Ended, merge.FillInOrder(ref chunk));
            Assert.Equal(Enumerable.Range(0, MaxOpenRuns + 3), Numbers(chunk));
        }

        Assert.Empty(_folder.Open().List());
    }

    [Fact]
    public void Runs_whose_merging_is_cancelled_leave_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        Fails<OperationCanceledException>(new SpoolRunStore(_folder.Open()), cancelled.Cancel, cancelled.Token);
    }

    [Fact]
    public void Runs_whose_merging_fails_leave_nothing()
    {
        var store = new FailingStore(new SpoolRunStore(_folder.Open()));
        Fails<IOException>(store, () => store.Fails = true, Cancellation);
    }

    private void Fails<TFault>(IRunStore store, Action fail, CancellationToken cancellation)
        where TFault : Exception
    {
        var merge = new SectionMerge(groupCount: 1_000);
        var spiller = new RunSpiller(merge, store);
        for (int i = 0; i < MaxOpenRuns; i++)
        {
            merge.Add(Run(i));
            spiller.Spill(cancellation);
        }

        merge.Add(Run(MaxOpenRuns));
        fail();
        Assert.ThrowsAny<TFault>(() => spiller.Spill(cancellation));

        // What it throws would hide the fault, and leave the others.
        merge.Dispose();
        merge.Dispose();
        Assert.Empty(_folder.Open().List());
    }

    // A run of one path, which is complete.
    private SliceRun Run(int number)
    {
        var run = new SliceRun(_held, float.NegativeInfinity);
        run.Take(new KeyedChunk(NumberedPaths.Fill(new PathChunk(), number, 1), 0, [number]), nextSlack: null, isLast: true);
        return run;
    }

    private static IEnumerable<int> Numbers(PathChunk chunk) =>
        Enumerable.Range(0, chunk.Count).Select(i => (int)NumberedPaths.NumberOf(chunk[i]));

    /// <summary>A store on a disk that breaks.</summary>
    private sealed class FailingStore(IRunStore store) : IRunStore
    {
        public bool Fails { get; set; }

        public IPathRun CreateRun() => new Run(this, store.CreateRun());

        private sealed class Run(FailingStore owner, IPathRun run) : IPathRun
        {
            public ValueTask WriteAsync(PathChunk chunk, CancellationToken cancellation) =>
                owner.Fails ? throw new IOException("The disk is broken.") : run.WriteAsync(chunk, cancellation);

            public IAsyncEnumerable<PathChunk> ReadAsync(CancellationToken cancellation) => run.ReadAsync(cancellation);

            public ValueTask DisposeAsync() => run.DisposeAsync();
        }
    }
}
