using System.Diagnostics;
using System.Globalization;
using Slackline.Demo;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Bench;

/// <summary>
/// A million paths out of a running OpenSTA, and readers slower than it: a consumer that takes a page a second; twenty consumers at different speeds. Every
/// consumer must get every path once and in order, the buffer must keep to its bound, and OpenSTA is looked at whether it waits meanwhile.
/// </summary>
internal static class StressBenchmark
{
    /// <summary>Two paths an endpoint, setup and hold, each with its clock's way.</summary>
    public const string Query = "report_checks -path_delay min_max -format full_clock_expanded -group_path_count 4000000";

    public static void Run(BenchContext context)
    {
        DemoFiles design = DemoDesign.Write(context.DirectoryPath, new DemoOptions(Endpoints: context.IsQuick ? 10_000 : 510_000, Depth: 2));
        ConsumeAsync(context, design).GetAwaiter().GetResult();
    }

    private static async Task ConsumeAsync(BenchContext context, DemoFiles design)
    {
        await using StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }).ConfigureAwait(false);
        await session.LoadAsync(design.Setup).ConfigureAwait(false);
        BenchContext.Say("from the running OpenSTA                    paths   printing     buffer, most / bound   OpenSTA seen waiting   got all, once, in order");
        int chunksOfPage = context.IsQuick ? 1 : 10;
        TimeSpan page = TimeSpan.FromSeconds(context.IsQuick ? 0.3 : 1);
        await MeasureAsync(context, session, "page_a_second", [new Pace(chunksOfPage, page)]).ConfigureAwait(false);
        await MeasureAsync(context, session, "twenty_consumers", [.. Enumerable.Range(0, 20).Select(i => new Pace(1, TimeSpan.FromMilliseconds(i)))]).ConfigureAwait(false);
    }

    private static async Task MeasureAsync(BenchContext context, StaSession session, string name, IReadOnlyList<Pace> paces)
    {
        var limits = new StreamLimits();
        var printed = new Sink();
        await using TimingPathStream stream = new OpenStaStreamExecutor(session, limits).Execute(Query, printed);
        Task<PathTally>[] consumers = [.. paces.Select(pace => ConsumeAsync(stream.Subscribe(), pace))];
        int looks = 0;
        int waiting = 0;
        long first = 0;
        while (!consumers.All(consumer => consumer.IsCompleted))
        {
            await Task.Delay(50).ConfigureAwait(false);
            if (stream.PathsRead > 0)
            {
                first = first == 0 ? Stopwatch.GetTimestamp() : first;
                looks++;
                waiting += session.Activity.State == ToolState.Blocked ? 1 : 0;
            }
        }

        double seconds = Stopwatch.GetElapsedTime(first).TotalSeconds;
        PathTally[] got = await Task.WhenAll(consumers).ConfigureAwait(false);
        int whole = got.Count(tally => tally.Equals(printed.Tally));
        double most = stream.Status.PeakBufferedBytes;
        BenchContext.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name.Replace('_', ' '),-32} {printed.Tally.Paths,14:N0} {seconds,8:0.0} s {most / 1e6,12:0.0} / {limits.MaxBytes / 1e6:0.0} MB {100.0 * waiting / looks,18:0} % {whole,16} of {got.Length}"));
        context.Figure($"{name}_paths", printed.Tally.Paths, "paths");
        context.Figure($"{name}_buffer_over_bound", most / limits.MaxBytes, "x");
        context.Figure($"{name}_tool_waits", 100.0 * waiting / looks, "%");
        context.Figure($"{name}_consumers_with_all", whole, "consumers");
    }

    private static async Task<PathTally> ConsumeAsync(StreamConsumer consumer, Pace pace)
    {
        var tally = default(PathTally);
        int chunks = 0;
        await foreach (PathChunk chunk in consumer.ReadChunksAsync().ConfigureAwait(false))
        {
            for (int i = 0; i < chunk.Count; i++)
            {
                tally.Add(chunk[i]);
            }

            if (++chunks % pace.Chunks == 0)
            {
                await Task.Delay(pace.Pause).ConfigureAwait(false);
            }
        }

        return tally;
    }

    private readonly record struct Pace(int Chunks, TimeSpan Pause);

    private sealed class Sink : IReportSink
    {
        private PathTally _tally;

        public PathTally Tally => _tally;

        public void Accept(in ReportBlock block)
        {
            if (block.Kind == BlockKind.Path)
            {
                _tally.Add(block.Path);
            }
        }
    }
}
