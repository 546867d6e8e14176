using System.Globalization;
using Slackline.Demo;
using Slackline.Sessions;

namespace Slackline.Bench;

/// <summary>
/// A query of 100,000 paths on a running OpenSTA: what the engine needs in memory and time, beside OpenSTA alone that prints the same report to /dev/null.
/// </summary>
internal static class LiveBenchmark
{
    public static void Run(BenchContext context)
    {
        int endpoints = context.IsQuick ? 2_000 : 10_000;
        int perEndpoint = context.IsQuick ? 3 : 12;
        DemoFiles design = DemoDesign.Write(context.DirectoryPath, new DemoOptions(Endpoints: endpoints));
        string query = string.Create(CultureInfo.InvariantCulture, $"report_checks -path_delay max -format full_clock_expanded -group_path_count 200000 -endpoint_path_count {perEndpoint}");

        string script = Path.Combine(context.DirectoryPath, "alone.tcl");
        File.WriteAllText(script, $"source {design.Setup}\n{StaCommands.WithOldNames(query)} > /dev/null\n");
        MeasuredProcess alone = MeasuredProcess.Run(StaTool.Find().Path, "-no_splash", "-no_init", "-exit", script);

        string slackline = Path.Combine(AppContext.BaseDirectory, "slackline");
        MeasuredProcess engine = MeasuredProcess.Run(slackline, "run", "--setup", design.Setup, query, "--format", "ndjson");
        if (engine.ExitCode != 0)
        {
            throw new InvalidOperationException($"slackline failed: {engine.Errors}");
        }

        BenchContext.Say($"{endpoints:N0} endpoints, {perEndpoint} paths each, design loading included");
        BenchContext.Say("                                   time   first path   peak memory of the process");
        BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"sta alone, report to /dev/null  {alone.Seconds,6:0.0} s            -   {alone.PeakBytes / 1e6,8:0} MB"));
        BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"slackline run, ndjson           {engine.Seconds,6:0.0} s     {engine.FirstLineSeconds,6:0.0} s   {engine.PeakBytes / 1e6,8:0} MB (the engine; sta beside it)"));
        context.Figure("paths", engine.Lines, "paths");
        context.Figure("engine_peak", engine.PeakBytes / 1e6, "MB");
        context.Figure("total", engine.Seconds, "s");
        context.Figure("first_path", engine.FirstLineSeconds, "s");
        context.Figure("sta_alone", alone.Seconds, "s");
        context.Figure("total_ratio", engine.Seconds / alone.Seconds, "x");
    }
}
