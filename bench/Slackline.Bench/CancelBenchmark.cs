using System.Diagnostics;
using System.Globalization;
using Slackline.Demo;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;

namespace Slackline.Bench;

/// <summary>How long it takes from a cancellation until nothing works any more: of a request for a page, of a stream, of a session, while OpenSTA searches and while it prints.</summary>
internal static class CancelBenchmark
{
    private const string Query = "report_checks -format full_clock_expanded -group_path_count 100000 -endpoint_path_count 3";

    public static void Run(BenchContext context)
    {
        DemoFiles design = DemoDesign.Write(Path.Combine(context.DirectoryPath, "design"), new DemoOptions(Endpoints: 2_500, Depth: 8));
        int times = context.IsQuick ? 2 : 10;
        BenchContext.Say("cancelled ... until nothing works any more       tried    median     worst");
        Measure(context, times, "a page request", () => PageAsync(context, design));
        Measure(context, times, "a stream, OpenSTA searching", () => StreamAsync(design, isPrinting: false));
        Measure(context, times, "a stream, OpenSTA printing", () => StreamAsync(design, isPrinting: true));
        Measure(context, times, "a session, OpenSTA searching", () => SessionAsync(design, isPrinting: false));
        Measure(context, times, "a session, OpenSTA printing", () => SessionAsync(design, isPrinting: true));
    }

    private static void Measure(BenchContext context, int times, string what, Func<Task<TimeSpan>> cancel)
    {
        double[] milliseconds = [.. Enumerable.Range(0, times).Select(_ => cancel().GetAwaiter().GetResult().TotalMilliseconds).Order()];
        BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"  {what,-42} {times,9} {milliseconds[times / 2],7:0.0} {milliseconds[^1],9:0.0} ms"));
        context.Figure($"{what.Replace(",", "", StringComparison.Ordinal).Replace(' ', '_')}_worst", milliseconds[^1], "ms");
    }

    private static async Task<TimeSpan> PageAsync(BenchContext context, DemoFiles design)
    {
        await using StaSession session = await StartAsync(design).ConfigureAwait(false);
        await using PagedStream kept = PagedStream.Start(
            new OpenStaStreamExecutor(session).Execute(Query, new Nowhere()), SpoolDirectory.At(Path.Combine(context.DirectoryPath, "cancelled")), Query);
        using var stop = new CancellationTokenSource();
        ValueTask<Page> waiting = kept.ReadAsync(new PageRequest { Wait = Timeout.InfiniteTimeSpan, Cursor = kept.CursorAt(1_000_000) }, stop.Token);
        await Task.Delay(200).ConfigureAwait(false);
        long start = Stopwatch.GetTimestamp();
        await stop.CancelAsync().ConfigureAwait(false);
        try
        {
            using Page page = await waiting.ConfigureAwait(false);
            throw new InvalidOperationException("The page was not cancelled.");
        }
        catch (OperationCanceledException)
        {
            return Stopwatch.GetElapsedTime(start);
        }
    }

    private static async Task<TimeSpan> StreamAsync(DemoFiles design, bool isPrinting)
    {
        await using StaSession session = await StartAsync(design).ConfigureAwait(false);
        await using TimingPathStream stream = await BeginAsync(session, isPrinting).ConfigureAwait(false);
        long start = Stopwatch.GetTimestamp();
        stream.Cancel();
        while (stream.State != StreamState.Cancelled)
        {
            await Task.Delay(1).ConfigureAwait(false);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<TimeSpan> SessionAsync(DemoFiles design, bool isPrinting)
    {
        StaSession session = await StartAsync(design).ConfigureAwait(false);
        await using TimingPathStream stream = await BeginAsync(session, isPrinting).ConfigureAwait(false);
        int tool = session.ProcessId;
        long start = Stopwatch.GetTimestamp();
        await session.DisposeAsync().ConfigureAwait(false);

        // A producer that waits for a consumer does nothing, and learns of the session's end when somebody takes a chunk.
        while (ToolActivity.Of(tool).State != ToolState.Exited || stream.State == StreamState.Running)
        {
            await Task.Delay(1).ConfigureAwait(false);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<StaSession> StartAsync(DemoFiles design)
    {
        StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }).ConfigureAwait(false);
        await session.LoadAsync(design.Setup).ConfigureAwait(false);
        return session;
    }

    // A stream of which nothing is taken: once OpenSTA prints, it soon waits.
    private static async Task<TimingPathStream> BeginAsync(StaSession session, bool isPrinting)
    {
        TimingPathStream stream = new OpenStaStreamExecutor(session, new StreamLimits { MaxChunks = 2 }).Execute(Query, new Nowhere());
        while (isPrinting ? session.Activity.State != ToolState.Blocked : session.Activity.State != ToolState.Computing)
        {
            await Task.Delay(1).ConfigureAwait(false);
        }

        return stream;
    }

    private sealed class Nowhere : IReportSink
    {
        public void Accept(in ReportBlock block)
        {
        }
    }
}
