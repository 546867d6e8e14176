using System.Diagnostics;
using System.Globalization;
using Slackline.Planning;
using Slackline.Planning.Plans;
using Slackline.Sessions;

namespace Slackline.Tests.Planning;

/// <summary>Scripts of several commands give what they give in the bare tool, and what they do beside reporting they do once.</summary>
public sealed class ScriptTests(DemoDesignFixture design) : IDisposable
{
    // Each is a command or a piece of Tcl; together they make scripts. The counts are large enough to cut nothing off.
    private static readonly string[] s_pieces =
    [
        "report_checks -group_path_count 1000 -endpoint_path_count 3",
        "report_checks -path_delay min -group_path_count 1000 -endpoint_path_count 2",
        "report_checks",
        "report_checks -path_delay min_max -group_path_count 60 -endpoint_path_count 2",
        "report_checks -to [get_property [lindex [find_timing_paths] 0] endpoint] -endpoint_path_count 5 -group_path_count 5",
        "set ends [find_timing_paths -group_path_count 10]",
        "catch {report_checks -to no_such_pin}",
        "foreach delay {min max} { report_checks -path_delay $delay -group_path_count 1000 -endpoint_path_count 2 }",
        "proc ask { count } { report_checks -group_path_count 1000 -endpoint_path_count $count }; ask 2",
        "if { [llength [find_timing_paths]] } { report_checks -group_path_count 20 }",
        "catch { report_checks -group_path_count 1000 -endpoint_path_count 2; error stop }",
        "report_checks -unconstrained -path_delay max -group_path_count 5",
        "report_wns",
        "set x 1",
    ];

    private readonly string _directory = Directory.CreateTempSubdirectory("script-tests-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("report_checks; report_checks -group_path_count 1000 -endpoint_path_count 3")]
    [InlineData("report_checks -path_delay min; report_checks -group_path_count 1000 -endpoint_path_count 3")]
    [InlineData("report_checks -to [get_property [lindex [find_timing_paths -path_group core_clk] 0] endpoint] -endpoint_path_count 5 -group_path_count 5")]
    [InlineData("catch {report_checks -to no_such_pin}; report_checks -group_path_count 1000 -endpoint_path_count 3")]
    public Task Of_two_searches(string script) => AssertAsInTheToolAsync([script]);

    [Fact]
    public Task Of_one_to_four_commands()
    {
        var random = new Random(2026);
        string[] scripts = [.. Enumerable.Range(0, 30).Select(_ => string.Join("\n", Enumerable.Range(0, random.Next(1, 5)).Select(_ => s_pieces[random.Next(s_pieces.Length)])))];
        return AssertAsInTheToolAsync(scripts);
    }

    [Fact]
    public async Task That_redirect_or_write_run_once()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        string report = Path.Combine(_directory, "out.rpt");
        string log = Path.Combine(_directory, "ran.log");
        (string Script, int Reports, string Told)[] scripts =
        [
            ($"report_checks -group_path_count 1000 >> {report}", 0, "its output was added to " + report),
            ($"report_checks -group_path_count 1000 -endpoint_path_count 3 > {report}", 0, "its output went to " + report),
            ($"set f [open {log} a]; puts $f ran; close $f; report_checks -group_path_count 1000 -endpoint_path_count 3", 1, "it opened " + log),
            ($"report_checks -group_path_count 1000 -endpoint_path_count 3; set f [open {log} a]; puts $f ran; close $f", 1, "it opened " + log),
            ($"report_checks -group_path_count 1000 -endpoint_path_count 3; catch {{ set f [open {log} a]; puts $f ran; close $f }}", 1, "it opened " + log),
            ($"report_checks -group_path_count 1000 -endpoint_path_count 3; exec sh -c \"echo ran >> {log}\"", 1, "it ran sh"),
            ("with_output_to_variable text { report_checks -group_path_count 1000 -endpoint_path_count 3 }; puts $text", 1, "it kept output in a variable"),
        ];
        IReadOnlyList<string> all = await PlannedSessions.RunAsync(session, "report_checks -group_path_count 1000 -endpoint_path_count 3", new PlanOptions { IsWhole = true });
        foreach ((string script, int reports, string told) in scripts)
        {
            File.Delete(report);
            File.Delete(log);
            await using PlannedQuery query = new QueryPlanner(session).Execute(script);
            IReadOnlyList<string> paths = await PlannedSessions.ReadAsync(query);
            Assert.Equal(reports * all.Count, paths.Count);
            Assert.Contains(told, query.Effects);
            Assert.False(query.Plan!.IsSliced);
            Assert.Equal(script.Contains("puts $f", StringComparison.Ordinal) || script.Contains("echo", StringComparison.Ordinal) ? 1 : 0, File.Exists(log) ? (await File.ReadAllLinesAsync(log, Cancellation)).Length : 0);
            if (reports == 0)
            {
                string text = await File.ReadAllTextAsync(report, Cancellation);
                Assert.Equal(text.Split("Startpoint:").Length - 1, text.Split("Endpoint:").Length - 1);
                Assert.Equal(script.Contains("-endpoint_path_count", StringComparison.Ordinal) ? all.Count : PathsOf(text).Count, PathsOf(text).Count);
            }
        }
    }

    [Fact]
    public async Task That_only_read_a_file_are_sliced()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        await using PlannedQuery query = new QueryPlanner(session).Execute($"set f [open {design.Setup} r]; read $f; close $f; report_checks -group_path_count 1000 -endpoint_path_count 3");
        Assert.NotEmpty(await PlannedSessions.ReadAsync(query));
        Assert.True(query.Plan!.IsSliced);
        Assert.Empty(query.Effects);
    }

    // The bare tool, the planner, and the planner told to run all whole.
    private async Task AssertAsInTheToolAsync(string[] scripts)
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        IReadOnlyList<string>[] bare = await RunBareAsync(scripts);
        for (int i = 0; i < scripts.Length; i++)
        {
            IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, scripts[i], new PlanOptions { IsWhole = true });
            EqualityTests.AssertSame(whole, await PlannedSessions.RunAsync(session, scripts[i], new PlanOptions { SliceWork = TimeSpan.FromMilliseconds(40) }), scripts[i]);
            EqualityTests.AssertSame([.. bare[i].Order(StringComparer.Ordinal)], [.. whole.Select(static text => FirstLines(text)).Order(StringComparer.Ordinal)], $"in the bare tool: {scripts[i]}");
        }
    }

    // In one process each, since what a search finds may depend on those before it.
    private async Task<IReadOnlyList<string>[]> RunBareAsync(string[] scripts)
    {
        string file = Path.Combine(_directory, "bare.tcl");
        var runs = new List<IReadOnlyList<string>>();
        foreach (string script in scripts)
        {
            await File.WriteAllTextAsync(file, $"source {design.Setup}\n{PlainTool.WithOldNames(script)}\n", Cancellation);
            using Process process = Process.Start(new ProcessStartInfo(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync(Cancellation);
            string text = await process.StandardOutput.ReadToEndAsync(Cancellation);
            await errors;
            await process.WaitForExitAsync(Cancellation);
            runs.Add(PathsOf(text));
        }

        return [.. runs];
    }

    // The lines up to the table: who meets whom, in which group.
    private static List<string> PathsOf(string report) => [.. report.Split("Startpoint: ").Skip(1).Select(static text => FirstLines("Startpoint: " + text))];

    private static string FirstLines(string path)
    {
        int table = path.IndexOf("\n\n", StringComparison.Ordinal);
        int slack = path.LastIndexOf("slack", StringComparison.Ordinal);
        int line = slack < 0 ? -1 : path.LastIndexOf('\n', slack);
        return string.Create(CultureInfo.InvariantCulture, $"{path[..(table < 0 ? path.Length : table)].Trim()} {(line < 0 ? "" : path[line..slack].Trim())}");
    }
}
