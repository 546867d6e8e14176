using Slackline.Queries.Operators;
using Slackline.Streams;
using Slackline.Timing;
using static Slackline.Tests.Queries.Operators.OperatorSample;

namespace Slackline.Tests.Streams;

/// <summary>How the consumers of one stream get on with one another.</summary>
public class PathTeeSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_consumer_that_fails_or_leaves_does_not_stop_the_others()
    {
        await using PathTee tee = Endless(static i => OfSlack(i)).Take(50_000).Tee(4, maxChunks: 2);
        Task<int> failing = Task.Run(() => ReadAsync(tee.Branches[0], static count => count > 3_000 ? throw new InvalidDataException("this consumer is broken") : true), Cancellation);
        Task<int> leaving = Task.Run(() => ReadAsync(tee.Branches[1], static count => count < 5_000), Cancellation);
        Task<int> filtering = Task.Run(() => ReadAsync(tee.Branches[2].Where("slack < 10"), static _ => true), Cancellation);
        Task<int> staying = Task.Run(() => ReadAsync(tee.Branches[3], static _ => true), Cancellation);
        Assert.Equal("this consumer is broken", (await Assert.ThrowsAsync<InvalidDataException>(() => failing)).Message);
        Assert.Equal((5_000, 1_000, 50_000), (await leaving, await filtering, await staying));
    }

    [Fact]
    public async Task A_consumer_that_does_not_read_stops_all_until_it_does()
    {
        await using PathTee tee = Endless(static i => OfSlack(i)).Take(20_000).Tee(2, maxChunks: 2);
        await using IAsyncEnumerator<PathSelection> fast = tee.Branches[0].ReadSelectionsAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        for (int chunk = 0; chunk < 3; chunk++)
        {
            Assert.True(await fast.MoveNextAsync());
        }

        // Two wait before the other consumer; the third was given here and cannot be given there.
        Task<bool> fourth = fast.MoveNextAsync().AsTask();
        await Task.Delay(100, Cancellation);
        Assert.False(fourth.IsCompleted);
        Task<int> other = Task.Run(() => ReadAsync(tee.Branches[1], static _ => true), Cancellation);
        Assert.True(await fourth);
        int chunks = 4;
        while (await fast.MoveNextAsync())
        {
            chunks++;
        }

        Assert.Equal((20, 20_000), (chunks, await other));
    }

    [Fact]
    public async Task A_fault_of_the_source_reaches_every_consumer_after_what_came_before()
    {
        async IAsyncEnumerable<PathChunk> Failing()
        {
            await foreach (PathChunk chunk in Endless(static i => OfSlack(i)).Take(2_000))
            {
                yield return chunk;
            }

            throw new IOException("the disk is gone");
        }

        await using PathTee tee = Failing().AsPaths().Tee(2);
        int[] counts = await Task.WhenAll(tee.Branches.Select(static async branch =>
        {
            int count = 0;
            IOException fault = await Assert.ThrowsAsync<IOException>(() => ReadAsync(branch, paths => (count = paths) > 0));
            Assert.Equal("the disk is gone", fault.Message);
            return count;
        }));
        Assert.Equal([2_000, 2_000], counts);
    }

    [Fact]
    public async Task The_source_is_stopped_when_all_have_left()
    {
        var stopped = new TaskCompletionSource();
        async IAsyncEnumerable<PathChunk> Source()
        {
            try
            {
                await foreach (PathChunk chunk in Endless(static i => OfSlack(i)))
                {
                    yield return chunk;
                }
            }
            finally
            {
                stopped.SetResult();
            }
        }

        await using PathTee tee = Source().AsPaths().Tee(3);
        await Task.WhenAll(tee.Branches.Select(static (branch, i) => ReadAsync(branch, count => count < i * 2_000)));
        await stopped.Task.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task Disposing_stops_the_source_and_tells_who_still_reads()
    {
        PathTee tee = Endless(static i => OfSlack(i)).Tee(1, maxChunks: 1);
        await using IAsyncEnumerator<PathSelection> paths = tee.Branches[0].ReadSelectionsAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await paths.MoveNextAsync());
        await tee.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
        {
            while (await paths.MoveNextAsync())
            {
            }
        });
        PathSequence branch = await DisposedAsync(Endless(static i => OfSlack(i)).Tee(1));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => ReadAsync(branch, static _ => true));
    }

    [Fact]
    public async Task A_branch_is_read_once()
    {
        await using PathTee tee = Recycled([[OfSlack(1)]]).Tee(1);
        Assert.Equal(1, await ReadAsync(tee.Branches[0], static _ => true));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(tee.Branches[0], static _ => true));
    }

    private static async Task<PathSequence> DisposedAsync(PathTee tee)
    {
        await tee.DisposeAsync();
        return tee.Branches[0];
    }

    private static async Task<int> ReadAsync(PathSequence paths, Func<int, bool> wantsMore)
    {
        int count = 0;
        await foreach (PathSelection selection in paths.ReadSelectionsAsync(Cancellation))
        {
            count += selection.Count;
            if (!wantsMore(count))
            {
                break;
            }
        }

        return count;
    }
}
