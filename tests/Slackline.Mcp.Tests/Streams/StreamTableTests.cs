using Slackline.Mcp.Streams;
using Slackline.Service.Streams;
using Slackline.Spooler;
using Slackline.Streams;
using Slackline.Streams.Spooling;
using Slackline.Tests;
using Slackline.Timing;

namespace Slackline.Mcp.Tests.Streams;

/// <summary>A client's streams at their bounds; without any tool.</summary>
public sealed class StreamTableTests : IDisposable
{
    // More than the buffers between a stream and the one that narrows it hold.
    private const int Paths = 40_000;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_stream_that_another_one_narrows_is_not_closed_under_it()
    {
        string wide = await WriteAsync(Paths);
        string other = await WriteAsync(1);
        string ballast = FillUp(out SpoolDirectory full);
        await using var streams = new StreamTable(full, new ServerLimits { MaxOpenStreams = 1 });
        KeptStream narrow = await streams.RefineAsync(wide, "slack >= 0", Cancellation);
        await Waiting.Until(() => narrow.Pages.WaitsFor is not null);

        // Only one stream that has ended may stay open.
        await streams.FindAsync(other, Cancellation);
        KeptStream from = await streams.FindAsync(wide, Cancellation);
        File.Delete(ballast);
        await narrow.Pages.WaitForEndAsync(Cancellation);
        Assert.Equal((StreamState.Complete, (long)Paths, null), (narrow.State, narrow.Paths, narrow.Pages.Fault?.Message));

        // It is closed once it is not read any more.
        await Waiting.Until(() => !from.Pages.IsInUse);
        string last = await WriteAsync(1);
        await streams.FindAsync(last, Cancellation);
        Assert.Equal([last], streams.Open.Select(static stream => stream.Id));
    }

    [Fact]
    public async Task A_stream_that_is_stopped_while_it_waits_for_room_makes_place_for_another()
    {
        string wide = await WriteAsync(Paths);
        FillUp(out SpoolDirectory full);
        await using var streams = new StreamTable(full, new ServerLimits { MaxRunningStreams = 1 });
        KeptStream waits = await streams.RefineAsync(wide, "slack >= 0", Cancellation);
        await Waiting.Until(() => waits.Pages.WaitsFor is not null);
        ToolInputException refused = await Assert.ThrowsAsync<ToolInputException>(() => streams.RefineAsync(wide, "slack >= 0", Cancellation));
        Assert.Contains("cancel_stream", refused.Message, StringComparison.Ordinal);
        waits.Pages.Cancel();
        await waits.Pages.WaitForEndAsync(Cancellation);
        Assert.Equal(StreamState.Cancelled, waits.State);
        KeptStream next = await streams.RefineAsync(wide, "slack < 0", Cancellation);
        await next.Pages.WaitForEndAsync(Cancellation);
        Assert.Equal((StreamState.Complete, 0), (next.State, next.Paths));
    }

    // A file that takes what is left of the quota. When it is removed, there is room.
    private string FillUp(out SpoolDirectory full)
    {
        const long room = 1_000_000_000;
        var limits = new SpoolLimits { MaxBytes = room + SpoolFiles.Size(_folder.Path), RetryInterval = TimeSpan.FromMilliseconds(10) };
        full = SpoolDirectory.At(_folder.Path, limits);
        string ballast = Path.Combine(_folder.Path, "ballast");
        using FileStream file = File.Create(ballast);
        file.SetLength(room);
        return ballast;
    }

    private async Task<string> WriteAsync(int paths)
    {
        using Spool spool = SpoolDirectory.At(_folder.Path).Create("numbered paths");
        var chunk = new PathChunk();
        while (spool.Paths < paths)
        {
            await spool.Writer!.AppendAsync(NumberedPaths.Fill(chunk, spool.Paths, Math.Min(1_000, paths - (int)spool.Paths)), Cancellation);
        }

        await spool.Writer!.CompleteAsync(cancellation: Cancellation);
        return spool.Info.Id;
    }
}
