using System.Text;
using System.Text.Json;
using Slackline.Sessions;
using Slackline.Tests.Reports;

namespace Slackline.Tests.Cli;

/// <summary>Commands on files as flows leave them, and on reports that are no paths.</summary>
public sealed class SavedFileCommandTests : IDisposable
{
    private const string Rule = "===========================================================================\n";
    private readonly DemoDesignFixture _design;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("saved-file-");

    public SavedFileCommandTests(DemoDesignFixture design) => _design = design;

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("report_power")]
    [InlineData("report_wns; report_tns")]
    [InlineData("report_clock_skew")]
    [InlineData("check_setup -verbose")]
    [InlineData("foreach p [get_pins -hierarchical */CK] {puts [get_full_name $p]}")]
    [InlineData("puts [string repeat x 500]")]
    public async Task Run_and_report_print_what_the_tool_prints(string command)
    {
        string bare = await BareAsync(command);
        Processes.Result run = await Processes.SlacklineAsync("run", "--setup", _design.Setup, command);
        Assert.Equal((0, bare), (run.ExitCode, run.Output));
        Processes.Result report = await Processes.SlacklineAsync("report", "--setup", _design.Setup, command);
        Assert.Equal((0, bare), (report.ExitCode, report.Output));
    }

    [Fact]
    public async Task A_report_among_paths_is_printed_beside_them()
    {
        Processes.Result table = await Processes.SlacklineAsync("run", "--setup", _design.Setup, "report_wns; report_checks; report_tns", "--columns", "slack");
        string[] lines = table.Output.TrimEnd('\n').Split('\n');
        Assert.StartsWith("wns ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("tns ", lines[^1], StringComparison.Ordinal);
        Processes.Result ndjson = await Processes.SlacklineAsync("run", "--setup", _design.Setup, "report_checks; report_tns", "--format", "ndjson");
        Assert.All(ndjson.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), static line => JsonDocument.Parse(line).Dispose());
        Assert.Contains("tns ", ndjson.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_types_have_their_type_and_the_other_checks_are_printed()
    {
        Processes.Result run = await Processes.SlacklineAsync("run", "--setup", _design.Setup, "report_check_types", "--columns", "type, group, slack");
        string bare = await BareAsync("report_check_types");
        string tables = bare[bare.IndexOf("\n\n", StringComparison.Ordinal)..].Trim('\n');
        Assert.Contains(tables, run.Output, StringComparison.Ordinal);
        string[] rows = [.. run.Output.Split('\n').Where(static line => line.Contains("core_clk", StringComparison.Ordinal) && (line.Contains(" min ", StringComparison.Ordinal) || line.Contains(" max ", StringComparison.Ordinal)))];
        Assert.Contains(rows, static row => row.Contains(" min ", StringComparison.Ordinal));
        Assert.Contains(rows, static row => row.Contains(" max ", StringComparison.Ordinal));
        string[] slacks = [.. bare.Split('\n').Skip(2).TakeWhile(static line => line.Length > 0).Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1])];
        Processes.Result ndjson = await Processes.SlacklineAsync("run", "--setup", _design.Setup, "report_check_types", "--format", "ndjson");
        Assert.Equal(
            slacks.Select(static slack => double.Parse(slack, System.Globalization.CultureInfo.InvariantCulture)),
            ndjson.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("slack").GetDouble()));
    }

    [Fact]
    public async Task Report_gives_data_as_json()
    {
        Processes.Result result = await Processes.SlacklineAsync("report", "--setup", _design.Setup, "report_power; puts hello", "--format", "json");
        Assert.Equal(0, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement[] parts = [.. json.RootElement.GetProperty("parts").EnumerateArray()];
        Assert.Equal(["power", "text"], parts.Select(static part => part.GetProperty("kind").GetString()));
        Assert.True(parts[0].GetProperty("value").GetProperty("total").GetProperty("power").GetProperty("total").GetDouble() > 0);
        Processes.Result refused = await Processes.SlacklineAsync("report", "--setup", _design.Setup, "report_pwr");
        Assert.Equal(4, refused.ExitCode);
    }

    [Fact]
    public async Task A_file_without_paths_says_what_it_holds()
    {
        string power = Save("power.rpt", await BareAsync("report_power"));
        Processes.Result read = await Processes.SlacklineAsync("read", power);
        Assert.Equal((0, ""), (read.ExitCode, read.Output));
        Assert.Contains("1 power report", read.Errors, StringComparison.Ordinal);
        Processes.Result reports = await Processes.SlacklineAsync("reports", power, "--format", "text");
        Assert.EndsWith(await File.ReadAllTextAsync(power, TestContext.Current.CancellationToken), reports.Output, StringComparison.Ordinal);
        Processes.Result none = await Processes.SlacklineAsync("read", Save("none.rpt", $"{Rule}report_checks\n{Rule}No paths found.\n"));
        Assert.Equal((0, ""), (none.ExitCode, none.Output));
        Assert.Contains("No paths found.", none.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_places_are_told_with_their_lines_and_their_number()
    {
        string damaged = SamplePaths.Fields.Replace("0.25    0.65", "????    0.65", StringComparison.Ordinal) + "\n\n";
        string text = string.Concat(Enumerable.Repeat(damaged, 25)) + SamplePaths.Fields;
        int lines = damaged.Count(static character => character == '\n');
        Processes.Result file = await Processes.SlacklineAsync("read", Save("damaged.rpt", text));
        Processes.Result piped = await Processes.RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "slackline.dll"), "read", "-"], text);
        foreach (Processes.Result result in (Processes.Result[])[file, piped])
        {
            Assert.Equal(3, result.ExitCode);
            Assert.Contains($": line {lines + 1}: the path at byte {damaged.Length} ", result.Errors, StringComparison.Ordinal);
            Assert.Contains("and 5 more damaged places (25 in all)", result.Errors, StringComparison.Ordinal);
            Assert.Contains("0.16", result.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Corners_of_headings_are_shown_and_repeats_are_told_beside_what_the_tool_printed()
    {
        string path = SamplePaths.Fields + "\n\n";
        string report = Save("finish.rpt", $"{Rule}finish report_tns\n{Rule}tns max -50.00\n\n{Rule}finish report_checks\n{Rule}{path}{Rule}finish report_checks reg to reg\n{Rule}{path}");
        Processes.Result summary = await Processes.SlacklineAsync("summary", report);
        Assert.Contains("tns max -50.00", summary.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 2 paths are printed again under another heading (finish report_checks; finish report_checks reg to reg)", summary.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Corner", summary.Output, StringComparison.Ordinal);

        string corners = Save("corners.rpt", $"=== fast Corner ===\n{path}=== slow Corner ===\n{path}");
        Assert.Contains("Corner", (await Processes.SlacklineAsync("summary", corners)).Output, StringComparison.Ordinal);
        string[] rows = (await Processes.SlacklineAsync("read", corners)).Output.Split('\n');
        Assert.Contains("Corner", rows[0], StringComparison.Ordinal);
        Assert.Contains("fast", rows[1], StringComparison.Ordinal);
        Assert.Contains("slow", rows[2], StringComparison.Ordinal);
        Processes.Result one = await Processes.SlacklineAsync("read", corners, "--where", "corner = \"slow\"", "--format", "ndjson");
        Assert.Contains("\"corner\":\"slow\"", Assert.Single(one.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_in_units_follows_those_that_the_file_prints()
    {
        const string Units = " time 1ps\n capacitance 1fF\n resistance 1kohm\n voltage 1v\n current 1mA\n power 1nW\n distance 1um\n";
        string slack = SamplePaths.Fields + "\n\n";
        string said = Save("said.rpt", slack + Units + slack);
        Processes.Result read = await Processes.SlacklineAsync("read", said, "--where", "slack < 1ps", "--format", "ndjson");
        Assert.Single(read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Processes.Result unsaid = await Processes.SlacklineAsync("read", Save("unsaid.rpt", slack), "--where", "slack < 1ps");
        Assert.Contains("does not give its units", unsaid.Errors, StringComparison.Ordinal);
        Processes.Result given = await Processes.SlacklineAsync("read", Save("given.rpt", slack), "--where", "slack < 1ps", "--units", "1ps,1fF");
        Assert.DoesNotContain("does not say", given.Errors, StringComparison.Ordinal);
        Assert.Contains("0.16", given.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_of_a_run_is_read_whole()
    {
        string path = SamplePaths.Fields + "\n\n";
        string power = await BareAsync("report_power");
        Save("run/54-sta/max_ss_100C_1v60/max.rpt", $"{Rule}report_checks -path_delay max (Setup)\n{Rule}======= max_ss_100C_1v60 Corner ======\n\n{path}");
        Save("run/54-sta/max_ss_100C_1v60/power.rpt", $"{Rule}report_power\n{Rule}{power}");
        Save("run/54-sta/max_ss_100C_1v60/wns.max.rpt", $"{Rule}report_wns (Setup)\n{Rule}max_ss_100C_1v60: -0.25\n");
        Save("run/54-sta/max_ss_100C_1v60/checks.rpt", $"{Rule}max slew violation count 25\nmax fanout violation count 7\nmax cap violation count 1\n{Rule}");
        Save("run/54-sta/nom_tt_025C_1v80/max.rpt", path);
        Save("run/54-sta/nom_tt_025C_1v80/sta.log", "%OL_METRIC_F timing__hold__tns__corner:nom_tt_025C_1v80 -3.5\n%OL_METRIC_I timing__hold_vio__count__corner:nom_tt_025C_1v80 12\n%OL_METRIC_F design__area 99\n");
        Save("run/finish/6_finish.rpt", $"{Rule}finish report_tns\n{Rule}tns max -50.00\n\n{Rule}finish report_wns\n{Rule}wns max -1.00\n\n{Rule}finish setup_violation_count\n{Rule}setup violation count 4\n");
        Save("run/54-sta/top.v", "module Startpoint: endmodule\n");
        string run = Path.Combine(_directory.FullName, "run");

        Processes.Result summary = await Processes.SlacklineAsync("summary", run);
        Assert.Equal(0, summary.ExitCode);
        Assert.Contains("max_ss_100C_1v60", summary.Output, StringComparison.Ordinal);
        Assert.Contains("nom_tt_025C_1v80", summary.Output, StringComparison.Ordinal);

        Processes.Result reports = await Processes.SlacklineAsync("reports", run, "--kind", "power", "--format", "ndjson");
        using JsonDocument one = JsonDocument.Parse(Assert.Single(reports.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(
            ("power", "report_power", "max_ss_100C_1v60", 2 * Rule.Length + "report_power\n".Length),
            (one.RootElement.GetProperty("kind").GetString(), one.RootElement.GetProperty("section").GetString(), one.RootElement.GetProperty("corner").GetString(), one.RootElement.GetProperty("offset").GetInt32()));
        double total = one.RootElement.GetProperty("data").GetProperty("total").GetProperty("power").GetProperty("total").GetDouble();

        Processes.Result metrics = await Processes.SlacklineAsync("metrics", run, "--format", "ndjson");
        Assert.Equal(0, metrics.ExitCode);
        Dictionary<string, JsonElement> rows = metrics.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(static row => row.TryGetProperty("corner", out JsonElement corner) ? corner.GetString()! : Path.GetFileName(row.GetProperty("step").GetString()!));
        Assert.Equal((-0.25, 25, 7, 1, total), (Value("max_ss_100C_1v60", "setup_wns"), Value("max_ss_100C_1v60", "slew_violations"), Value("max_ss_100C_1v60", "fanout_violations"), Value("max_ss_100C_1v60", "capacitance_violations"), Value("max_ss_100C_1v60", "power")));
        Assert.Equal((-3.5, 12), (Value("nom_tt_025C_1v80", "hold_tns"), Value("nom_tt_025C_1v80", "hold_violations")));
        Assert.Equal((-50, -1, 4), (Value("6_finish, finish", "setup_tns"), Value("6_finish, finish", "setup_wns"), Value("6_finish", "setup_violations")));
        Assert.Contains("-50", (await Processes.SlacklineAsync("metrics", run)).Output, StringComparison.Ordinal);

        double Value(string corner, string name) => rows[corner].GetProperty(name).GetDouble();
    }

    [Fact]
    public async Task A_report_of_another_tool_or_another_encoding_is_named()
    {
        string primetime = "****************************************\nReport : timing\nDesign : top\n****************************************\n\n  Startpoint: a (input port)\n  Endpoint: b (output port)\n\n  Point      Incr       Path\n  slack (MET)     9.50\n";
        await Fails(3, "looks like a report of PrimeTime", "read", Save("pt.rpt", primetime));
        await Fails(3, "looks like a report of PrimeTime", "verify", Save("pt.rpt", primetime));
        await Fails(3, "looks like a report of Vivado", "read", Save("vivado.rpt", "Copyright 1986-2022 Xilinx, Inc. All Rights Reserved.\n| Tool Version : Vivado v.2022.1\n"));
        await Fails(3, "looks like a report of Tempus", "summary", Save("tempus.rpt", "Path 1: MET Setup Check with Pin u1/CK\nOther End Arrival Time 0.1\n"));
        await Fails(3, "UTF-16", "read", Save("utf16.rpt", "\u00ff\u00feS\0t\0a\0r\0t\0"));
        await Fails(3, "compressed by xz", "read", Save("a.xz", "\u00fd7zXZ\0\0"));
        await Fails(3, "zip archive", "read", Save("a.zip", "PK\u0003\u0004abc"));
        await Fails(3, "nothing is proved", "verify", Save("text.rpt", "hello\n"));
        await Fails(2, "no such kind", "reports", Save("text.rpt", "hello\n"), "--kind", "pwoer");
    }

    private static async Task Fails(int exitCode, string message, params string[] arguments)
    {
        Processes.Result result = await Processes.SlacklineAsync(arguments);
        Assert.Equal((exitCode, message), (result.ExitCode, result.Errors.Contains(message, StringComparison.Ordinal) ? message : result.Errors));
    }

    // With timing found, as behind a load: before it, 3.1.0 knows no latencies of generated clocks and reports no skew for them.
    private async Task<string> BareAsync(string command)
    {
        string script = Save("bare.tcl", $"source {_design.Setup}\nsta::find_timing\nputs BEGIN\n{command}\n");
        Processes.Result tool = await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", script]);
        return tool.Output[(tool.Output.IndexOf("BEGIN\n", StringComparison.Ordinal) + "BEGIN\n".Length)..];
    }

    private string Save(string name, string text)
    {
        string file = Path.Combine(_directory.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes(text));
        return file;
    }
}
