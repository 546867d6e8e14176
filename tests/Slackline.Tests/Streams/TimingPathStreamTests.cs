using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Tests.Streams;

public class TimingPathStreamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_paths_come_once_and_in_order()
    {
        await using TimingPathStream stream = TimingPathStream.Start(NumberedSource.Of(10_500));
        var numbers = new List<int>();
        await foreach (PathChunk chunk in stream.ReadChunksAsync(Cancellation))
        {
            Assert.InRange(chunk.Count, 1, PathChunk.Capacity);
            for (int i = 0; i < chunk.Count; i++)
            {
                numbers.Add((int)Math.Round(chunk.Slack[i] * 100));
            }
        }

        Assert.Equal(Enumerable.Range(0, 10_500), numbers);
        Assert.Equal((StreamState.Complete, 10_500), (stream.State, stream.PathsRead));
    }

    [Fact]
    public async Task A_full_buffer_pauses_the_producer_until_it_has_drained_to_the_low_mark()
    {
        await using TimingPathStream stream = TimingPathStream.Start(NumberedSource.Of(30_000), new StreamLimits { MaxChunks = 10, LowMark = 0.5 });
        await Waiting.Until(() => stream.State == StreamState.Paused);
        long pausedAt = stream.ChunksRead;
        Assert.Equal(10, pausedAt);
        int taken = 0;
        await foreach (PathChunk _ in stream.ReadChunksAsync(Cancellation))
        {
            taken++;
            if (taken < 5)
            {
                await Task.Delay(20, Cancellation);
                Assert.Equal(StreamState.Paused, stream.State);
                Assert.Equal(pausedAt, stream.ChunksRead);
            }
        }

        Assert.Equal(30, taken);
    }

    [Fact]
    public async Task The_bound_in_bytes_is_never_passed()
    {
        await using TimingPathStream stream = TimingPathStream.Start(NumberedSource.Of(30_000), new StreamLimits { MaxBytes = 4_000_000 });
        await Waiting.Until(() => stream.State == StreamState.Paused);
        Assert.InRange(stream.Status.PeakBufferedBytes, 3_000_000, 4_000_000);
        long paths = 0;
        await foreach (PathChunk chunk in stream.ReadChunksAsync(Cancellation))
        {
            paths += chunk.Count;
        }

        Assert.Equal(30_000, paths);
        Assert.InRange(stream.Status.PeakBufferedBytes, 3_000_000, 4_000_000);
    }

    [Fact]
    public async Task The_smallest_bound_still_lets_one_path_after_another_through()
    {
        await using TimingPathStream stream = TimingPathStream.Start(NumberedSource.Of(3), new StreamLimits { MaxBytes = 1, MaxChunks = 1 });
        int paths = 0;
        await foreach (PathChunk chunk in stream.ReadChunksAsync(Cancellation))
        {
            Assert.Equal(1, chunk.Count);
            paths++;
        }

        Assert.Equal(3, paths);
    }

    [Fact]
    public async Task What_came_before_a_fault_is_read_first()
    {
        FillChunk numbered = NumberedSource.Of(5_000);
        int calls = 0;
        await using TimingPathStream stream = TimingPathStream.Start((ref PathChunk chunk, CancellationToken cancellation) => ++calls == 4 ? throw new IOException("the disk is gone") : numbered(ref chunk, cancellation));
        int paths = 0;
        IOException fault = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (PathChunk chunk in stream.ReadChunksAsync(Cancellation))
            {
                paths += chunk.Count;
            }
        });
        Assert.Equal(("the disk is gone", 3_000, StreamState.Faulted), (fault.Message, paths, stream.State));
    }

    [Fact]
    public async Task A_cancelled_stream_gives_what_it_has_and_ends()
    {
        await using TimingPathStream stream = TimingPathStream.Start(NumberedSource.Of(1_000_000), new StreamLimits { MaxChunks = 3 });
        await Waiting.Until(() => stream.State == StreamState.Paused);
        stream.Cancel();
        int chunks = 0;
        await foreach (PathChunk _ in stream.ReadChunksAsync(Cancellation))
        {
            chunks++;
        }

        Assert.Equal((3, StreamState.Cancelled), (chunks, stream.State));
    }

    [Fact]
    public async Task Every_consumer_takes_every_path_at_its_own_speed()
    {
        const int Consumers = 20;
        await using TimingPathStream stream = TimingPathStream.Start(NumberedSource.Of(40_000), new StreamLimits { MaxChunks = 4 });
        StreamConsumer[] consumers = [.. Enumerable.Range(0, Consumers).Select(i => stream.Subscribe($"consumer {i}"))];
        int[][] taken = await Task.WhenAll(consumers.Select((consumer, i) => Task.Run(async () =>
        {
            var numbers = new List<int>();
            await foreach (PathChunk chunk in consumer.ReadChunksAsync(Cancellation))
            {
                await Task.Delay(i, Cancellation);
                foreach (double slack in chunk.Slack)
                {
                    numbers.Add((int)Math.Round(slack * 100));
                }

                Assert.InRange(stream.Status.BufferedChunks, 0, 4);
            }

            return numbers.ToArray();
        }, Cancellation)));

        Assert.All(taken, numbers => Assert.Equal(Enumerable.Range(0, 40_000), numbers));
        Assert.Empty(stream.Status.Consumers);
    }

    [Fact]
    public async Task The_slowest_consumer_is_named_and_holds_nobody_up_once_it_has_left()
    {
        await using TimingPathStream stream = TimingPathStream.Start(NumberedSource.Of(20_000), new StreamLimits { MaxChunks = 4 });
        StreamConsumer slow = stream.Subscribe("the slow one");
        StreamConsumer quick = stream.Subscribe("the quick one");
        Task<int> quickly = Task.Run(async () =>
        {
            int paths = 0;
            await foreach (PathChunk chunk in quick.ReadChunksAsync(Cancellation))
            {
                paths += chunk.Count;
            }

            return paths;
        }, Cancellation);
        await Waiting.Until(() => stream.Status is { PausedBy: "the slow one" } status && status.Consumers[1].PathsTaken == 4_000);
        Assert.Equal((4, 0, 4_000), (stream.Status.Consumers[0].ChunksWaiting, stream.Status.Consumers[1].ChunksWaiting, stream.Status.PathsRead));
        slow.Dispose();
        Assert.Equal(20_000, await quickly);
        Assert.True(stream.Status.PausedFor > TimeSpan.Zero);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await slow.ReadChunksAsync(Cancellation).GetAsyncEnumerator(Cancellation).MoveNextAsync());
    }

    [Fact]
    public async Task An_error_in_one_consumer_does_not_stop_the_others()
    {
        await using TimingPathStream stream = TimingPathStream.Start(NumberedSource.Of(20_000), new StreamLimits { MaxChunks = 4 });
        StreamConsumer failing = stream.Subscribe("failing");
        StreamConsumer other = stream.Subscribe("other");
        Task failed = Assert.ThrowsAsync<InvalidDataException>(() => Task.Run(async () =>
        {
            await foreach (PathChunk _ in failing.ReadChunksAsync(Cancellation))
            {
                throw new InvalidDataException();
            }
        }, Cancellation));
        int paths = 0;
        await foreach (PathChunk chunk in other.ReadChunksAsync(Cancellation))
        {
            paths += chunk.Count;
        }

        Assert.Equal(20_000, paths);
        await failed;
    }

    [Fact]
    public async Task Who_comes_late_is_told_so()
    {
        await using TimingPathStream stream = TimingPathStream.Start(NumberedSource.Of(20_000), new StreamLimits { MaxChunks = 4 });
        await foreach (PathChunk _ in stream.ReadChunksAsync(Cancellation))
        {
        }

        Assert.Contains("first 20 chunks", Assert.Throws<InvalidOperationException>(() => stream.Subscribe()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 0.5)]
    [InlineData(1, 0, 0.5)]
    [InlineData(1, 1, 1.0)]
    [InlineData(1, 1, -0.1)]
    public void Limits_that_make_no_sense_are_refused(long bytes, int chunks, double lowMark) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TimingPathStream.Start(NumberedSource.Of(1), new StreamLimits { MaxBytes = bytes, MaxChunks = chunks, LowMark = lowMark }));
}
