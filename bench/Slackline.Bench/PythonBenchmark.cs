using System.Globalization;

namespace Slackline.Bench;

/// <summary>
/// How fast a saved report becomes Python objects and a pandas.DataFrame, beside the script with regular expressions that people write. All
/// find the same paths. What only hands on frames is measured, too: it is the limit for Python.
/// </summary>
internal static class PythonBenchmark
{
    // Debian's, which has pandas.
    private const string Python = "/usr/bin/python3";
    private const string AsTheScript = "startpoint, endpoint, path_group, path_type, arrival, required, slack, violated";

    public static void Run(BenchContext context)
    {
        string slackline = Path.Combine(AppContext.BaseDirectory, "slackline");
        string root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", ".."));
        string scripts = Path.Combine(root, "bench", "python");
        Environment.SetEnvironmentVariable("SLACKLINE", slackline);
        Environment.SetEnvironmentVariable("PYTHONPATH", Path.Combine(root, "python", "src"));
        string report = ReportFile.Make(context, "plain", "", context.IsQuick ? 100_000_000 : 1_000_000_000);
        (string Name, string Figure, string Program, string[] Arguments)[] ways =
        [
            ("regular expressions", "regexes", Python, [Path.Combine(scripts, "regexes.py"), report]),
            ("objects, the same columns", "objects_same", Python, [Path.Combine(scripts, "objects.py"), report, AsTheScript]),
            ("objects, all columns", "objects", Python, [Path.Combine(scripts, "objects.py"), report]),
            ("objects with points", "objects_points", Python, [Path.Combine(scripts, "objects.py"), report, "", "points"]),
            ("pandas, the same columns", "pandas_same", Python, [Path.Combine(scripts, "frame.py"), report, AsTheScript]),
            ("pandas, all columns", "pandas", Python, [Path.Combine(scripts, "frame.py"), report]),
        ];
        (string Cores, string Program, string[] Arguments)[] runs = [.. ways.Select(
            static way => (PinnedRun.TwoCores, way.Program, way.Arguments))];
        (double Seconds, string Output)[] best = PinnedRun.Best(runs, context.IsQuick ? 0 : 1);
        string[] frames = ["-c", "\"$0\" read \"$1\" --format frames --quiet | tail -c 100 | wc -c", slackline, report];
        double handedOn = PinnedRun.Best(PinnedRun.TwoCores, "sh", frames, context.IsQuick ? 0 : 1).Seconds;
        string expected = best[0].Output;
        long paths = long.Parse(expected.Split(' ')[0], CultureInfo.InvariantCulture);
        BenchContext.Say(
            string.Create(
                CultureInfo.InvariantCulture, $"report of {new FileInfo(report).Length / 1e6:0} MB, {paths:N0} paths, two cores"));
        for (int i = 0; i < ways.Length; i++)
        {
            if (best[i].Output != expected)
            {
                throw new InvalidOperationException($"{ways[i].Name} found {best[i].Output.Trim()}, the script {expected.Trim()}.");
            }

            Row(ways[i].Name, best[i].Seconds, paths, best[0].Seconds);
            context.Figure($"{ways[i].Figure}.speed", paths / best[i].Seconds, "paths/s");
        }

        Row("frames, read by nobody", handedOn, paths, best[0].Seconds);
        context.Figure("frames.speed", paths / handedOn, "paths/s");
        context.Figure("regexes_over_objects_same", best[0].Seconds / best[1].Seconds, "x");
        context.Figure("regexes_over_objects", best[0].Seconds / best[2].Seconds, "x");
        File.Delete(report);
    }

    private static void Row(string name, double seconds, long paths, double script) => BenchContext.Say(string.Create(
        CultureInfo.InvariantCulture, $"  {name,-28} {seconds,8:0.00} s  {paths / seconds,12:N0} paths/s  {script / seconds,6:0.0} x"));
}
