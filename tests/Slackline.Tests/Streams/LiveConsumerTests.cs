using System.Globalization;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Tests.Streams;

/// <summary>
/// Consumers that are slower than the running tool: they hold it up, and each gets every path that was printed, once and in order. <c>SLACKLINE_STRESS=20</c> asks for
/// twenty times as many paths; a million of them are <c>./bench.sh stress</c>.
/// </summary>
public sealed class LiveConsumerTests(DemoDesignFixture design, ITestOutputHelper output)
{
    private static readonly int s_factor = int.TryParse(Environment.GetEnvironmentVariable("SLACKLINE_STRESS"), CultureInfo.InvariantCulture, out int factor) ? factor : 1;

    private static readonly string s_query =
        string.Create(CultureInfo.InvariantCulture, $"report_checks -path_delay min_max -format full_clock_expanded -group_path_count 1000000 -endpoint_path_count {5 * s_factor}");

    // Little, so that little is enough to fill it.
    private static readonly StreamLimits s_limits = new() { MaxBytes = 4_000_000 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slow_consumer_makes_the_tool_wait_and_misses_nothing()
    {
        await using StaSession session = await StartAsync();
        var printed = new Printed();
        await using TimingPathStream stream = new OpenStaStreamExecutor(session, s_limits).Execute(s_query, printed);
        using StreamConsumer consumer = stream.Subscribe("slow");
        await Waiting.Until(() => session.Activity.State == ToolState.Blocked && stream.Status.PausedBy == "slow");
        long pausedAt = stream.PathsRead;

        // It stays so for as long as nothing is taken.
        await Task.Delay(300, Cancellation);
        Assert.Equal((ToolState.Blocked, StreamState.Paused, pausedAt), (session.Activity.State, stream.State, stream.PathsRead));
        List<string> taken = await TakeAsync(consumer, TimeSpan.FromMilliseconds(30));
        Assert.True(taken.Count > 3_000, $"only {taken.Count} paths");
        Assert.Equal(printed.Paths, taken);
        Assert.InRange(stream.Status.PeakBufferedBytes, 1, s_limits.MaxBytes);
        output.WriteLine($"{taken.Count} paths, buffer at most {stream.Status.PeakBufferedBytes} bytes, paused for {stream.Status.PausedFor}");
    }

    [Fact]
    public async Task Twenty_consumers_at_different_speeds_miss_nothing()
    {
        await using StaSession session = await StartAsync();
        var printed = new Printed();
        await using TimingPathStream stream = new OpenStaStreamExecutor(session, s_limits).Execute(s_query, printed);
        StreamConsumer[] consumers = [.. Enumerable.Range(0, 20).Select(i => stream.Subscribe($"{i}"))];
        List<string>[] taken = await Task.WhenAll(consumers.Select((consumer, i) => TakeAsync(consumer, TimeSpan.FromMilliseconds(2 * i))));
        Assert.True(printed.Paths.Count > 3_000, $"only {printed.Paths.Count} paths");
        Assert.All(taken, paths => Assert.Equal(printed.Paths, paths));
        Assert.InRange(stream.Status.PeakBufferedBytes, 1, s_limits.MaxBytes);
    }

    [Fact]
    public async Task A_stream_that_is_cancelled_while_the_tool_waits_lets_the_session_end()
    {
        StaSession session = await StartAsync();
        int tool = session.ProcessId;
        await using (session)
        {
            await using TimingPathStream stream = new OpenStaStreamExecutor(session, s_limits).Execute(s_query, new Printed());
            await Waiting.Until(() => session.Activity.State == ToolState.Blocked);
            stream.Cancel();
            await Waiting.Until(() => stream.State == StreamState.Cancelled);
        }

        Assert.Equal(ToolState.Exited, ToolActivity.Of(tool).State);
    }

    private async Task<StaSession> StartAsync()
    {
        StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }, Cancellation);
        await session.LoadAsync(design.Setup, Cancellation);
        return session;
    }

    private static async Task<List<string>> TakeAsync(StreamConsumer consumer, TimeSpan pause)
    {
        var paths = new List<string>();
        await foreach (PathChunk chunk in consumer.ReadChunksAsync(Cancellation))
        {
            for (int i = 0; i < chunk.Count; i++)
            {
                paths.Add(Describe(chunk[i]));
            }

            await Task.Delay(pause, Cancellation);
        }

        return paths;
    }

    private static string Describe(TimingPath path) => $"{path.PathType} {path.Startpoint} {path.Endpoint} {path.Slack} {path.Arrival} {path.Rows.Count()}";

    /// <summary>What the tool printed, as the reading thread saw it go by.</summary>
    private sealed class Printed : IReportSink
    {
        public List<string> Paths { get; } = [];

        public void Accept(in ReportBlock block)
        {
            if (block.Kind == BlockKind.Path)
            {
                Paths.Add(Describe(block.Path));
            }
        }
    }
}
