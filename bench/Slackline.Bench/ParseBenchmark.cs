using System.Diagnostics;
using System.Globalization;

namespace Slackline.Bench;

/// <summary>
/// How fast report text becomes columnar chunks, on one pinned core, beside what a user would do with the same file: count lines, grep, awk, a Python script.
/// The report is OpenSTA's own of a generated design, repeated to its size.
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

    public static void Run(BenchContext context)
    {
        long size = context.IsQuick ? 200_000_000 : 1_000_000_000;
        string python = Path.Combine(context.DirectoryPath, "slacks.py");
        File.WriteAllText(python, PythonScript);
        foreach ((string label, string options) in ((string, string)[])[("plain", ""), ("fields", " -fields {slew capacitance fanout net}")])
        {
            string report = ReportFile.Make(context, label, options, size);
            Measure(context, label, report, python);
            File.Delete(report);
        }
    }

    private static void Measure(BenchContext context, string label, string report, string python)
    {
        double bytes = new FileInfo(report).Length;
        string self = Path.Combine(AppContext.BaseDirectory, "slackline-bench");
        (string Name, string Program, string[] Arguments)[] ways =
        [
            ("wc -l", "wc", ["-l", report]),
            ("grep -c", "grep", ["-c", "slack (", report]),
            ("gawk, counts slacks", "gawk", ["/slack \\(/ { n++; if ($1 < w) w = $1 } END { print n, w }", report]),
            ("python3, regexes", "python3", [python, report]),
            ("slackline, to chunks", self, ["--read", report, "1"]),
        ];
        BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"report {label}: {bytes / 1e6:0} MB, one core"));
        double[] seconds = [.. ways.Select(way => Best(way.Program, way.Arguments, context.IsQuick || way.Program is "python3" or "gawk" ? 1 : 3))];
        for (int i = 0; i < ways.Length; i++)
        {
            BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"  {ways[i].Name,-22} {seconds[i],8:0.00} s  {bytes / 1e6 / seconds[i],8:0} MB/s"));
        }

        double ours = seconds[^1];
        context.Figure($"{label}.speed", bytes / 1e9 / ours, "GB/s");
        context.Figure($"{label}.over_wc", ours / seconds[0], "x");
        context.Figure($"{label}.python_over_ours", seconds[3] / ours, "x");
    }

    // The shortest of some runs: what else the machine does can only make a run longer.
    private static double Best(string program, string[] arguments, int runs)
    {
        double best = double.MaxValue;
        for (int run = 0; run <= runs; run++)
        {
            var clock = Stopwatch.StartNew();
            using Process process = Process.Start(new ProcessStartInfo("taskset", ["-c", "1", program, .. arguments]) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
            }

            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        return best;
    }
}
