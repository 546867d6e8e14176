using Slackline.Queries.Operators;
using Slackline.Streams;
using Slackline.Timing;
using static Slackline.Tests.Queries.Operators.OperatorSample;

namespace Slackline.Tests.Queries.Operators;

/// <summary>What operators that keep paths keep: as many as they must, however many go by.</summary>
public class OperatorMemorySpecs
{
    private const int Chunks = 60;

    // The second order is the worst case: every path drives another one out.
    [Theory]
    [InlineData(10, "slack asc")]
    [InlineData(10, "slack desc")]
    [InlineData(1_500, "slack desc")]
    public void Top_keeps_no_more_than_its_paths(int count, string order)
    {
        var top = new TopPaths(count, PathOrder.Parse(order));
        long most = MostBytes(top, static i => OfSlack(i));
        int[] slacks = [.. top.Retained().SelectMany(static chunk => chunk.Slack.ToArray()).Select(static slack => (int)Math.Round(slack * 100))];
        int last = (Chunks * PathChunk.Capacity) - 1;
        Assert.Equal(Enumerable.Range(0, count).Select(i => order == "slack asc" ? i : last - i), slacks);
        Assert.InRange(most, 1, BytesFor(count));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1_500)]
    public void A_random_sample_keeps_no_more_than_its_paths(int count)
    {
        var sample = new RandomPaths(count, seed: 3);
        Assert.InRange(MostBytes(sample, static i => OfSlack(i)), 1, BytesFor(count));
        Assert.Equal(count, sample.Retained().Sum(static chunk => chunk.Count));
    }

    [Fact]
    public void Names_of_paths_that_were_driven_out_are_given_up()
    {
        var top = new TopPaths(5, PathOrder.Parse("slack desc"));
        Assert.InRange(MostBytes(top, static i => OfSlack(i) with { Startpoint = $"core/a_rather_long_hierarchy/of_instances/r{i}", Endpoint = $"core/another/q{i}" }), 1, BytesFor(5));
    }

    // Twice 1,500 paths are there before the others are given up, and one chunk more: 3.5 MB, where 2,500 paths take 1.8 MB by themselves.
    [Theory]
    [InlineData(1_500, true)]
    [InlineData(6_000, false)]
    public async Task Kept_paths_have_a_bound_in_bytes(int count, bool fits)
    {
        const long Bound = 3_000_000;
        foreach (PathSequence kept in (PathSequence[])[Paths().TopBy(count, "slack desc", Bound), Paths().SampleRandom(count, maxBytes: Bound)])
        {
            Task<int> counting = CountAsync(kept, static _ => Task.CompletedTask);
            if (fits)
            {
                Assert.Equal(count, await counting);
            }
            else
            {
                QueryLimitException error = await Assert.ThrowsAsync<QueryLimitException>(() => counting);
                Assert.Equal((Bound, true), (error.Limit, error.IsInBytes));
                Assert.Contains("more than 3 MB", error.Message, StringComparison.Ordinal);
            }
        }

        static PathSequence Paths() => Endless(static i => OfSlack(i)).Take(30_000);
    }

    [Fact]
    public async Task Ordering_keeps_to_its_bound()
    {
        const long Bound = 4_000_000;
        var sorter = new PathSorter(PathOrder.Parse("slack"));
        long most = 0;
        await foreach (PathSelection selection in Endless(static i => OfSlack(i * 7919 % 1000)).Take(30_000).ReadSelectionsAsync(TestContext.Current.CancellationToken))
        {
            // As SortOperator does it.
            if (sorter.SizeInBytes + selection.Chunk.SizeInBytes > Bound)
            {
                Assert.True(sorter.InOrder().Sum(static chunk => chunk.Count) > 2_000);
                sorter.Clear();
            }

            sorter.Add(selection);
            most = Math.Max(most, sorter.SizeInBytes);
        }

        Assert.InRange(most, Bound / 2, Bound);
    }

    [Fact]
    public async Task A_tee_has_no_more_chunks_than_wait_before_its_slowest_consumer()
    {
        const int MaxChunks = 3;
        await using PathTee tee = Endless(static i => OfSlack(i)).Take(100_000).Tee(2, MaxChunks);
        Task<int> fast = CountAsync(tee.Branches[0], static _ => Task.CompletedTask);
        Task<int> slow = CountAsync(tee.Branches[1], static _ => Task.Delay(1, TestContext.Current.CancellationToken));
        int[] counts = await Task.WhenAll(fast, slow);
        Assert.Equal([100_000, 100_000], counts);

        // One more is read, one waits to be given, one is filled.
        Assert.InRange(tee.ChunksMade, 2, MaxChunks + 3);
    }

    private static async Task<int> CountAsync(PathSequence paths, Func<PathSelection, Task> work)
    {
        int count = 0;
        await foreach (PathSelection selection in paths.ReadSelectionsAsync(TestContext.Current.CancellationToken))
        {
            count += selection.Count;
            await work(selection);
        }

        return count;
    }

    private static long MostBytes(IPathBuffer keeper, Func<int, OperatorSample> sample)
    {
        var chunk = new PathChunk();
        long most = 0;
        int number = 0;
        for (int i = 0; i < Chunks; i++)
        {
            chunk.Clear();
            while (!chunk.IsFull)
            {
                sample(number).AppendTo(chunk, number);
                number++;
            }

            keeper.Add(PathSelection.All(chunk));
            most = Math.Max(most, keeper.SizeInBytes);
        }

        return most;
    }

    // A chunk of 1,000 small paths is 0.7 MB. Twice as many paths may be there as are kept, and one chunk more while they are sorted out.
    private static long BytesFor(int paths) => ((2 * paths / PathChunk.Capacity) + 3) * 700_000L;
}
