using System.Diagnostics;
using System.Globalization;
using Slackline.Planning;
using Slackline.Planning.Plans;
using Slackline.Sessions;
using Slackline.Streams;
using Slackline.Streams.Spooling;
using Slackline.Tests.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Tests.Planning;

/// <summary>What goes wrong in a worker, or in the session's own process, costs no path; a query that is given up leaves nothing behind.</summary>
public sealed class PlannedQueryFaultTests(DemoDesignFixture design, ITestOutputHelper output) : IDisposable
{
    private const string Query = "report_checks -group_path_count 100000 -endpoint_path_count 3";

    private static readonly PlanOptions s_fine = new() { SliceWork = TimeSpan.FromMilliseconds(40) };

    private static readonly int s_times = int.TryParse(Environment.GetEnvironmentVariable("SLACKLINE_STRESS"), CultureInfo.InvariantCulture, out int times) ? times : 10;

    private readonly string _marks = Directory.CreateTempSubdirectory("slackline-marks-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_marks, recursive: true);

    [Theory]
    [InlineData("exec kill -KILL [pid]", "killed")]
    [InlineData("while 1 {}", "hangs")]
    [InlineData("exec kill -STOP [pid]", "stopped")]
    public async Task A_worker_that_dies_or_hangs_is_replaced(string trouble, string what)
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, Query, new PlanOptions { IsWhole = true });

        // The first slice of each group that comes, once.
        string script = $$"""
            if { [dict get $::slackline::paths::how mode] eq "slice" } {
              set mark {{_marks}}/{{what}}[string map {* _} [dict get $::slackline::paths::how group]]
              if { ![file exists $mark] } { close [open $mark w]; {{trouble}} }
            }
            {{Query}}
            """;
        EqualityTests.AssertSame(whole, await PlannedSessions.RunAsync(session, script, s_fine with { SliceTimeout = TimeSpan.FromSeconds(3) }), what);
        Assert.True(Directory.EnumerateFiles(_marks).Count() > 3);
        Assert.Equal(0, session.Restarts);
        await AssertNothingIsLeftAsync(session);
    }

    [Fact]
    public async Task A_worker_that_dies_between_two_batches_goes_on_with_the_next()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, Query, new PlanOptions { IsWhole = true });

        // Each slice of more than two batches, once, behind its second one.
        string script = $$"""
            if { [dict get $::slackline::paths::how mode] eq "slice" } {
              rename ::slackline::paths::find_batch ::slackline::paths::find_any_batch
              proc ::slackline::paths::find_batch {} {
                set how $::slackline::paths::how
                set mark {{_marks}}/[string map {* _} [dict get $how group]]-[lindex [dict get $how batches] end end]
                if { [incr ::batch] == 3 && [llength $::slackline::paths::batches] && ![file exists $mark] } { close [open $mark w]; exec kill -KILL [pid] }
                return [::slackline::paths::find_any_batch]
              }
            }
            {{Query}}
            """;
        EqualityTests.AssertSame(whole, await PlannedSessions.RunAsync(session, script, s_fine), "dies between batches");
        Assert.True(Directory.EnumerateFiles(_marks).Count() > 3);
        await AssertNothingIsLeftAsync(session);
    }

    [Fact]
    public async Task A_batch_that_always_kills_its_worker_is_told_and_all_others_are_given()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, Query, new PlanOptions { IsWhole = true });
        string script = $$"""
            if { [dict get $::slackline::paths::how mode] eq "slice" && [dict get $::slackline::paths::how group] eq "core_clk" } {
              rename ::slackline::paths::find_batch ::slackline::paths::find_any_batch
              proc ::slackline::paths::find_batch {} {
                foreach pin [lindex $::slackline::paths::batches 0] {
                  if { [get_full_name $pin] eq "{{EndpointPin(whole)}}" } { exec kill -KILL [pid] }
                }
                return [::slackline::paths::find_any_batch]
              }
            }
            {{Query}}
            """;
        await using PlannedQuery query = new QueryPlanner(session, new PlanOptions()).Execute(script);
        long given = 0;
        SlicesFailedException error = await Assert.ThrowsAsync<SlicesFailedException>(async () =>
        {
            await foreach (PathChunk chunk in query.Paths.ReadChunksAsync(Cancellation))
            {
                given += chunk.Count;
            }
        });
        SliceFailure failure = Assert.Single(error.Failures);
        Assert.InRange(failure.Endpoints, 1, 16);
        Assert.InRange(whole.Count - given, 1, 3 * failure.Endpoints);
    }

    [Theory]
    [InlineData("always", "")]
    [InlineData("once", "once")]
    public async Task A_batch_without_paths_is_not_run_again_whatever_happens_to_the_batches_after_it(string second, string later)
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        var whole = new List<(string Pin, string Text)>();

        // What a process printed last is lost with it, so several batches print more than a buffer holds.
        const string query = "report_checks -format full_clock_expanded -digits 9 -group_path_count 100000 -endpoint_path_count 8";
        await ReadAsync(session, query, new PlanOptions { IsWhole = true }, whole);

        // The first batch of one slice finds nothing. Its process dies at the second batch, and another one at a later batch.
        string script = $$"""
            if { [dict get $::slackline::paths::how mode] eq "slice" && [dict get $::slackline::paths::how group] eq "core_clk" } {
              proc ::names { pins } { return [lmap pin $pins { get_full_name $pin }] }
              proc ::is_marked { mark names } {
                if { [catch { open "{{_marks}}/$mark" } file] } {
                  return 0
                }
                set marked [read -nonewline $file]
                close $file
                return [expr { $marked eq $names }]
              }
              proc ::die { mark names often } {
                if { $often ne "" && [is_marked $mark $names] && ![file exists "{{_marks}}/$mark-done"] } {
                  if { $often eq "once" } { close [open "{{_marks}}/$mark-done" w] }
                  exec kill -KILL [pid]
                }
              }
              rename ::sta::slackline_find_timing_paths_cmd ::sta::slackline_find_any_paths_cmd
              proc ::sta::slackline_find_timing_paths_cmd { command words_var } {
                upvar 1 $words_var words
                set names [names [lindex $words end]]
                set left $::slackline::paths::batches
                if { [llength $left] >= 12 && ![catch { open "{{_marks}}/empty" {WRONLY CREAT EXCL} } file] } {
                  foreach { mark pins } [list second [lindex $left 0] later [lindex $left 11]] {
                    set other [open "{{_marks}}/$mark" w]
                    puts $other [names $pins]
                    close $other
                  }
                  puts $file $names
                  close $file
                }
                die second $names "{{second}}"
                die later $names "{{later}}"
                return [expr { [is_marked empty $names] ? "" : [::sta::slackline_find_any_paths_cmd $command words] }]
              }
            }
            {{query}}
            """;
        var given = new List<(string Pin, string Text)>();
        Task reading = ReadAsync(session, script, new PlanOptions(), given);
        HashSet<string> missing = [];
        if (second == "always")
        {
            SliceFailure failure = Assert.Single((await Assert.ThrowsAsync<SlicesFailedException>(() => reading)).Failures);
            Assert.Equal(Marked("second").Length, failure.Endpoints);
            missing.UnionWith(Marked("second"));
        }
        else
        {
            await reading;
        }

        missing.UnionWith(Marked("empty"));
        EqualityTests.AssertSame(
            [.. whole.Where(path => !missing.Contains(path.Pin) || !path.Text.Contains("Path Group: core_clk", StringComparison.Ordinal)).Select(static path => path.Text)],
            [.. given.Select(static path => path.Text)],
            "behind a batch without paths");
        Assert.InRange(given.Count, 1, whole.Count - 1);

        string[] Marked(string mark) => File.Exists(Path.Combine(_marks, mark))
            ? File.ReadAllText(Path.Combine(_marks, mark)).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            : [];
    }

    [Fact]
    public async Task A_worker_that_dies_while_it_prints_goes_on_where_it_was()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);

        // More than all buffers on the way hold, so that the tool is still printing while the first chunks are taken.
        const string query = "report_checks -format full_clock_expanded -digits 9 -group_path_count 100000 -endpoint_path_count 8";
        IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, query, new PlanOptions { IsWhole = true });
        await using PlannedQuery running = new QueryPlanner(session, new PlanOptions { IsWhole = true, Stream = new() { MaxChunks = 1 } }).Execute(query);
        var texts = new List<string>();
        int kills = 0;
        await foreach (PathChunk chunk in running.Paths.ReadChunksAsync(Cancellation))
        {
            for (int i = 0; i < chunk.Count; i++)
            {
                texts.Add(Slackline.Reports.Paths.PathRenderer.ToText(chunk[i]));
            }

            if (kills < 2)
            {
                foreach (int child in Children(session.ProcessId))
                {
                    Processes.Signal(child, "KILL");
                    kills++;
                }
            }
        }

        EqualityTests.AssertSame(whole, texts, $"killed {kills} times");
        Assert.True(kills > 0, "the tool had ended before it could be killed");
    }

    [Fact]
    public async Task A_slice_that_fails_again_and_again_is_told_and_everything_else_is_given()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, Query, new PlanOptions { IsWhole = true });
        string script = "if { [dict get $::slackline::paths::how mode] eq {slice} && [dict get $::slackline::paths::how group] eq {io_clk} } { exec kill -SEGV [pid] }; " + Query;
        await using PlannedQuery query = new QueryPlanner(session, s_fine).Execute(script);
        var given = new List<string>();
        SlicesFailedException error = await Assert.ThrowsAsync<SlicesFailedException>(async () =>
        {
            await foreach (PathChunk chunk in query.Paths.ReadChunksAsync(Cancellation))
            {
                for (int i = 0; i < chunk.Count; i++)
                {
                    given.Add(Slackline.Reports.Paths.PathRenderer.ToText(chunk[i]));
                }
            }
        });
        EqualityTests.AssertSame([.. whole.Where(text => !text.Contains("Path Group: io_clk", StringComparison.Ordinal))], given, "without io_clk");
        Assert.All(error.Failures, failure => Assert.Equal("io_clk", failure.Group));
        Assert.Contains("SIGSEGV", error.Message, StringComparison.Ordinal);
        Assert.Equal(whole.Count - given.Count > 0 ? query.Plan!.Sections.Single(section => section.Group == "io_clk").Endpoints : 0, error.Failures.Sum(failure => failure.Endpoints));
    }

    [Fact]
    public async Task A_worker_without_memory_fails_and_the_session_lives()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        await using PlannedQuery query = new QueryPlanner(session, s_fine with { WorkerMemory = 20_000_000, Attempts = 1 }).Execute("set memory [string repeat x 100000000]; " + Query);
        await Assert.ThrowsAnyAsync<StaException>(() => PlannedSessions.ReadAsync(query));
        Assert.NotEmpty(await PlannedSessions.RunAsync(session, Query, s_fine));
        Assert.Equal(0, session.Restarts);
    }

    [Fact]
    public async Task A_session_whose_process_dies_is_started_again_and_the_query_carries_on()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);

        // More than all buffers on the way hold, so that the tool is still at it.
        const string query = "report_checks -format full_clock_expanded -digits 9 -group_path_count 100000 -endpoint_path_count 8";
        IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, query, new PlanOptions { IsWhole = true });
        foreach (bool isWhole in (bool[])[false, true])
        {
            int restarts = session.Restarts;
            await using PlannedQuery running = new QueryPlanner(session, s_fine with { IsWhole = isWhole, Stream = new() { MaxChunks = 1 } }).Execute(query);
            await running.PlanAsync(Cancellation);
            Processes.Signal(session.ProcessId, "KILL");
            EqualityTests.AssertSame(whole, await PlannedSessions.ReadAsync(running), "after a restart");
            Assert.Equal(restarts + 1, session.Restarts);
        }
    }

    [Fact]
    public async Task A_query_that_is_given_up_at_any_moment_leaves_the_session_as_it_was()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        var planner = new QueryPlanner(session, s_fine);
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, Query, s_fine);
        TimeSpan usual = Stopwatch.GetElapsedTime(start);
        int process = session.ProcessId;
        var random = new Random(1);
        for (int i = 0; i < s_times; i++)
        {
            await using (PlannedQuery query = planner.Execute(Query))
            {
                Task delay = Task.Delay(random.NextDouble() * usual, Cancellation);
                if (random.Next(2) == 0)
                {
                    await foreach (PathChunk chunk in query.Paths.ReadChunksAsync(Cancellation))
                    {
                        if (delay.IsCompleted || random.Next(3) == 0)
                        {
                            break;
                        }
                    }
                }
                else
                {
                    await delay;
                }
            }

            await AssertNothingIsLeftAsync(session);
            Assert.Equal(process, session.ProcessId);
            if (i % 10 == 0)
            {
                EqualityTests.AssertSame(whole, await PlannedSessions.RunAsync(session, Query, s_fine), "the next query");
            }
        }

        EqualityTests.AssertSame(whole, await PlannedSessions.RunAsync(session, Query, s_fine), "the last query");
        output.WriteLine($"{s_times} cancellations at random moments: the session lives, the next query is right, no process, FIFO or file is left");
    }

    [Fact]
    public async Task A_consumer_that_takes_nothing_makes_the_slices_wait_and_misses_nothing()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        const string query = "report_checks -format full_clock_expanded -digits 9 -group_path_count 100000 -endpoint_path_count 8";
        IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, query, new PlanOptions { IsWhole = true });
        PlanOptions options = s_fine with { MaxHeldBytes = 1, Stream = new() { MaxChunks = 1 } };
        await using PlannedQuery running = new QueryPlanner(session, options).Execute(query);
        QueryPlan plan = await running.PlanAsync(Cancellation);
        await Waiting.Until(() => running.Paths.State == StreamState.Paused);

        // Slices that did not wait would have ended by then.
        await Task.Delay(500, Cancellation);
        Assert.InRange(running.Done.Endpoints, 0, plan.Sections.Sum(static section => (long)section.Endpoints) - 1);
        EqualityTests.AssertSame(whole, await PlannedSessions.ReadAsync(running), "after a pause");
        await AssertNothingIsLeftAsync(session);
    }

    [Fact]
    public async Task Without_room_for_paths_that_memory_does_not_hold_the_query_says_so_and_fails()
    {
        using var folder = new SpoolFolder();
        SpoolDirectory full = folder.Open(new SpoolLimits { MaxBytes = 1, RetryInterval = TimeSpan.FromMilliseconds(10) });
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        PlanOptions options = s_fine with { MaxHeldBytes = 1 };
        await using (PlannedQuery waits = new QueryPlanner(session, options with { Runs = new SpoolRunStore(full) }).Execute(Query))
        {
            Task<IReadOnlyList<string>> reading = PlannedSessions.ReadAsync(waits);
            await Waiting.Until(() => waits.WaitsFor == "the state directory is at its quota");
            waits.Paths.Cancel();
            await reading;
        }

        var store = new SpoolRunStore(full) { Patience = TimeSpan.FromMilliseconds(50) };
        await using (PlannedQuery fails = new QueryPlanner(session, options with { Runs = store }).Execute(Query))
        {
            SpoolException error = await Assert.ThrowsAsync<SpoolException>(() => PlannedSessions.ReadAsync(fails));
            Assert.StartsWith($"The query's paths take more memory than they may, and cannot be put in order on disk. There is no room in {folder.Root}: ", error.Message, StringComparison.Ordinal);
            Assert.Null(fails.WaitsFor);
        }

        Assert.Empty(folder.Open().List());
        await AssertNothingIsLeftAsync(session);
    }

    [Fact]
    public async Task A_query_in_a_session_that_cannot_be_forked_is_given_up_without_harm()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        session.RefuseToFork("for this test");
        await using (PlannedQuery query = new QueryPlanner(session, s_fine).Execute(Query))
        {
            await foreach (PathChunk chunk in query.Paths.ReadChunksAsync(Cancellation))
            {
                break;
            }
        }

        Assert.NotEmpty(await PlannedSessions.RunAsync(session, "report_checks", s_fine));
        Assert.Equal(0, session.Restarts);
    }

    // The data pin of the register in which the hundredth path of core_clk ends.
    private static string EndpointPin(IReadOnlyList<string> paths) =>
        paths.Where(static text => text.Contains("Path Group: core_clk", StringComparison.Ordinal) && text.Contains("/D (", StringComparison.Ordinal)).ElementAt(100)
            .Split('\n').Last(static line => line.Contains("/D (", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words
            ? words.First(static word => word.EndsWith("/D", StringComparison.Ordinal))
            : "";

    // All paths of a query, with the pins at which they end. A query that does not end within minutes is given up.
    private static async Task ReadAsync(StaSession session, string command, PlanOptions options, List<(string Pin, string Text)> into)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(TimeSpan.FromMinutes(3));
        await using PlannedQuery query = new QueryPlanner(session, options).Execute(command);
        await foreach (PathChunk chunk in query.Paths.ReadChunksAsync(deadline.Token))
        {
            for (int i = 0; i < chunk.Count; i++)
            {
                into.Add((chunk[i].EndpointPin, Slackline.Reports.Paths.PathRenderer.ToText(chunk[i])));
            }
        }
    }

    // At once, but for a child that the tool was just forking: on a busy machine that one may take a moment.
    private static Task AssertNothingIsLeftAsync(StaSession session) => Waiting.Until(() => Children(session.ProcessId).Count == 0
        && !Directory.EnumerateFiles(session.DirectoryPath).Any(file => Path.GetFileName(file) is var name && (name.StartsWith("report", StringComparison.Ordinal) || name.StartsWith("outcome", StringComparison.Ordinal))));

    // Those of the tool that do not only watch over it.
    private static IReadOnlyList<int> Children(int process)
    {
        string file = $"/proc/{process}/task/{process}/children";
        return [.. (File.Exists(file) ? File.ReadAllText(file) : "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture))
            .Where(child => File.Exists($"/proc/{child}/comm") && ReadName(child) != "sh")];
    }

    private static string ReadName(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/comm").Trim();
        }
        catch (IOException)
        {
            return "sh";
        }
    }
}
