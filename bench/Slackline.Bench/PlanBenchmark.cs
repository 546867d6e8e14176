using System.Globalization;
using Slackline.Demo;
using Slackline.Sessions;

namespace Slackline.Bench;

/// <summary>
/// The same query of several paths for each endpoint: OpenSTA alone, whole through Slackline, and in slices over workers. Times count from the loaded design on: loading
/// is the same for all.
/// </summary>
internal static class PlanBenchmark
{
    public static void Run(BenchContext context)
    {
        int endpoints = context.IsQuick ? 1_000 : 10_500;
        int perEndpoint = context.IsQuick ? 5 : 10;
        DemoFiles design = DemoDesign.Write(context.DirectoryPath, new DemoOptions(Endpoints: endpoints, Depth: context.IsQuick ? 10 : 14, Seed: 3));
        string query = string.Create(CultureInfo.InvariantCulture, $"report_checks -path_delay max -group_path_count 200000 -endpoint_path_count {perEndpoint}");

        // Those of the ratio before and behind the others, since the speed of a shared machine drifts.
        (double before, double loading, long alonePeak) = RunAlone(context, design.Setup, query);
        PlannedRun two = RunPlanned(design.Setup, query, "2");
        PlannedRun whole = RunPlanned(design.Setup, query, "whole");
        PlannedRun one = RunPlanned(design.Setup, query, "1");
        PlannedRun twoBehind = RunPlanned(design.Setup, query, "2");
        double behind = RunAlone(context, design.Setup, query).Seconds;
        double alone = (before + behind) / 2;
        string twoApart = string.Create(CultureInfo.InvariantCulture, $"    (mean of {two.Seconds:0.0} s and {twoBehind.Seconds:0.0} s)");
        two = Mean(two, twoBehind);
        if (one.Digest != whole.Digest || two.Digest != whole.Digest)
        {
            throw new InvalidOperationException("The ways to run the query gave different paths.");
        }

        BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"{endpoints:N0} endpoints, {whole.Paths:N0} paths, the same in each run of Slackline; loading the design took {loading:0.0} s more each time"));
        BenchContext.Say("                                 time    first 100 paths    first 1,000    peak memory: OpenSTA, all processes    engine");
        BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"sta alone, to /dev/null     {alone,8:0.00} s          {alone,7:0.00} s      {alone,7:0.00} s   {alonePeak / 1e6,28:0} MB    (mean of {before:0.0} s and {behind:0.0} s)"));
        Say("slackline, whole", whole, "");
        Say("slackline, 1 worker", one, "");
        Say("slackline, 2 workers", two, twoApart);

        // What can be divided among workers, and what cannot: from two measurements, a line through them and not more.
        double divisible = 2 * (one.Seconds - two.Seconds);
        double serial = one.Seconds - divisible;
        foreach (int workers in (int[])[4, 8, 16])
        {
            BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"model {serial:0.0} s + {divisible:0.0} s / workers: with {workers} cores {Math.Max(serial, 0) + (divisible / workers),6:0.0} s"));
        }

        double engine = two.EngineCpuSeconds / two.Seconds;
        BenchContext.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"the next limit: with two workers the engine uses {engine:0.00} of a core, so that {2 / engine:0} workers would keep it busy; until then it is OpenSTA's own search and printing"));

        context.Figure("paths", whole.Paths, "paths");
        context.Figure("sta_alone", alone, "s");
        context.Figure("whole", whole.Seconds, "s");
        context.Figure("one_worker", one.Seconds, "s");
        context.Figure("two_workers", two.Seconds, "s");
        context.Figure("total_ratio", two.Seconds / alone, "x");
        context.Figure("first_page_ratio", two.FirstPageSeconds / alone, "x");
        context.Figure("first_1000_ratio", two.FirstChunkSeconds / alone, "x");
        context.Figure("whole_overhead", (whole.Seconds / alone) - 1, "x");
        context.Figure("engine_cpu_whole", whole.EngineCpuSeconds / alone, "x");
        context.Figure("tool_peak", two.ToolPeakBytes / 1e6, "MB");
        context.Figure("engine_peak", two.EnginePeakBytes / 1e6, "MB");
    }

    private static PlannedRun Mean(PlannedRun a, PlannedRun b) => a with
    {
        Seconds = (a.Seconds + b.Seconds) / 2,
        FirstPageSeconds = (a.FirstPageSeconds + b.FirstPageSeconds) / 2,
        FirstChunkSeconds = (a.FirstChunkSeconds + b.FirstChunkSeconds) / 2,
        ToolPeakBytes = Math.Max(a.ToolPeakBytes, b.ToolPeakBytes),
        EngineCpuSeconds = (a.EngineCpuSeconds + b.EngineCpuSeconds) / 2,
        EnginePeakBytes = Math.Max(a.EnginePeakBytes, b.EnginePeakBytes),
        Digest = a.Digest == b.Digest ? a.Digest : throw new InvalidOperationException("The same query gave different paths."),
    };

    private static void Say(string name, PlannedRun run, string remark) => BenchContext.Say(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-26}  {run.Seconds,8:0.00} s          {run.FirstPageSeconds,7:0.00} s      {run.FirstChunkSeconds,7:0.00} s   {run.ToolPeakBytes / 1e6,28:0} MB    {run.EnginePeakBytes / 1e6,8:0} MB{remark}"));

    private static (double Seconds, double Loading, long PeakBytes) RunAlone(BenchContext context, string setup, string query)
    {
        string times = Path.Combine(context.DirectoryPath, "times");
        string script = Path.Combine(context.DirectoryPath, "alone.tcl");
        File.WriteAllText(script, $"""
            set start [clock microseconds]
            source {setup}
            find_timing
            total_negative_slack
            set loaded [clock microseconds]
            {StaCommands.WithOldNames(query)} > /dev/null
            set done [clock microseconds]
            set file [open {times} w]
            puts $file "[expr {"{"}($done - $loaded) / 1e6{"}"}] [expr {"{"}($loaded - $start) / 1e6{"}"}]"
            close $file
            """);
        MeasuredProcess sta = MeasuredProcess.Run(StaTool.Find().Path, "-no_splash", "-no_init", "-exit", script);
        double[] seconds = [.. File.ReadAllText(times).Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        return (seconds[0], seconds[1], sta.PeakBytes);
    }

    // In a process of its own: memory is told apart, and no run is warmed up by another one.
    private static PlannedRun RunPlanned(string setup, string query, string how)
    {
        string bench = Path.Combine(AppContext.BaseDirectory, "slackline-bench");
        (MeasuredProcess process, string output) = MeasuredProcess.RunAndKeep(bench, "--plan", setup, query, how);
        return process.ExitCode == 0 ? PlannedRun.Parse(output, process.PeakBytes) : throw new InvalidOperationException(process.Errors);
    }
}
