using Slackline.Spooler;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Tests.Streams;

/// <summary>The ring between a producer and its consumers, from within.</summary>
public class StreamBufferTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_stream_allocates_what_a_short_one_does()
    {
        var buffer = new StreamBuffer(new StreamLimits());
        await using IAsyncEnumerator<PathChunk> chunks = buffer.ReadAsync(buffer.Attach("all"), Cancellation).GetAsyncEnumerator(Cancellation);
        PassChunks(1_000);
        Assert.InRange(PassChunks(20_000) / 20_000.0, 0, 100);
        Assert.InRange(buffer.ChunksMade, 1, 2);

        // Each is waited for before it is there, taken, and given back. Returns the bytes allocated here.
        long PassChunks(int count)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < count; i++)
            {
                ValueTask<bool> next = chunks.MoveNextAsync();
                ValueTask added = buffer.AddAsync(buffer.Rent(), CancellationToken.None);
                Assert.True(added.IsCompletedSuccessfully);
                while (!next.IsCompleted)
                {
                    Thread.Yield();
                }

                Assert.True(next.IsCompletedSuccessfully && next.Result);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public async Task Chunks_that_waited_are_filled_again_however_often_the_consumer_falls_behind()
    {
        var buffer = new StreamBuffer(new StreamLimits { MaxChunks = 40 });
        BufferReader reader = buffer.Attach("slow");
        await using IAsyncEnumerator<PathChunk> chunks = buffer.ReadAsync(reader, Cancellation).GetAsyncEnumerator(Cancellation);
        for (int round = 0; round < 5; round++)
        {
            for (int i = 0; i < 20; i++)
            {
                await buffer.AddAsync(NumberedPaths.Fill(buffer.Rent(), (round * 20) + i, 1), Cancellation);
            }

            for (int i = 0; i < 20; i++)
            {
                Assert.True(await chunks.MoveNextAsync());
                Assert.Equal((round * 20) + i, NumberedPaths.NumberOf(chunks.Current[0]));
            }
        }

        // One more than wait at a time: the one that the consumer still reads.
        Assert.Equal(21, buffer.ChunksMade);
    }

    [Fact]
    public async Task A_buffer_that_runs_full_again_and_again_makes_no_chunk_anew()
    {
        var buffer = new StreamBuffer(new StreamLimits { MaxBytes = 4_000_000 });
        await using IAsyncEnumerator<PathChunk> chunks = buffer.ReadAsync(buffer.Attach("slow"), Cancellation).GetAsyncEnumerator(Cancellation);
        var made = new List<int>();
        int added = 0;
        int taken = 0;
        for (int round = 0; round < 5; round++)
        {
            ValueTask adding;
            do
            {
                adding = buffer.AddAsync(NumberedPaths.Fill(buffer.Rent(), added++, 1), Cancellation);
            }
            while (adding.IsCompleted);

            for (; taken < added; taken++)
            {
                Assert.True(await chunks.MoveNextAsync());
                Assert.Equal(taken, NumberedPaths.NumberOf(chunks.Current[0]));
            }

            await adding;
            made.Add(buffer.ChunksMade);
        }

        // From the second round on the consumer has one in its hand.
        Assert.True(made[1] > 3, $"only {made[1]} chunks");
        Assert.Equal(made[1], made[^1]);
        Assert.InRange(buffer.PeakBytes, 3_000_000, 4_000_000);
    }
}
