using System.Text;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Tests.Planning;
using Slackline.Tests.Reports;

namespace Slackline.Tests.Sessions;

/// <summary>Setup scripts that warn, err and do what scripts do, in the real tool: it must be as in the plain tool. Runs with whichever tool SLACKLINE_STA names.</summary>
public sealed class LoadTests(DemoDesignFixture design) : IDisposable
{
    private readonly SetupFolder _folder = new(design);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("set_input_delay 0.1 -clock core_clk [get_ports no_such_port]")]
    [InlineData("set_false_path -to [get_pins nosuch/D]")]
    [InlineData("set_false_path \\\n  -from [get_clocks nosuch] \\\n  -to [get_pins nosuch/D]\n")]
    [InlineData("if 1 {\n  set_false_path -to [get_pins nosuch/D]\n}\nset_load 0.1 [get_ports nosuch]")]
    [InlineData("catch { set_false_path -to [get_pins nosuch/D] }\nset_load 0.1 [get_ports nosuch]")]
    [InlineData("read_sdc warns.sdc\nset_load 0.1 [get_ports nosuch]")]
    [InlineData("read_sdc errs.sdc\nset_load 0.1 [get_ports nosuch]")]
    [InlineData("catch { read_sdc errs.sdc }\nset_load 0.1 [get_ports nosuch]")]
    [InlineData("read_sdc outer.sdc\nset_load 0.1 [get_ports nosuch]")]
    [InlineData("no_such_command\nset_load 0.1 [get_ports nosuch]")]
    [InlineData("set_units -nosuch 1\nreport_checks -to nosuch -nosuch_option")]
    [InlineData("set sta_continue_on_error 1\nno_such_command\nread_sdc errs.sdc\nset_load 0.1 [get_ports nosuch]")]
    [InlineData("return 1\nset_load 0.1 [get_ports nosuch]")]
    public async Task What_the_tool_says_is_what_it_says_without_us(string script)
    {
        _folder.Write("warns.sdc", "set_load 0.1 [get_ports nosuch_2]\n\nset_false_path -from [get_clocks nosuch_3]\nset_load 0.1 [get_ports nosuch_4]\n");
        _folder.Write("errs.sdc", "set_load 0.1 [get_ports nosuch_5]\n\nno_such_command x\nset_load 0.1 [get_ports nosuch_6]\n");
        _folder.Write("outer.sdc", "set_load 0.1 [get_ports nosuch_7]\nread_sdc warns.sdc\nset_load 0.1 [get_ports nosuch_8]\n");
        string setup = _folder.Write("setup.tcl", _folder.Design + script + "\n");
        (IReadOnlyList<string> alone, string end) = await AloneAsync(setup);

        await using StaSession session = await _folder.StartAsync();
        (IReadOnlyList<Diagnostic> said, StaSetupException? failure) = await LoadAsync(session, setup);
        Assert.Equal(alone, said.Select(static diagnostic => diagnostic.ToString()));

        // The one that ends the script comes as the exception, and the tool prints it last.
        Assert.Equal(end, failure is null ? "" : $"{Path.GetFileName(failure.File)}:{failure.Line}: {failure.Message[(failure.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split('\n')[0]}");
    }

    [Fact]
    public async Task Scripts_in_the_setup_see_what_they_see_in_the_plain_tool()
    {
        const string look = "puts \"in NAME: [info script] [expr { [info exists ::sta::sdc_file] ? $::sta::sdc_file : {none} }]\"\n";
        _folder.Write("inner.tcl", look.Replace("NAME", "inner", StringComparison.Ordinal));
        _folder.Write("middle.tcl", look.Replace("NAME", "middle", StringComparison.Ordinal) + "source inner.tcl\n" + look.Replace("NAME", "middle again", StringComparison.Ordinal));
        _folder.Write("in.sdc", look.Replace("NAME", "sdc", StringComparison.Ordinal));
        string setup = _folder.Write("setup.tcl", "with_output_to_variable seen {\nsource middle.tcl\nread_sdc in.sdc\n}\nset channel [open seen.txt w]\nputs -nonewline $channel $seen\nclose $channel\n");
        await AloneAsync(setup);
        string alone = _folder.Read("seen.txt");
        await using StaSession session = await _folder.StartAsync();
        await LoadAsync(session, setup);
        Assert.Equal(alone, _folder.Read("seen.txt"));
        Assert.Contains("in inner: ", alone, StringComparison.Ordinal);
        Assert.Contains("in sdc: ", alone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setup_finds_its_folder_and_an_empty_standard_input()
    {
        string setup = _folder.Write("setup.tcl", _folder.Design + "set folder [file dirname [info script]]\nset typed [gets stdin]\nset ended [eof stdin]\n");
        await using StaSession session = await _folder.StartAsync();
        await session.LoadAsync(setup, Cancellation);
        Assert.Equal($"{_folder.Path} {{}} 1", await PlannedSessions.EvaluateAsync(session, "list $folder $typed $ended"));
        Assert.Equal("-1", await PlannedSessions.EvaluateAsync(session, "gets stdin line"));
    }

    [Fact]
    public async Task Exit_in_a_setup_is_explained()
    {
        _folder.Write("inner.tcl", "set a 1\nputs {about to end}\nexit 0\n");
        string setup = _folder.Write("setup.tcl", _folder.Design + "puts loaded\nexit\n");
        string outer = _folder.Write("outer.tcl", _folder.Design + "source inner.tcl\n");
        await using (StaSession session = await _folder.StartAsync())
        {
            StaSetupException error = await Assert.ThrowsAsync<StaSetupException>(() => session.LoadAsync(setup, Cancellation));
            Assert.StartsWith($"{setup}:6: 'exit' ends the tool here", error.Message, StringComparison.Ordinal);
            Assert.Contains("Remove this line", error.Message, StringComparison.Ordinal);
            Assert.EndsWith("    loaded", error.Message.TrimEnd(), StringComparison.Ordinal);
        }

        await using (StaSession session = await _folder.StartAsync())
        {
            StaSetupException error = await Assert.ThrowsAsync<StaSetupException>(() => session.LoadAsync(outer, Cancellation));
            Assert.Matches(@"inner\.tcl:3: 'exit 0' ends the tool here", error.Message);
        }
    }

    [Fact]
    public async Task A_tool_that_dies_in_a_setup_names_the_command_and_what_it_printed_last()
    {
        string setup = _folder.Write("setup.tcl", _folder.Design + "puts {the last words}\nflush stdout\nexec kill -SEGV [pid]\nset a 1\n");
        await using StaSession session = await _folder.StartAsync();
        StaSetupException error = await Assert.ThrowsAsync<StaSetupException>(() => session.LoadAsync(setup, Cancellation));
        Assert.StartsWith($"{setup}:7: the tool ended in this command.", error.Message, StringComparison.Ordinal);
        Assert.Contains("signal 11", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_load_keeps_the_cause_that_was_printed_before()
    {
        string setup = _folder.Write("setup.tcl", _folder.Design + "set_load 0.1 [get_ports nosuch_1]\nset sta_continue_on_error 0\nreport_checks -to [get_pins nosuch/D]\n");
        await using StaSession session = await _folder.StartAsync();
        StaSetupException error = await Assert.ThrowsAsync<StaSetupException>(() => session.LoadAsync(setup, Cancellation));
        Assert.StartsWith($"{setup}:7: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("pin 'nosuch/D' not found.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nosuch_1", error.Message, StringComparison.Ordinal);
        Assert.Contains(error.Diagnostics, static diagnostic => diagnostic.Message.Contains("nosuch_1", StringComparison.Ordinal));
        Assert.True(error.CouldGoOn);
    }

    [Fact]
    public async Task All_errors_are_told_when_the_script_is_to_go_on()
    {
        _folder.Write("errs.sdc", "no_such_command_1\nset_load 0.1 [get_ports nosuch]\nno_such_command_2\n");
        string setup = _folder.Write("setup.tcl", _folder.Design + "no_such_command_3\nread_sdc errs.sdc\nno_such_command_4\n");
        await using StaSession session = await _folder.StartAsync(goesOn: true);
        IReadOnlyList<Diagnostic> said = await session.LoadAsync(setup, Cancellation);
        Assert.Equal(
            [("setup.tcl", 5, "3"), ("errs.sdc", 1, "1"), ("errs.sdc", 3, "2"), ("setup.tcl", 7, "4")],
            said.Where(static diagnostic => diagnostic.IsPassedOver).Select(static diagnostic => (diagnostic.File, diagnostic.Line, diagnostic.Message.Split('_', '"')[^2])));
        Assert.NotEmpty(await StaSessionTests.PathsAsync(session, "report_checks"));
    }

    [Fact]
    public async Task A_script_that_goes_on_and_leaves_no_design_has_failed()
    {
        string setup = _folder.Write("setup.tcl", "set a 1\nread_verilog absent.v\nlink_design top\n");
        await using StaSession session = await _folder.StartAsync(goesOn: true);
        StaSetupException error = await Assert.ThrowsAsync<StaSetupException>(() => session.LoadAsync(setup, Cancellation));
        Assert.Contains("absent.v", error.Message, StringComparison.Ordinal);
        Assert.StartsWith(setup, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_of_a_setup_and_of_a_query_go_where_they_are_sent_and_what_follows_still_comes()
    {
        string setup = _folder.Write("setup.tcl", $$"""
            {{_folder.Design}}report_checks > {{_folder.Path}}/first.rpt
            set_load 0.1 [get_ports nosuch_1]
            with_output_to_variable text { report_checks }
            set_load 0.1 [get_ports nosuch_2]
            """);
        await using StaSession session = await _folder.StartAsync();
        IReadOnlyList<Diagnostic> said = await session.LoadAsync(setup, Cancellation);
        Assert.Equal(["port 'nosuch_1' not found.", "port 'nosuch_2' not found."], said.Select(static diagnostic => diagnostic.Message));
        Assert.StartsWith("Startpoint: ", _folder.Read("first.rpt"), StringComparison.Ordinal);
        Assert.StartsWith("Startpoint: ", await PlannedSessions.EvaluateAsync(session, "set text"), StringComparison.Ordinal);

        var blocks = new BlockRecorder();
        await StaSessionTests.PathsAsync(session, $"report_checks; report_checks > {_folder.Path}/second.rpt; get_ports nosuch_3; report_checks >> {_folder.Path}/second.rpt; report_checks", blocks);
        int paths = _folder.Read("first.rpt").Split("Startpoint: ").Length - 1;
        Assert.Equal(2 * paths, blocks.Paths.Count());
        Assert.Contains(blocks.Blocks, static block => block.Diagnostic?.Message == "port 'nosuch_3' not found.");
        Assert.Equal(2 * paths, _folder.Read("second.rpt").Split("Startpoint: ").Length - 1);
    }

    [Fact]
    public async Task A_refused_query_tells_what_was_printed_before()
    {
        string setup = _folder.Write("setup.tcl", _folder.Design);
        await using StaSession session = await _folder.StartAsync();
        await session.LoadAsync(setup, Cancellation);
        StaCommandException error = await Assert.ThrowsAsync<StaCommandException>(() => StaSessionTests.PathsAsync(session, "report_checks -to r_typo/D"));
        Assert.Contains("object 'r_typo/D' not found.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("arguments", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<StaCommandException>(() => StaSessionTests.PathsAsync(session, "report_checks; exit"));
        Assert.Contains("'exit' ends the process that runs the command", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(await StaSessionTests.PathsAsync(session, "report_checks"));
    }

    [Fact]
    public async Task Unconstrained_paths_of_a_design_without_clocks_are_those_of_the_plain_tool()
    {
        string folder = Path.GetDirectoryName(design.Setup)!;
        string load = $"read_liberty {folder}/demo_tt.lib\nread_verilog {folder}/design.v\nlink_design slackline_demo\n";
        await using StaSession session = await _folder.StartAsync();
        await session.LoadAsync(_folder.Write("setup.tcl", load), Cancellation);
        string command = await PlainTool.WithOwnNamesAsync(session, "report_checks -unconstrained -group_path_count 100000 -endpoint_path_count 3");
        string alone = _folder.Write("alone.tcl", $"{load}{command} > {_folder.Path}/alone.rpt\n");
        await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", alone]);
        var blocks = new BlockRecorder();
        await StaSessionTests.PathsAsync(session, command, blocks);
        Assert.Equal(_folder.Read("alone.rpt"), string.Concat(blocks.Blocks.Select(static block => block.Text)));
    }

    private static async Task<(IReadOnlyList<Diagnostic> Said, StaSetupException? Failure)> LoadAsync(StaSession session, string setup)
    {
        try
        {
            return (await session.LoadAsync(setup, Cancellation), null);
        }
        catch (StaSetupException e)
        {
            return (e.Diagnostics, e);
        }
    }

    // The setup as the plain tool reads a script: its diagnostics, and the error that ends it, empty when none does.
    private async Task<(IReadOnlyList<string> Said, string End)> AloneAsync(string setup)
    {
        // What a file of the command line is evaluated by gives messages of OpenSTA 3 the line 1 in any case; the command that it is called by, their own.
        string alone = _folder.Write("alone.tcl", $$"""
            if { [catch { {{(await HasIncludeAsync() ? "include" : "source")}} {{setup}} } message] } { puts "ended by: $message" }
            """);
        Processes.Result result = await Processes.RunAsync("sh", ["-c", "cd \"$0\" && exec \"$@\"", _folder.Path, StaTool.Find().Path, "-no_splash", "-no_init", "-exit", alone]);
        var said = new List<string>();
        string end = "";
        foreach (string line in result.Output.Split('\n'))
        {
            const string mark = "ended by: ";
            bool isEnd = line.StartsWith(mark, StringComparison.Ordinal);
            if (!DiagnosticReader.TryRead(Encoding.UTF8.GetBytes(isEnd ? line[mark.Length..] : line), out Diagnostic? diagnostic))
            {
                continue;
            }

            if (isEnd)
            {
                end = $"{diagnostic!.File}:{diagnostic.Line}: {(diagnostic.Code.Length > 0 ? $"Error {diagnostic.Code}: " : "")}{diagnostic.Message}";
            }
            else
            {
                said.Add(diagnostic!.ToString());
            }
        }

        return (said, end);
    }

    private async Task<bool> HasIncludeAsync()
    {
        string look = _folder.Write("look.tcl", "puts [llength [info commands include]]\n");
        return (await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", look])).Output.Trim() == "1";
    }
}
