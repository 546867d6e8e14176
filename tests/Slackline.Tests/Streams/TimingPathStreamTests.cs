using System.Globalization;
using System.Text;
using Slackline.Reports;
using Slackline.Streams;
using Slackline.Tests.Reports;
using Slackline.Timing;

namespace Slackline.Tests.Streams;

public class TimingPathStreamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_paths_come_once_and_in_order()
    {
        await using TimingPathStream stream = TimingPathStream.Start(Numbered(10_500));
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
        await using TimingPathStream stream = TimingPathStream.Start(Numbered(30_000), new StreamLimits { MaxChunks = 10, LowMark = 0.5 });
        await WaitUntil(() => stream.State == StreamState.Paused);
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
    public async Task The_bound_in_bytes_counts_too()
    {
        await using TimingPathStream stream = TimingPathStream.Start(Numbered(30_000), new StreamLimits { MaxBytes = 4_000_000 });
        await WaitUntil(() => stream.State == StreamState.Paused);
        Assert.InRange(stream.PeakBufferedBytes, 4_000_000, 6_000_000);
    }

    [Fact]
    public async Task The_smallest_bound_still_lets_one_path_after_another_through()
    {
        await using TimingPathStream stream = TimingPathStream.Start(Numbered(3), new StreamLimits { MaxBytes = 1, MaxChunks = 1 });
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
        FillChunk numbered = Numbered(5_000);
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
        await using TimingPathStream stream = TimingPathStream.Start(Numbered(1_000_000), new StreamLimits { MaxChunks = 3 });
        await WaitUntil(() => stream.State == StreamState.Paused);
        stream.Cancel();
        int chunks = 0;
        await foreach (PathChunk _ in stream.ReadChunksAsync(Cancellation))
        {
            chunks++;
        }

        Assert.Equal((3, StreamState.Cancelled), (chunks, stream.State));
    }

    [Theory]
    [InlineData(0, 1, 0.5)]
    [InlineData(1, 0, 0.5)]
    [InlineData(1, 1, 1.0)]
    [InlineData(1, 1, -0.1)]
    public void Limits_that_make_no_sense_are_refused(long bytes, int chunks, double lowMark) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TimingPathStream.Start(Numbered(1), new StreamLimits { MaxBytes = bytes, MaxChunks = chunks, LowMark = lowMark }));

    // Paths whose slack is a hundredth of their number, read from text as they always are.
    private static FillChunk Numbered(int count)
    {
        int next = 0;
        var reader = new ReportReader();
        return (ref PathChunk chunk, CancellationToken _) =>
        {
            while (next < count && !chunk.IsFull)
            {
                string path = SamplePaths.Wrapped.Replace("           0.50   slack", string.Create(CultureInfo.InvariantCulture, $"{next++ / 100.0,15:0.00}   slack"), StringComparison.Ordinal);
                reader.Read(Encoding.UTF8.GetBytes(path), isFinal: true, chunk, new DiscardSink(), out int _);
            }

            return next < count;
        };
    }

    private static async Task WaitUntil(Func<bool> condition)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(5, deadline.Token);
        }
    }
}
