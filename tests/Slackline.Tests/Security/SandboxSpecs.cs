using Slackline.Sessions;

namespace Slackline.Tests.Security;

/// <summary>What a query can do in the sandbox, and what it is told when it asks for more.</summary>
public sealed class SandboxSpecs(DemoDesignFixture design)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("report_checks -from [all_clocks] -to [get_pins -hierarchical */D] -fields {slew capacitance input_pin net} -format full_clock -digits 4 -group_path_count 20")]
    [InlineData("report_checks -path_delay min -format end -group_count 5 -slack_max 1e3 -slack_min -.5")]
    [InlineData("report_checks -path_group core_clk -format summary -no_line_splits")]
    [InlineData("report_path -max debug_out r")]
    [InlineData("report_check_types -verbose -max_delay -digits 3")]
    [InlineData("report_tns; report_wns -digits 4; report_worst_slack")]
    // 3.1.0 itself fails on -clock of report_clock_skew.
    [InlineData("catch {report_clock_skew -setup -clock core_clk} said; puts $said; report_clock_properties core_clk")]
    [InlineData("report_power -digits 5; report_power -instances [get_cells *]")]
    [InlineData("report_net data_in[3]")]
    [InlineData("report_object_full_names [get_ports {data_in[3] data_out*}]")]
    [InlineData("report_object_full_names [get_fanin -to data_out[0] -flat -startpoints_only]")]
    [InlineData("report_object_full_names [get_cells -hierarchical -regexp {.*state_reg_[0-9]+}]")]
    [InlineData("report_object_full_names [all_registers -clock core_clk -clock_pins]")]
    [InlineData("report_object_full_names [get_ports -filter {direction == output} *]")]
    [InlineData("if {[llength [info commands report_pulse_width_checks]]} {report_pulse_width_checks}; check_setup -verbose; report_disabled_edges; report_annotated_delay")]
    [InlineData("foreach path [find_timing_paths -group_path_count 5] {puts \"[get_property $path slack] [get_full_name [get_property $path endpoint]]\"}")]
    [InlineData("proc half x {expr {$x / 2.0}}; set d [dict create a 3]; dict for {k v} $d {puts [format %s=%.3f $k [half $v]]}; puts [string repeat - 20]")]
    [InlineData("help report_checks")]
    public async Task A_query_prints_what_the_tool_prints(string query)
    {
        await using StaSession session = await LoadedAsync();
        (string trusted, _) = await ReadAsync(session, new StaRequest(query));
        (string sandboxed, _) = await QueryAsync(session, query);
        Assert.NotEmpty(trusted);
        Assert.Equal(trusted, sandboxed);
    }

    [Theory]
    [InlineData("exec ls", "'exec' is not available in queries: they report and ask, and change nothing. Available are all_clocks, ")]
    [InlineData("set_false_path -to x", "'set_false_path' is not available in queries")]
    [InlineData("report_checks > x.rpt", "redirection is not allowed in queries: what a report prints is streamed to you")]
    [InlineData("report_checks >>x.rpt", "redirection is not allowed in queries")]
    [InlineData("puts stderr x", "puts prints into the report")]
    [InlineData("report_checks -digits x", "report_checks -digits: 'x' is not a number of digits from 0 to 20")]
    [InlineData("report_checks -slack_max 1ns", "report_checks -slack_max: '1ns' is not a number")]
    [InlineData("report_checks -to", "report_checks: -to needs a value")]
    [InlineData("report_checks -to -digits 3", "report_checks: -to needs a value, and '-digits' looks like an option")]
    [InlineData("report_checks x", "report_checks: 'x' is one argument too many")]
    [InlineData("report_tns -file x", "report_tns: there is no option '-file' in queries; allowed are: -min, -max, -digits, -significant_digits")]
    [InlineData("get_cells -filter {name == \"$x\"} *", "get_cells -filter: 'name == \"$x\"' is not a filter like {direction == output && name =~ u1/*}")]
    [InlineData("get_pins {a[exec x]}", "get_pins: argument 1: '[exec x]' could be a command to Tcl: write ? in the place of the brackets")]
    [InlineData("get_name _0123456789abcdef_p_Pin", "get_name: argument 1: '_0123456789abcdef_p_Pin' is not an object of this query; ask for it by name")]
    [InlineData("report_clock_skew -clock nosuch", "report_clock_skew -clock: there is no clock 'nosuch'")]
    [InlineData("set x", "can't read \"x\": no such variable")]
    [InlineData("report_checks -to [", "missing close-bracket")]
    public async Task An_error_says_what_is_wrong_and_what_is_right(string query, string message)
    {
        await using StaSession session = await LoadedAsync();
        StaCommandException error = await Assert.ThrowsAsync<StaCommandException>(() => QueryAsync(session, query));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_result_of_a_query_is_its_last_commands_or_what_it_returns()
    {
        await using StaSession session = await LoadedAsync();
        Assert.Equal(("", "3"), await QueryAsync(session, "set a 1; set b 2; expr {$a + $b}"));
        Assert.Equal(("a\nb", "x y"), await QueryAsync(session, "puts a; puts -nonewline stdout b; return {x y}; puts c"));
    }

    /// <summary>What Slackline itself writes beside the text, while the tool has no open.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Paths_of_a_query_are_told_beside_the_text(bool forks)
    {
        await using StaSession session = await LoadedAsync();
        if (!forks)
        {
            session.RefuseToFork("to see the other way");
        }

        var request = new StaRequest("report_checks -format end -group_path_count 5") { SandboxLimit = TimeSpan.FromSeconds(20), Steering = new PathSteering { Mode = SteeringMode.Whole } };
        await using StaCommand command = await session.RunAsync(request, Cancellation);
        using var reader = new StreamReader(command.Output);
        string printed = await reader.ReadToEndAsync(Cancellation);
        await command.CompleteAsync();
        int paths = printed.Split('\n').Count(line => line.EndsWith("(MET)", StringComparison.Ordinal) || line.EndsWith("(VIOLATED)", StringComparison.Ordinal));
        Assert.True(paths > 10);
        Assert.Equal(4 * paths, new FileInfo(AsideFiles.Slacks(command.Aside)).Length);
    }

    [Fact]
    public async Task A_query_leaves_nothing_for_the_next()
    {
        await using StaSession session = await LoadedAsync();
        session.RefuseToFork("so that something could be left");
        (string before, _) = await QueryAsync(session, "report_checks");
        (_, string handle) = await QueryAsync(session, "set x 1; set ::y 2; array set a {b c}; proc f {} {return 1}; proc report_checks args {puts stolen}; proc puts args {}; proc set args {}; lindex [get_cells *] 0");
        Assert.Equal((before, ""), await QueryAsync(session, "report_checks"));
        Assert.Equal("0 0 0 0", (await QueryAsync(session, "list [info exists x] [info exists y] [info exists a] [llength [info procs]]")).Result);
        StaCommandException error = await Assert.ThrowsAsync<StaCommandException>(() => QueryAsync(session, $"get_name {handle}"));
        Assert.Contains("is not an object of this query", error.Message, StringComparison.Ordinal);
    }

    private static Task<(string Printed, string Result)> QueryAsync(StaSession session, string query) =>
        ReadAsync(session, new StaRequest(query) { SandboxLimit = TimeSpan.FromSeconds(20) });

    private static async Task<(string Printed, string Result)> ReadAsync(StaSession session, StaRequest request)
    {
        await using StaCommand command = await session.RunAsync(request, Cancellation);
        using var reader = new StreamReader(command.Output);
        return (await reader.ReadToEndAsync(Cancellation), await command.CompleteAsync());
    }

    private async Task<StaSession> LoadedAsync()
    {
        StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }, Cancellation);
        await session.LoadAsync(design.Setup, Cancellation);
        return session;
    }
}
