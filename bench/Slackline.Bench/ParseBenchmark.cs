using System.Globalization;

namespace Slackline.Bench;

/// <summary>
/// How fast report text becomes columnar chunks: on one pinned core beside what a user would do with the same file (count lines, grep,
/// awk, a Python script), on two, from compressed files, and in how much memory. The report is OpenSTA's own of a generated design, repeated to its size.
/// </summary>
internal static class ParseBenchmark
{
    private const string PythonScript =
        """
        import re, sys
        slack = re.compile(r'^ +(-?[0-9.]+)   slack \((MET|VIOLATED)\)$')
        point = re.compile(r'^ +(-?[0-9.]+) +(-?[0-9.]+) ([v^]) (\S+) \((\S+)\)$')
        start = re.compile(r'^(Startpoint|Endpoint|Path Group): (\S+)')
        paths, points, worst, heading = 0, 0, 0.0, {}
        for line in open(sys.argv[1]):
            if m := point.match(line):
                points += 1; delay = float(m[1]); time = float(m[2])
            elif m := slack.match(line):
                paths += 1; worst = min(worst, float(m[1]))
            elif m := start.match(line):
                heading[m[1]] = m[2]
        print(paths, points, worst)
        """;

    private static string Self => Path.Combine(AppContext.BaseDirectory, "slackline-bench");

    public static void Run(BenchContext context)
    {
        long size = context.IsQuick ? 300_000_000 : 1_000_000_000;
        string python = Path.Combine(context.DirectoryPath, "slacks.py");
        File.WriteAllText(python, PythonScript);
        foreach ((string label, string options) in ((string, string)[])[("plain", ""), ("fields", " -fields {slew capacitance fanout net}")])
        {
            string report = ReportFile.Make(context, label, options, size);
            CompareRivals(context, label, report, python);
            CompareCores(context, label, report);
            if (label == "plain")
            {
                CompareCompressed(context, report);
                CompareLarger(context, report);
            }

            File.Delete(report);
        }

        string mixed = MixedReport.Make(context, size);
        CompareRivals(context, "mixed", mixed, python);
        File.Delete(mixed);
    }

    private static void CompareRivals(BenchContext context, string label, string report, string python)
    {
        (string Name, string Program, string[] Arguments)[] ways =
        [
            ("wc -l", "wc", ["-l", report]),
            ("grep -c", "grep", ["-c", "slack (", report]),
            ("gawk, counts slacks", "gawk", ["/slack \\(/ { n++; if ($1 < w) w = $1 } END { print n, w }", report]),
            ("python3, regexes", "python3", [python, report]),
            ("slackline, to chunks", Self, ["--read", report, "1"]),
        ];
        BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"report {label}: {Megabytes(report):0} MB, one core"));
        var seconds = new double[ways.Length];
        string output = "";
        for (int i = 0; i < ways.Length; i++)
        {
            bool isSlow = ways[i].Program is "python3" or "gawk";
            (seconds[i], output) = PinnedRun.Best(PinnedRun.OneCore, ways[i].Program, ways[i].Arguments, isSlow ? 0 : context.IsQuick ? 2 : 5);
            Row(ways[i].Name, report, seconds[i]);
        }

        double ours = seconds[^1];
        context.Figure($"{label}.speed", Megabytes(report) / 1e3 / ours, "GB/s");
        context.Figure($"{label}.over_wc", ours / seconds[0], "x");
        context.Figure($"{label}.python_over_ours", seconds[3] / ours, "x");
        ChunkReading.Result read = ChunkReading.Result.Parse(output);
        context.Figure($"{label}.allocated_per_path", read.AllocatedPerPath, "bytes");
        context.Figure($"{label}.peak", read.PeakBytes / 1e6, "MB");
    }

    private static void CompareCores(BenchContext context, string label, string report)
    {
        CoreTimes whole = MeasureCores(report, context.IsQuick ? 2 : 10);

        // What a program takes to start is as long for every report, and cannot be divided.
        CoreTimes start = MeasureCores(ReportOfOnePath(context, report), context.IsQuick ? 2 : 10);
        CoreTimes reading = whole.Without(start);
        Row("slackline, one core", report, whole.One);
        Row("slackline, two cores", report, whole.Two);
        BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"  of every run {start.One:0.00} s is the start: so long takes a report of one path"));
        context.Figure($"{label}.start", start.One, "s");
        context.Figure($"{label}.two_cores_over_one", whole.Two / whole.One, "x");
        context.Figure($"{label}.two_cores_over_one_without_start", reading.Two / reading.One, "x");
    }

    private static CoreTimes MeasureCores(string report, int times) => new(PinnedRun.Best(
        [(PinnedRun.OneCore, Self, ["--read", report, "1"]), (PinnedRun.OtherCore, Self, ["--read", report, "1"]), (PinnedRun.TwoCores, Self, ["--read", report, "2"])], times));

    private static string ReportOfOnePath(BenchContext context, string report)
    {
        string file = Path.Combine(context.DirectoryPath, "one.rpt");
        File.WriteAllLines(file, File.ReadLines(report).TakeWhile((line, number) => number == 0 || !line.StartsWith("Startpoint: ", StringComparison.Ordinal)));
        return file;
    }

    // Decompression beside parsing: what two cores gain over one.
    private static void CompareCompressed(BenchContext context, string report)
    {
        foreach ((string label, string program, string level, string ending) in ((string, string, string, string)[])[("gzip", "gzip", "-1", ".gz"), ("zstd", "zstd", "-3", ".zst")])
        {
            PinnedRun.Best(PinnedRun.TwoCores, program, ["-k", "-q", "-f", level, report], 0);
            string compressed = report + ending;
            string[] read = ["--read", compressed, "1"];
            (double Seconds, string Output)[] runs = PinnedRun.Best(
                [(PinnedRun.TwoCores, "sh", ["-c", $"{program} -dc {compressed} | wc -l"]), (PinnedRun.OneCore, Self, read), (PinnedRun.TwoCores, Self, read)], context.IsQuick ? 1 : 3);
            Row($"{program} -dc | wc -l", report, runs[0].Seconds);
            Row($"slackline, {label}", report, runs[2].Seconds);
            context.Figure($"{label}.two_cores_over_one", runs[2].Seconds / runs[1].Seconds, "x");
            File.Delete(compressed);
        }
    }

    private static void CompareLarger(BenchContext context, string report)
    {
        int times = context.IsQuick ? 3 : 10;
        string larger = report + ".larger";
        using (FileStream file = File.Create(larger))
        {
            for (int i = 0; i < times; i++)
            {
                using FileStream once = File.OpenRead(report);
                once.CopyTo(file);
            }
        }

        (_, string small) = PinnedRun.Best(PinnedRun.TwoCores, Self, ["--read", report, "2"], 1);
        CoreTimes read = MeasureCores(larger, context.IsQuick ? 1 : 3);
        double smallPeak = ChunkReading.Result.Parse(small).PeakBytes;
        double largePeak = ChunkReading.Result.Parse(read.Output).PeakBytes;
        BenchContext.Say(string.Create(
            CultureInfo.InvariantCulture, $"  peak memory, two cores: {smallPeak / 1e6:0} MB for {Megabytes(report):0} MB of report, {largePeak / 1e6:0} MB for {Megabytes(larger):0} MB"));
        context.Figure("peak_larger_over_one", largePeak / smallPeak, "x");
        BenchContext.Say(string.Create(
            CultureInfo.InvariantCulture, $"  {Megabytes(larger):0} MB of report: {read.One:0.00} s on one core, {read.Two:0.00} s on two"));
        context.Figure("larger.two_cores_over_one", read.Two / read.One, "x");
        File.Delete(larger);
    }

    private static void Row(string name, string report, double seconds) => BenchContext.Say(string.Create(
        CultureInfo.InvariantCulture, $"  {name,-22} {seconds,8:0.00} s  {Megabytes(report) / seconds,8:0} MB/s"));

    private static double Megabytes(string report) => new FileInfo(report).Length / 1e6;
}
