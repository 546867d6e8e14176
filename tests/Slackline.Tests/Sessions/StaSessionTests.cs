using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;
using Slackline.Tests.Reports;
using Slackline.Timing;

namespace Slackline.Tests.Sessions;

/// <summary>Drives the real tool.</summary>
public sealed class StaSessionTests(DemoDesignFixture design)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_says_what_the_tool_is_and_loads_a_design_once_for_many_commands()
    {
        await using StaSession session = await LoadedAsync();
        Assert.Matches(@"^\d+\.\d+", session.Features.Version);
        Assert.True((await PathsAsync(session, "report_checks -group_path_count 20")).Count > 20);
        Assert.True((await PathsAsync(session, "report_checks -path_delay min -group_path_count 5")).Count > 5);
        Assert.Empty(await PathsAsync(session, "report_checks -slack_max -1000"));
    }

    [Theory]
    [InlineData("full")]
    [InlineData("full_clock")]
    [InlineData("full_clock_expanded")]
    [InlineData("short")]
    public async Task Every_byte_of_every_format_is_read_and_prints_back(string format)
    {
        await using StaSession session = await LoadedAsync();
        foreach (string options in (string[])["", "-digits 0", "-digits 7 -no_line_splits", "-fields {capacitance slew input_pin net}", "-fields {slew} -digits 4", "-path_delay min_max", "-unconstrained"])
        {
            var blocks = new BlockRecorder();
            await PathsAsync(session, $"report_checks -format {format} -group_path_count 100 {options}", blocks);
            Assert.All(blocks.Blocks, block => Assert.True(block.Kind is BlockKind.Path or BlockKind.BlankLines, block.Text));
            Assert.True(blocks.Blocks.Count > 100);
        }
    }

    [Fact]
    public async Task All_kinds_of_paths_occur_in_the_demonstration_design()
    {
        await using StaSession session = await LoadedAsync();
        IReadOnlyList<Seen> setup = await PathsAsync(session, "report_checks -format full_clock_expanded -group_path_count 2000");
        IReadOnlyList<Seen> hold = await PathsAsync(session, "report_checks -path_delay min -format full_clock_expanded -group_path_count 2000");
        IReadOnlyList<Seen> unconstrained = await PathsAsync(session, "report_checks -unconstrained -to debug_out");
        string[] rows = [.. setup.Concat(hold).SelectMany(path => path.Rows).Distinct()];
        foreach (string row in (string[])[
            "library setup time", "library hold time", "library recovery time", "library removal time", "output external delay", "input external delay",
            "clock gating setup time", "clock gating hold time", "data check setup time", "data check hold time", "max_delay", "min_delay",
            "time given to startpoint", "time borrowed from endpoint", "clock uncertainty", "inter-clock uncertainty", "clock source latency",
            "clock network delay (ideal)", "clock network delay (propagated)", "clock reconvergence pessimism"])
        {
            Assert.Contains(row, rows);
        }

        Assert.Contains(unconstrained, path => double.IsNaN(path.Slack));
        Assert.Contains(setup, path => path.LaunchClock != path.CaptureClock && path.LaunchClock.Length > 0 && path.CaptureClock.Length > 0);
    }

    [Fact]
    public async Task Paths_arrive_while_the_tool_is_still_printing_and_a_slow_reader_blocks_it()
    {
        await using StaSession session = await LoadedAsync();
        var sink = new DiscardSink();
        await using TimingPathStream stream = new OpenStaStreamExecutor(session, new StreamLimits { MaxChunks = 1 })
            .Execute("report_checks -format full_clock_expanded -digits 9 -group_path_count 5000 -endpoint_path_count 5", sink);
        long paths = 0;
        bool sawBlocked = false;
        await foreach (PathChunk chunk in stream.ReadChunksAsync(Cancellation))
        {
            paths += chunk.Count;
            for (int i = 0; i < 50 && !sawBlocked; i++)
            {
                await Task.Delay(20, Cancellation);
                sawBlocked = stream.State == StreamState.Paused && session.Activity.State == ToolState.Blocked;
            }
        }

        Assert.True(sawBlocked, "the tool was never seen blocked in write");
        Assert.Equal(StreamState.Complete, stream.State);
        Assert.Equal(stream.PathsRead, paths);
        Assert.True(paths > 2000, $"only {paths} paths");
    }

    [Fact]
    public async Task A_command_that_the_tool_refuses_leaves_the_session_alive()
    {
        await using StaSession session = await LoadedAsync();
        StaCommandException error = await Assert.ThrowsAsync<StaCommandException>(() => PathsAsync(session, "report_cheks -to x"));
        Assert.Contains("report_cheks", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(await PathsAsync(session, "report_checks"));
    }

    [Fact]
    public async Task Diagnostics_come_apart_from_paths()
    {
        await using StaSession session = await LoadedAsync();
        var blocks = new BlockRecorder();
        await PathsAsync(session, "get_ports no_such_port; report_checks", blocks);
        Diagnostic warning = Assert.Single(blocks.Blocks, block => block.Diagnostic is not null).Diagnostic!;
        Assert.Equal((Severity.Warning, "port 'no_such_port' not found."), (warning.Severity, warning.Message));
        Assert.NotEmpty(blocks.Paths);
    }

    [Theory]
    [InlineData("read_liberty absent.lib", 1, "absent.lib")]
    [InlineData("# one\n\nset a {\n  b\n}\nset c 1\nno_such_command x\nset d 2\n", 7, "no_such_command")]
    [InlineData("set a 1\nset b {\n", 2, "not closed")]
    public async Task An_error_in_the_setup_script_names_its_line(string script, int line, string reason)
    {
        string file = Path.Combine(Path.GetTempPath(), $"setup-{Guid.NewGuid():N}.tcl");
        await File.WriteAllTextAsync(file, script, Cancellation);
        try
        {
            await using StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }, Cancellation);
            StaSetupException error = await Assert.ThrowsAsync<StaSetupException>(() => session.LoadAsync(file, Cancellation));
            Assert.StartsWith($"{file}:{line}: ", error.Message, StringComparison.Ordinal);
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_script_that_the_setup_script_sources_is_named_for_its_own_error()
    {
        string inner = Path.Combine(Path.GetTempPath(), $"inner-{Guid.NewGuid():N}.tcl");
        string outer = Path.Combine(Path.GetTempPath(), $"outer-{Guid.NewGuid():N}.tcl");
        await File.WriteAllTextAsync(inner, "set a 1\nno_such_command\n", Cancellation);
        await File.WriteAllTextAsync(outer, $"set b 1\nset c 2\nsource {inner}\n", Cancellation);
        try
        {
            await using StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }, Cancellation);
            StaSetupException error = await Assert.ThrowsAsync<StaSetupException>(() => session.LoadAsync(outer, Cancellation));
            Assert.Contains($"{Path.GetFileName(inner)}:2: ", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(inner);
            File.Delete(outer);
        }
    }

    [Fact]
    public async Task A_killed_tool_is_told_and_what_came_before_is_kept()
    {
        await using StaSession session = await LoadedAsync();
        await using TimingPathStream stream = new OpenStaStreamExecutor(session, new StreamLimits { MaxChunks = 1 })
            .Execute("report_checks -group_path_count 5000 -endpoint_path_count 5", new DiscardSink());
        long paths = 0;
        StaDiedException error = await Assert.ThrowsAsync<StaDiedException>(async () =>
        {
            await foreach (PathChunk chunk in stream.ReadChunksAsync(Cancellation))
            {
                paths += chunk.Count;
                Processes.Signal(session.ProcessId, "KILL");
            }
        });
        Assert.Contains("killed by signal 9", error.Message, StringComparison.Ordinal);
        Assert.True(paths > 0);
        Assert.Equal(StreamState.Faulted, stream.State);
        Assert.Equal(stream.PathsRead, paths);
    }

    [Fact]
    public async Task A_cancelled_stream_ends_at_once_and_a_disposed_session_leaves_nothing()
    {
        StaSession session = await LoadedAsync();
        int process = session.ProcessId;
        Assert.True(Directory.Exists(session.DirectoryPath));
        TimingPathStream stream = new OpenStaStreamExecutor(session).Execute("report_checks -group_path_count 100000 -endpoint_path_count 100", new DiscardSink());
        await Task.Delay(300, Cancellation);
        stream.Cancel();
        await foreach (PathChunk chunk in stream.ReadChunksAsync(Cancellation))
        {
            Assert.True(chunk.Count > 0);
        }

        Assert.Equal(StreamState.Cancelled, stream.State);
        await session.DisposeAsync();
        await stream.DisposeAsync();
        Assert.Equal(ToolState.Exited, ToolActivity.Of(process).State);
        Assert.False(Directory.Exists(session.DirectoryPath));
    }

    [Theory]
    [InlineData("/bin/false", "exit code 1")]
    [InlineData("/bin/cat", "exit code 1")]
    public async Task A_program_that_is_no_OpenSTA_gets_a_clear_error(string program, string reason)
    {
        StaException error = await Assert.ThrowsAnyAsync<StaException>(() => StaSession.StartAsync(new StaSessionOptions { Tool = new StaTool(program) }, Cancellation));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_never_answers_is_given_up()
    {
        string script = Path.Combine(Path.GetTempPath(), $"silent-{Guid.NewGuid():N}.sh");
        await File.WriteAllTextAsync(script, "#!/bin/sh\nsleep 600\n", Cancellation);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            var options = new StaSessionOptions { Tool = new StaTool(script), StartTimeout = TimeSpan.FromMilliseconds(300) };
            StaException error = await Assert.ThrowsAsync<StaException>(() => StaSession.StartAsync(options, Cancellation));
            Assert.Contains("did not answer", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(script);
        }
    }

    /// <summary>A path as a test looks at it: chunks are recycled.</summary>
    internal sealed record Seen(string Startpoint, string StartpointDetail, string Endpoint, string LaunchClock, string CaptureClock, double Slack, string EndpointPin, IReadOnlyList<string> Rows);

    internal static async Task<IReadOnlyList<Seen>> PathsAsync(StaSession session, string command, IReportSink? sink = null)
    {
        var seen = new List<Seen>();
        await using TimingPathStream stream = new OpenStaStreamExecutor(session).Execute(command, sink ?? new DiscardSink());
        await foreach (PathChunk chunk in stream.ReadChunksAsync(Cancellation))
        {
            for (int i = 0; i < chunk.Count; i++)
            {
                TimingPath path = chunk[i];
                seen.Add(new Seen(
                    path.Startpoint, path.StartpointDetail, path.Endpoint, path.LaunchClock, path.CaptureClock, path.Slack,
                    path.EndpointPin,
                    [.. path.Rows.Select(row => row.Description)]));
            }
        }

        return seen;
    }

    private async Task<StaSession> LoadedAsync()
    {
        StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }, Cancellation);
        await session.LoadAsync(design.Setup, Cancellation);
        return session;
    }
}
