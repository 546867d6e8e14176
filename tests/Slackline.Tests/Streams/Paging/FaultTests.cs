using System.Globalization;
using Slackline.Sessions;
using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Tests.Reports;
using Slackline.Tests.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Tests.Streams.Paging;

/// <summary>
/// Faults done to the real tool at random moments of a query: what was acknowledged before stays readable, and is what an undisturbed run gives. Each is tried
/// a few times here; <c>SLACKLINE_STRESS=100</c> tries each a hundred times.
/// </summary>
public sealed class FaultTests(DemoDesignFixture design, ITestOutputHelper output) : IDisposable
{
    private const string Query = "report_checks -format full_clock_expanded -digits 6 -group_path_count 20000 -endpoint_path_count 10";

    private static readonly int s_times = int.TryParse(Environment.GetEnvironmentVariable("SLACKLINE_STRESS"), CultureInfo.InvariantCulture, out int times) ? times : 4;

    private readonly SpoolFolder _folder = new();
    private readonly Random _random = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task A_killed_tool_costs_nothing_that_was_acknowledged() => TryAsync("tool killed", (session, _) =>
    {
        Processes.Signal(session.ProcessId, "KILL");
        return Task.FromResult(false);
    });

    [Fact]
    public Task A_tool_that_was_stopped_goes_on_where_it_was() => TryAsync("tool stopped and continued", async (session, stream) =>
    {
        Processes.Signal(session.ProcessId, "STOP");
        await Task.Delay(_random.Next(50), Cancellation);
        using (Page page = await stream.ReadAsync(new PageRequest(), Cancellation))
        {
            Assert.Equal(Math.Min(page.PathsSoFar, 1_000), page.Count);
        }

        Processes.Signal(session.ProcessId, "CONT");
        return true;
    });

    [Fact]
    public Task A_removed_FIFO_does_not_matter_once_it_is_open() => TryAsync("FIFO removed", (session, _) =>
    {
        foreach (string fifo in Directory.EnumerateFiles(session.DirectoryPath, "report*"))
        {
            File.Delete(fifo);
        }

        return Task.FromResult(true);
    });

    [Fact]
    public Task A_cancelled_stream_keeps_what_was_acknowledged() => TryAsync("stream cancelled", (_, stream) =>
    {
        stream.Cancel();
        return Task.FromResult(false);
    });

    // Runs the query, does something to it once its first paths are there, and compares what is left with an undisturbed run.
    private async Task TryAsync(string fault, Func<StaSession, PagedStream, Task<bool>> inject)
    {
        List<string> whole = [];
        TimeSpan usual = TimeSpan.Zero;
        long fewest = long.MaxValue;
        long most = 0;
        for (int i = 0; i <= s_times; i++)
        {
            await using StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }, Cancellation);
            await session.LoadAsync(design.Setup, Cancellation);
            await using PagedStream stream = PagedStream.Start(
                new OpenStaStreamExecutor(session, new StreamLimits { MaxChunks = 1 }).Execute(Query, new DiscardSink()), _folder.Open(), Query);
            while (stream.Paths == 0)
            {
                await Task.Delay(1, Cancellation);
            }

            DateTime start = DateTime.UtcNow;
            bool survives = true;
            if (i > 0)
            {
                await Task.Delay(_random.NextDouble() * usual, Cancellation);
                survives = await inject(session, stream);
            }

            List<string> paths = await ReadAllAsync(stream);
            if (i == 0)
            {
                whole = paths;
                usual = DateTime.UtcNow - start;
                Assert.True(whole.Count > 3_000, $"only {whole.Count} paths");
                continue;
            }

            Assert.True(stream.State is StreamState.Complete || !survives, $"{fault}: {stream.State}, {stream.Fault}");
            Assert.Equal(whole.Take(paths.Count), paths);
            Assert.Equal(stream.State == StreamState.Complete ? whole.Count : stream.Paths, paths.Count);
            fewest = Math.Min(fewest, paths.Count);
            most = Math.Max(most, paths.Count);
        }

        output.WriteLine($"{fault}: {s_times} times, 0 of the acknowledged paths lost ({fewest} to {most} of {whole.Count} were acknowledged)");
    }

    private static async Task<List<string>> ReadAllAsync(PagedStream stream)
    {
        var paths = new List<string>();
        string? cursor = null;
        do
        {
            using Page page = await stream.ReadAsync(new PageRequest { Cursor = cursor, Wait = TimeSpan.FromMinutes(1) }, Cancellation);
            foreach (PathChunk chunk in page.Chunks)
            {
                for (int i = 0; i < chunk.Count; i++)
                {
                    paths.Add($"{chunk[i].PathGroup} {chunk[i].Startpoint} {chunk[i].Endpoint} {chunk[i].Slack} {chunk[i].Rows.Count()}");
                }
            }

            cursor = page.Next;
        }
        while (cursor is not null);
        return paths;
    }
}
