using Slackline.Tests.Sessions;

namespace Slackline.Tests.Cli;

/// <summary>How the command shows what the tool said while it loaded a design.</summary>
public sealed class LoadCommandTests(DemoDesignFixture design) : IDisposable
{
    private readonly SetupFolder _folder = new(design);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_setup_with_errors_says_that_answers_may_be_wrong_even_quietly()
    {
        string setup = _folder.Write("setup.tcl", _folder.Design + "set sta_continue_on_error 1\nset_load 0.1 [get_ports nosuch]\nset_foo_net x\nset a 1\n");
        Processes.Result result = await Processes.SlacklineAsync("run", "-s", setup, "report_checks");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("port 'nosuch' not found.", result.Errors, StringComparison.Ordinal);
        Assert.Contains("setup.tcl:7: invalid command name \"set_foo_net\"", result.Errors, StringComparison.Ordinal);
        Assert.Contains("1 error in the setup script", result.Errors, StringComparison.Ordinal);

        result = await Processes.SlacklineAsync("run", "-s", setup, "report_checks", "-q");
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("nosuch", result.Errors, StringComparison.Ordinal);
        Assert.Contains("setup.tcl:7: invalid command name \"set_foo_net\"", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setup_that_stops_shows_what_came_before_and_how_to_go_on()
    {
        string setup = _folder.Write("setup.tcl", _folder.Design + "set sta_continue_on_error 0\nset_load 0.1 [get_ports nosuch]\nset_foo_net x\nset_foo_pin x\n");
        Processes.Result result = await Processes.SlacklineAsync("run", "-s", setup, "report_checks");
        Assert.Equal((4, ""), (result.ExitCode, result.Output));
        Assert.Contains("port 'nosuch' not found.", result.Errors, StringComparison.Ordinal);
        Assert.Contains($"slackline: {setup}:7: invalid command name \"set_foo_net\"", result.Errors, StringComparison.Ordinal);
        Assert.Contains("--continue-on-error", result.Errors, StringComparison.Ordinal);

        _folder.Write("setup.tcl", _folder.Design + "set_foo_net x\nset_foo_pin x\n");
        result = await Processes.SlacklineAsync("run", "-s", setup, "report_checks", "--continue-on-error");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("setup.tcl:5: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("setup.tcl:6: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("2 errors in the setup script", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remarks_and_many_warnings_are_shown_only_when_asked_for()
    {
        string setup = _folder.Write("setup.tcl", _folder.Design + "puts {[INFO ODB-0227] LEF file}\nfor {set i 0} {$i < 30} {incr i} { get_ports nosuch_$i }\n");
        Processes.Result result = await Processes.SlacklineAsync("run", "-s", setup, "report_checks");
        Assert.DoesNotContain("ODB-0227", result.Errors, StringComparison.Ordinal);
        Assert.Equal(21, result.Errors.Split("nosuch_").Length);
        Assert.Contains("and 10 more warnings", result.Errors, StringComparison.Ordinal);

        result = await Processes.SlacklineAsync("run", "-s", setup, "puts {[INFO ODB-0228] query}; report_checks", "--verbose");
        Assert.Contains("ODB-0227", result.Errors, StringComparison.Ordinal);
        Assert.Contains("ODB-0228", result.Errors, StringComparison.Ordinal);
        Assert.Equal(31, result.Errors.Split("nosuch_").Length);
    }

    [Fact]
    public async Task What_a_refused_command_repeats_is_shown_once()
    {
        string setup = _folder.Write("setup.tcl", _folder.Design);
        Processes.Result result = await Processes.SlacklineAsync("run", "-s", setup, "report_checks -to r_typo/D");
        Assert.Equal((4, 2), (result.ExitCode, result.Errors.Split("object 'r_typo/D' not found").Length));
    }
}
