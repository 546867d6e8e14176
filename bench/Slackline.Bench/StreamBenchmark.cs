using System.Diagnostics;
using System.Globalization;
using Slackline.Demo;
using Slackline.Reports;
using Slackline.Reports.Reading;
using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Bench;

/// <summary>
/// What a stream costs as it gets longer: the engine's memory over reports of more and more paths, and how long a page takes at the beginning, in the middle and
/// at the end of a stream that is kept.
/// </summary>
internal static class StreamBenchmark
{
    private const int PagesPerDepth = 300;

    public static void Run(BenchContext context)
    {
        string once = ReportFile.Make(context, "once", "", size: 1);
        long pathsInOnce = File.ReadLines(once).Count(line => line.StartsWith("Startpoint: ", StringComparison.Ordinal));
        MeasureMemory(context, once, pathsInOnce);
        MeasurePagesAsync(context, once, pathsInOnce).GetAwaiter().GetResult();
    }

    /// <summary>Writes a file to standard output again and again.</summary>
    public static void Repeat(string file, long times)
    {
        byte[] text = File.ReadAllBytes(file);
        using Stream output = Console.OpenStandardOutput();
        for (long i = 0; i < times; i++)
        {
            output.Write(text);
        }
    }

    private static void MeasureMemory(BenchContext context, string once, long pathsInOnce)
    {
        long[] sizes = context.IsQuick ? [1_000_000] : [10_000_000, 50_000_000];
        string slackline = Path.Combine(AppContext.BaseDirectory, "slackline");

        // OpenSTA prints again and again what it has printed once: a live query of any length, without searching for days.
        string setup = Path.Combine(context.DirectoryPath, "repeat.tcl");
        File.WriteAllText(setup, $$"""
            proc repeat { times } {
              set file [open {{once}}]
              fconfigure $file -translation binary
              set report [read $file]
              close $file
              for {set i 0} {$i < $times} {incr i} { puts -nonewline $report }
            }
            """);
        DemoFiles large = DemoDesign.Write(Path.Combine(context.DirectoryPath, "large"), new DemoOptions(Endpoints: context.IsQuick ? 20_000 : 510_000, Depth: 2));
        BenchContext.Say("slackline histogram, printed by OpenSTA                         time       peak memory of the engine");
        double live = Measure("found", large.Setup, StressBenchmark.Query);
        foreach (long size in sizes)
        {
            double peak = Measure("repeated", setup, string.Create(CultureInfo.InvariantCulture, $"repeat {size / pathsInOnce}"));
            context.Figure($"peak_{size / 1000}k", peak, "MB");
            context.Figure($"peak_{size / 1000}k_over_live", peak / live, "x");
        }

        context.Figure("peak_live", live, "MB");

        double Measure(string how, string design, string command)
        {
            MeasuredProcess engine = MeasuredProcess.Run(slackline, "histogram", "--setup", design, command);
            if (engine.ExitCode != 0)
            {
                throw new InvalidOperationException($"slackline failed: {engine.Errors}");
            }

            string paths = engine.Errors.Trim().Split('\n')[^1].Split(" paths")[0];
            BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"{paths,14} paths, {how,-10}                  {engine.Seconds,12:0.0} s   {engine.PeakBytes / 1e6,8:0.0} MB"));
            return engine.PeakBytes / 1e6;
        }
    }

    private static async Task MeasurePagesAsync(BenchContext context, string once, long pathsInOnce)
    {
        long size = context.IsQuick ? 200_000 : 10_000_000;
        using var pipe = new RepeatedReport(context, once, size / pathsInOnce);
        using var report = new FileStream(pipe.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var parser = new OpenStaStreamParser(report, new Discard(), TimingUnits.Default);
        SpoolDirectory directory = SpoolDirectory.At(Path.Combine(context.DirectoryPath, "state"), new SpoolLimits { MaxBytes = 50_000_000_000 });
        var clock = Stopwatch.StartNew();
        await using PagedStream stream = PagedStream.Start(TimingPathStream.Start(((IReportParser)parser).Fill), directory, "a repeated report");
        using (await stream.ReadAsync(new PageRequest { Cursor = stream.CursorAt(size * 2), Wait = Timeout.InfiniteTimeSpan }).ConfigureAwait(false))
        {
        }

        double seconds = clock.Elapsed.TotalSeconds;
        BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"kept on disk: {stream.Paths:N0} paths in {seconds:0.0} s"));
        context.Figure("kept_per_second", stream.Paths / seconds, "paths/s");
        BenchContext.Say("a page of 1,000 paths at        0 %                50 %               99.9 %   (p50, p99)");
        foreach ((string label, bool withPoints) in ((string, bool)[])[("summary", false), ("points", true)])
        {
            // The first pages of a process are slow while its code is compiled.
            await LatencyAsync(stream, 0.25, withPoints).ConfigureAwait(false);
            string row = string.Create(CultureInfo.InvariantCulture, $"  {label,-24}");
            foreach ((string name, double depth) in ((string, double)[])[("start", 0), ("middle", 0.5), ("end", 0.999)])
            {
                (double median, double p99) = await LatencyAsync(stream, depth, withPoints).ConfigureAwait(false);
                row += string.Create(CultureInfo.InvariantCulture, $"{median,7:0.00} {p99,7:0.00} ms  ");
                context.Figure($"page_{label}_{name}_p99", p99, "ms");
            }

            BenchContext.Say(row);
        }
    }

    private static async Task<(double Median, double P99)> LatencyAsync(PagedStream stream, double depth, bool withPoints)
    {
        var times = new double[PagesPerDepth];
        long near = (long)(Math.Max(0, stream.Paths - 3_000) * depth);
        for (int i = 0; i < times.Length; i++)
        {
            // Not always the same page, and not always one chunk.
            var request = new PageRequest { Cursor = stream.CursorAt(near + (i * 7 % 2_000)), WithPoints = withPoints };
            long start = Stopwatch.GetTimestamp();
            using Page page = await stream.ReadAsync(request).ConfigureAwait(false);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[times.Length / 2], times[(int)(times.Length * 0.99)]);
    }

    /// <summary>A FIFO through which a report comes as often as one wants, without a file of that size.</summary>
    private sealed class RepeatedReport : IDisposable
    {
        private readonly Process _writer;

        public RepeatedReport(BenchContext context, string once, long times)
        {
            Path = System.IO.Path.Combine(context.DirectoryPath, "pipe" + times.ToString(CultureInfo.InvariantCulture));
            Process.Start("mkfifo", [Path]).WaitForExit();
            string self = System.IO.Path.Combine(AppContext.BaseDirectory, "slackline-bench");
            _writer = Process.Start("sh", ["-c", $"{self} --repeat {once} {times.ToString(CultureInfo.InvariantCulture)} > {Path}"]);
        }

        public string Path { get; }

        public void Dispose()
        {
            if (!_writer.HasExited)
            {
                _writer.Kill(entireProcessTree: true);
            }

            _writer.Dispose();
            File.Delete(Path);
        }
    }

    private sealed class Discard : IReportSink
    {
        public void Accept(in ReportBlock block)
        {
        }
    }
}
