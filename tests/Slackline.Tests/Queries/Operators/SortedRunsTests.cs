using Slackline.Queries.Operators;

namespace Slackline.Tests.Queries.Operators;

/// <summary>Which runs of an external merge sort are merged, and when; a run is a list of the numbers that it was made of.</summary>
public sealed class SortedRunsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(12)]
    public async Task Neighbours_are_merged_so_that_few_are_left_and_each_path_is_written_once_a_level(int most)
    {
        var written = new int[200];
        var runs = new SortedRuns<int[]>(most, Merge);
        for (int number = 0; number < written.Length; number++)
        {
            int added = number;
            await runs.AddAsync(
                () =>
                {
                    // Room has been made before it is written.
                    int levels = (int)Math.Floor(Math.Log(added + 1, most)) + 1;
                    Assert.InRange(runs.Runs.Count, 0, most * levels);
                    return Task.FromResult(Write([added]));
                },
                TestContext.Current.CancellationToken);
            Assert.Equal(Enumerable.Range(0, number + 1), runs.Runs.SelectMany(static run => run));
        }

        Assert.InRange(written.Max(), 1, (int)Math.Ceiling(Math.Log(written.Length, most)) + 1);
        await runs.ReduceAsync(TestContext.Current.CancellationToken);
        Assert.InRange(runs.Runs.Count, 1, most);
        Assert.Equal(Enumerable.Range(0, written.Length), runs.Runs.SelectMany(static run => run));

        Task<int[]> Merge(IReadOnlyList<int[]> some, CancellationToken cancellation)
        {
            Assert.InRange(some.Count, 2, most);
            return Task.FromResult(Write([.. some.SelectMany(static run => run)]));
        }

        int[] Write(int[] run)
        {
            foreach (int number in run)
            {
                written[number]++;
            }

            return run;
        }
    }

    [Fact]
    public async Task A_merge_that_fails_leaves_the_runs_as_they_were()
    {
        var runs = new SortedRuns<int>(2, static (_, _) => throw new IOException("full"));
        await runs.AddAsync(static () => Task.FromResult(1), TestContext.Current.CancellationToken);
        await runs.AddAsync(static () => Task.FromResult(2), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<IOException>(() => runs.AddAsync(static () => Task.FromResult(3), TestContext.Current.CancellationToken));
        Assert.Equal([1, 2], runs.Runs);
    }
}
