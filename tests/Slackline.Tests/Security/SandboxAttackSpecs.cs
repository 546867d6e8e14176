using System.Diagnostics;
using Slackline.Sessions;
using Slackline.Tcl;

namespace Slackline.Tests.Security;

/// <summary>
/// Attempts of a query to reach what it must not. Whether one succeeded is seen by the files that it aimed at and by strace, not by what it is told.
/// </summary>
public sealed class SandboxAttackSpecs(DemoDesignFixture design)
{
    private const string Unchecked = "proc ::slackline::sandbox::checked { name arguments } { return $arguments }";
    private const string Unlocked = "proc ::slackline::sandbox::lock {} {}; proc ::slackline::sandbox::unlock {} {}";
    private const string Question = "report_checks -path_delay min_max -format full_clock_expanded -digits 9 -group_path_count 50; report_clock_properties core_clk; report_check_types -verbose; llength [get_pins -hierarchical *]";

    /// <summary>The checks of words must hold without what is taken away from the tool, too.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_attempt_against_any_argument_of_any_command_succeeds(bool leaveTheToolUnlocked)
    {
        await using WatchedSession watched = await WatchedSession.StartAsync(design.Setup);
        if (leaveTheToolUnlocked)
        {
            await watched.EvaluateAsync(Unlocked);
        }

        State before = await State.OfAsync(watched);
        await watched.WatchFromHereAsync();
        IReadOnlyList<string> table = TclList.Parse(await watched.EvaluateAsync("set ::slackline::sandbox::commands"));
        IReadOnlyList<string> present = TclList.Parse(await watched.EvaluateAsync("set ::slackline::sandbox::present"));
        Assert.True(present.Count > 50);
        int attempts = 0;
        for (int i = 0; i < table.Count; i += 2)
        {
            if (!present.Contains(table[i]))
            {
                continue;
            }

            IReadOnlyList<string> specification = TclList.Parse(table[i + 1]);
            foreach (GeneratedAttacks.Attack attack in GeneratedAttacks.On(table[i], TclList.Parse(specification[0]), TclList.Parse(specification[1]), watched.Canary))
            {
                string said = await watched.QueryAsync(attack.Script);
                attempts += attack.Attempts;
                Assert.False(watched.Canary.IsHarmed, attack.Script);
                Assert.EndsWith($"\n{attack.Attempts}", said, StringComparison.Ordinal);
                Assert.DoesNotContain(watched.Canary.Secret, said, StringComparison.Ordinal);
            }
        }

        await NothingHappenedAsync(watched, before);
        Assert.True(attempts > 10_000, $"only {attempts} attempts");
        TestContext.Current.TestOutputHelper!.WriteLine($"{attempts} attempts against {present.Count} commands, 0 succeeded");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task No_attempt_by_hand_succeeds(bool leaveTheToolUnlocked, bool inForkedProcesses)
    {
        await using WatchedSession watched = await WatchedSession.StartAsync(design.Setup, inForkedProcesses);
        if (leaveTheToolUnlocked)
        {
            await watched.EvaluateAsync(Unlocked);
        }

        State before = await State.OfAsync(watched);
        await watched.WatchFromHereAsync();
        string[] attacks = [.. HandwrittenAttacks.All(watched.Canary)];
        foreach (string attack in attacks)
        {
            string said = await watched.QueryAsync(attack);
            Assert.False(watched.Canary.IsHarmed, attack);
            Assert.DoesNotContain(watched.Canary.Secret, said, StringComparison.Ordinal);
            Assert.DoesNotContain(Environment.GetEnvironmentVariable("PATH")!, said, StringComparison.Ordinal);
        }

        await NothingHappenedAsync(watched, before);
        TestContext.Current.TestOutputHelper!.WriteLine($"{attacks.Length} attempts by hand, 0 succeeded");
    }

    /// <summary>And the other way round: without the checks of words, what is left of the tool does no harm.</summary>
    [Fact]
    public async Task No_redirection_and_no_number_does_harm_even_if_it_is_not_checked()
    {
        await using WatchedSession watched = await WatchedSession.StartAsync(design.Setup);
        await watched.EvaluateAsync(Unchecked);
        string touch = $"[exec touch {watched.Canary.CreatedFile}]";
        foreach (string query in (string[])[
            $"report_checks > {watched.Canary.CreatedFile}", $"report_checks >>{watched.Canary.CreatedFile}", $"report_tns -digits {{{touch}}}", $"report_net -digits {{{touch}}} data_in[3]",
            $"report_checks -slack_max {{{touch}}}", $"report_checks -digits {{{touch}}}", $"report_checks -group_path_count {{{touch}}}", $"get_cells -filter {{name=={touch}}} *"])
        {
            await watched.QueryAsync(query);
            Assert.False(watched.Canary.IsHarmed, query);
        }

        Assert.Empty(await watched.SuspiciousCallsAsync());
        Assert.True(TclList.Parse(await watched.EvaluateAsync("set ::slackline::sandbox::trips")).Count >= 2);
    }

    [Fact]
    public async Task An_endless_query_is_stopped_at_its_time_and_the_session_lives()
    {
        await using WatchedSession watched = await WatchedSession.StartAsync(design.Setup);
        string before = await watched.QueryAsync(Question);
        foreach (string query in (string[])
        [
            "while 1 {}",
            "while 1 {set x 1}",
            "for {set i 0} 1 {incr i} {catch {error x}}",
            "catch {while 1 {}}; while 1 {}",
            "while 1 {catch {while 1 {}}}",
            "try {while 1 {}} finally {while 1 {}}",
            "proc f {} {while 1 {}}; f",
            "proc f {} {catch g; f}; proc g {} {catch f; g}; while 1 {catch f}",
            "lsort -command {apply {{a b} {while 1 {}}}} {1 2 3}",
            "foreach a [lrepeat 1000000 x] {foreach b [lrepeat 1000000 x] {}}",
            "while 1 {get_cells *}",
            "while 1 {report_tns}",
            "proc unknown args {while 1 {}}; x",
            "while {[catch {while 1 {}}]} {}",
            "expr {[while 1 {}]}",
            "subst {[while 1 {}]}",
        ])
        {
            var time = Stopwatch.StartNew();
            Assert.EndsWith("the query was stopped: it computed for more than 0.3 s", await watched.QueryAsync(query, 0.3), StringComparison.Ordinal);
            Assert.InRange(time.Elapsed, TimeSpan.FromSeconds(0.29), TimeSpan.FromSeconds(20));
        }

        Assert.Equal(before, await watched.QueryAsync(Question));
    }

    [Fact]
    public async Task A_huge_query_is_refused_and_the_session_lives()
    {
        await using WatchedSession watched = await WatchedSession.StartAsync(design.Setup);
        string before = await watched.QueryAsync(Question);
        foreach (string query in (string[])
        [
            "proc f {} {f}; f",
            "proc f x {eval {f $x}}; f 1",
            "set s {set y 1}; for {set i 0} {$i < 20000} {incr i} {set s \"if 1 {$s}\"}; eval $s",
            "string repeat x 100000000",
            "string repeat [string repeat x 100000] 100000",
            "::repeat x 100000000",
            "lrepeat 100000000 x",
            "lrepeat 1000000 x y",
            "format %1000000000s x",
            "format %-0999999999d 1",
            "format {%1$1000000000s} x",
            "format %*s 1000000000 x",
            "format %.1000000000f 1",
            "report_checks -digits 21",
            "report_checks -digits 2147483647",
            "report_checks -group_count 9999999999",
        ])
        {
            Assert.Matches("too many nested|more than|wider than|not available|is not a", await watched.QueryAsync(query, 5));
        }

        Assert.Equal(before, await watched.QueryAsync(Question));
    }

    /// <summary>What Tcl cannot bound costs the process in which the query runs, and nothing else.</summary>
    [Fact]
    public async Task A_query_that_eats_memory_stack_or_time_in_C_harms_its_own_process_at_most()
    {
        await using WatchedSession watched = await WatchedSession.StartAsync(design.Setup, forks: true);
        string before = await watched.QueryAsync(Question);
        foreach (string query in (string[])
        [
            "set s x; while 1 {append s $s}",
            "while 1 {lappend l [string repeat x 1000000]}",
            "while 1 {set x $x$x}",
            "set x 1; for {set i 0} {$i < 200000} {incr i} {set x [list $x]}; string length $x",
            "eval [string repeat {[} 1000000]",
            "eval [string repeat {[list } 200000]x[string repeat \\] 200000]",
            "expr [string repeat ( 1000000]",
            "expr {10 ** 2000000}",
            "string match [string repeat *a 30]b [string repeat a 60]",
        ])
        {
            try
            {
                await watched.QueryAsync(query, 1);
            }
            catch (StaDiedException)
            {
                // Its process, not the session.
            }

            Assert.False(watched.Canary.IsHarmed, query);
        }

        Assert.Empty(await watched.SuspiciousCallsAsync());
        Assert.Equal(before, await watched.QueryAsync(Question));
        Assert.Equal(0, watched.Session.Restarts);
    }

    /// <summary>The limit is one of computing: a stream that is read slowly is not cut off.</summary>
    [Fact]
    public async Task A_query_that_waits_for_its_reader_is_not_stopped()
    {
        await using WatchedSession watched = await WatchedSession.StartAsync(design.Setup, forks: true);
        var request = new StaRequest("foreach i {1 2 3} {puts [string repeat x 2000000]}; expr 6 * 7") { SandboxLimit = TimeSpan.FromSeconds(0.3) };
        await using StaCommand command = await watched.Session.RunAsync(request, TestContext.Current.CancellationToken);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(command.Output);
        Assert.Equal(3 * 2_000_001, (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Length);
        Assert.Equal("42", await command.CompleteAsync());
    }

    /// <summary>That nothing was seen means something only if it is seen when it happens.</summary>
    [Fact]
    public async Task The_payloads_are_live_and_the_watch_sees_them()
    {
        await using WatchedSession watched = await WatchedSession.StartAsync(design.Setup);
        string touch = $"exec touch {watched.Canary.CreatedFile}";

        // What a word that reaches SWIG as an object does, in OpenSTA's own shell.
        await watched.EvaluateAsync($"catch {{::sta::Pin_net {{[{touch}]}}}}");
        Assert.True(watched.Canary.IsHarmed);
        Assert.Contains(await watched.SuspiciousCallsAsync(), call => call.Contains("execve", StringComparison.Ordinal));
        File.Delete(watched.Canary.CreatedFile);

        await watched.EvaluateAsync($"report_checks > {watched.Canary.CreatedFile}");
        Assert.Contains(await watched.SuspiciousCallsAsync(), call => call.Contains(watched.Canary.CreatedFile + "\", O_WRONLY", StringComparison.Ordinal));
        // The same in a query, without two of the three walls.
        File.Delete(watched.Canary.CreatedFile);
        await watched.EvaluateAsync($"{Unlocked}; {Unchecked}");
        await watched.QueryAsync($"report_checks > {watched.Canary.CreatedFile}");
        Assert.True(watched.Canary.IsHarmed);
        Assert.Contains(watched.Canary.Secret, await watched.EvaluateAsync($"set f [open {watched.Canary.SecretFile}]; set s [read $f]; close $f; set s"), StringComparison.Ordinal);
    }

    /// <summary>If a word of a query were evaluated after all: the tool has nothing that could do harm while a query runs.</summary>
    [Fact]
    public async Task The_tool_itself_has_no_dangerous_commands_while_a_query_runs()
    {
        await using WatchedSession watched = await WatchedSession.StartAsync(design.Setup);
        string created = watched.Canary.CreatedFile;
        string[] attempts =
        [
            $"exec touch {created}", $"open {created} w", $"source {watched.Canary.ScriptFile}", $"::sta::redirect_file_begin {created}", $"report_checks > {created}",
            $"write_sdc {created}", $"::sta::write_sdc_cmd {created} 0 0 4 0 0", $"file mkdir {created}", $"file delete {watched.Canary.VictimFile}", $"log_begin {created}",
            $"::sta::Pin_net {{[exec touch {created}]}}", $"interp invokehidden {{}} exec touch {created}", "interp create x", $"interp0 eval {{exec touch {created}}}", "socket localhost 1", "exit", "set_false_path -to *", "cd /", "load x",
        ];
        foreach (string attempt in attempts)
        {
            await watched.EvaluateAsync($"::slackline::sandbox::lock; catch {{{attempt}}}; ::slackline::sandbox::unlock");
            Assert.False(watched.Canary.IsHarmed, attempt);
        }

        Assert.Empty(await watched.SuspiciousCallsAsync());
        Assert.Equal(attempts.Length, TclList.Parse(await watched.EvaluateAsync("set ::slackline::sandbox::trips")).Count);
    }

    private static async Task NothingHappenedAsync(WatchedSession watched, State before)
    {
        // Looked at first: to write the constraints is a suspicious call itself.
        Assert.Empty(await watched.SuspiciousCallsAsync());
        Assert.Equal("", await watched.EvaluateAsync("set ::slackline::sandbox::trips"));
        Assert.Equal(before, await State.OfAsync(watched));
    }

    /// <summary>What a query gets, and what the design's constraints are.</summary>
    private sealed record State(string Answer, string Constraints)
    {
        public static async Task<State> OfAsync(WatchedSession watched)
        {
            string answer = await watched.QueryAsync(Question);
            Assert.True(answer.Length > 10_000, answer);
            string file = Path.GetTempFileName();
            await watched.EvaluateAsync($"write_sdc {file}");
            string constraints = string.Join('\n', File.ReadLines(file).Where(line => !line.StartsWith('#')));
            File.Delete(file);
            return new State(answer, constraints);
        }
    }
}
