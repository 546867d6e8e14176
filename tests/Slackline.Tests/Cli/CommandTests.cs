using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Slackline.Sessions;
using Slackline.Tests.Reports;

namespace Slackline.Tests.Cli;

/// <summary>Drives the command as a user does, with the real tool.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DemoDesignFixture _design;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("command-");

    public CommandTests(DemoDesignFixture design) => _design = design;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Run_prints_the_matching_paths_as_a_table_with_a_title_on_each_page()
    {
        Processes.Result result = await Processes.SlacklineAsync("run", "--setup", _design.Setup, "report_checks -group_path_count 50", "--where", "slack < 0.5 and group = \"core_clk\"", "--page-size", "5", "--stats");
        Assert.Equal(0, result.ExitCode);
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int titles = lines.Count(line => line.Contains("Startpoint", StringComparison.Ordinal));
        Assert.Equal((lines.Length - titles + 4) / 5, titles);
        Assert.All(lines.Where(line => !line.Contains("Startpoint", StringComparison.Ordinal)), line => Assert.Contains("core_clk", line, StringComparison.Ordinal));
        Assert.Contains("paths matched", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_that_a_script_repeats_is_told_once()
    {
        Processes.Result result = await Processes.SlacklineAsync("run", "--setup", _design.Setup, "foreach i {1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22} {get_ports nosuch}; get_ports other");
        Assert.Equal(0, result.ExitCode);
        string line = Assert.Single(result.Errors.Split('\n'), static line => line.Contains("nosuch", StringComparison.Ordinal));
        Assert.EndsWith("port 'nosuch' not found. (22 times)", line, StringComparison.Ordinal);
        Assert.Contains("port 'other' not found.\n", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_prints_ndjson_with_points()
    {
        Processes.Result result = await Processes.SlacklineAsync("run", "--setup", _design.Setup, "report_checks -group_path_count 5", "--format", "ndjson", "--points", "--limit", "3", "--quiet");
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        foreach (string line in lines)
        {
            using JsonDocument path = JsonDocument.Parse(line);
            Assert.True(path.RootElement.GetProperty("slack").GetDouble() < 100);
            Assert.NotEmpty(path.RootElement.GetProperty("startpoint").GetString()!);
            Assert.True(path.RootElement.GetProperty("points").GetArrayLength() > 1);
        }
    }

    [Fact]
    public async Task Read_show_histogram_and_summary_take_a_saved_report_or_a_running_tool()
    {
        string report = await SaveReportAsync("report_checks -group_path_count 100 -digits 4");
        Processes.Result whole = await Processes.SlacklineAsync("show", report, "--path", "2", "--count", "2");
        Processes.Result live = await Processes.SlacklineAsync("show", "--setup", _design.Setup, "report_checks -group_path_count 100 -digits 4", "--path", "2", "--count", "2");
        Assert.Equal((0, 0, whole.Output), (whole.ExitCode, live.ExitCode, live.Output));
        Assert.Equal(2, whole.Output.Split("Startpoint: ").Length - 1);

        Processes.Result histogram = await Processes.SlacklineAsync("histogram", report, "--bins", "10");
        string[] bins = [.. histogram.Output.Split('\n').Where(line => line.Contains('…', StringComparison.Ordinal) && !line.Contains("paths", StringComparison.Ordinal))];
        Assert.InRange(bins.Length, 2, 10);
        Processes.Result read = await Processes.SlacklineAsync("read", report, "--format", "ndjson");
        int paths = read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.Contains($"{paths:N0} paths,", histogram.Output, StringComparison.Ordinal);

        Processes.Result summary = await Processes.SlacklineAsync("summary", report);
        Assert.Contains("core_clk -> core_clk", summary.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_agrees_with_the_tool_on_WNS_and_TNS()
    {
        Processes.Result summary = await Processes.SlacklineAsync("summary", "--setup", _design.Setup, "report_checks -group_path_count 100000 -endpoint_path_count 2 -digits 6", "--where", "slack < 0");
        double tns = 0;
        double wns = 0;
        foreach (string line in summary.Output.Split('\n').Where(line => line.Contains("max", StringComparison.Ordinal)))
        {
            string[] cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            wns = Math.Min(wns, double.Parse(cells[^3], System.Globalization.CultureInfo.InvariantCulture));
            tns += double.Parse(cells[^2], System.Globalization.CultureInfo.InvariantCulture);
        }

        string script = Path.Combine(_directory.FullName, "tns.tcl");
        await File.WriteAllTextAsync(script, $"source {_design.Setup}\nreport_tns -digits 6\nreport_wns -digits 6\n", Cancellation);
        Processes.Result tool = await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", script]);
        Assert.Equal(Number(tool.Output, "tns"), tns, 1e-3);
        Assert.Equal(Number(tool.Output, "wns"), wns, 1e-5);
    }

    [Fact]
    public async Task Standard_input_and_compressed_reports_are_read()
    {
        string text = SamplePaths.Wrapped + "\n\n" + SamplePaths.Latch;
        Processes.Result piped = await Processes.RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "slackline.dll"), "read", "-", "-f", "ndjson"], text);
        string gzip = Path.Combine(_directory.FullName, "report.txt");
        await using (var file = new GZipStream(File.Create(gzip), CompressionLevel.Fastest))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), Cancellation);
        }

        Processes.Result compressed = await Processes.SlacklineAsync("read", gzip, "-f", "ndjson");
        Assert.Equal(2, piped.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(piped.Output, compressed.Output);
    }

    [Fact]
    public async Task Verify_tells_what_was_read_and_what_was_not()
    {
        string good = Save("good.rpt", SamplePaths.Wrapped + "\n\nWarning: x.\nsome text\n");
        Processes.Result clean = await Processes.SlacklineAsync("verify", good);
        Assert.Equal(0, clean.ExitCode);
        Assert.Contains("total", clean.Output, StringComparison.Ordinal);

        string bad = Save("bad.rpt", SamplePaths.Wrapped.Replace("0.40 v b4", "0.4  v b4", StringComparison.Ordinal));
        Processes.Result left = await Processes.SlacklineAsync("verify", good, bad);
        Assert.Equal(1, left.ExitCode);
        Assert.Contains("left verbatim", left.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slak < 0", "did you mean 'slack'")]
    [InlineData("slack <", "column 8")]
    public async Task A_wrong_filter_is_pointed_at(string where, string message)
    {
        Processes.Result result = await Processes.SlacklineAsync("read", Save("a.rpt", SamplePaths.Wrapped), "--where", where);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.Contains("^", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_gets_a_clear_message_and_an_exit_code()
    {
        await Fails(4, "There is no program", "run", "--setup", _design.Setup, "--sta", "/no/such/sta", "report_checks");
        await Fails(2, "--setup takes a Tcl script that loads the design; there is no such file: 'absent.tcl'", "run", "--setup", "absent.tcl", "report_checks");
        await Fails(4, "setup.tcl:7: ", "run", "--setup", Save("setup.tcl", "# 1\n\n\n\n\n\nfoo\n"), "report_checks");
        await Fails(4, "absent.lib", "run", "--setup", Save("lib.tcl", "read_liberty absent.lib\n"), "report_checks");
        await Fails(4, "report_cheks", "run", "--setup", _design.Setup, "report_cheks");
        await Fails(3, "is empty", "read", Save("empty.rpt", ""));
        await Fails(3, "not a text report", "read", Save("binary.rpt", "\0\u0001\u0002"));
        await Fails(3, "There is no file", "read", "absent.rpt");
        await Fails(3, "no timing path", "read", Save("text.rpt", "hello\n"));
        string cut = SamplePaths.Wrapped + "\n\n" + SamplePaths.Wrapped[..700];
        Processes.Result result = await Fails(3, $"ends inside a path, at byte {cut.Length}", "read", Save("cut.rpt", cut));
        Assert.Contains("r2.with$a_very_long_name", result.Output, StringComparison.Ordinal);
        await Fails(2, "there is no command 'reed'; did you mean read?", "reed", "x");
        await Fails(2, "--limit takes a whole number from 1 on, not '0'.", "read", "x", "--limit", "0");
    }

    [Fact]
    public async Task A_mistyped_word_is_told_with_what_was_meant_beside_the_data()
    {
        Processes.Result word = await Fails(2, "explain", "explian", "x");
        Assert.Equal("", word.Output);
        Processes.Result number = await Fails(2, "'3'", "columns", "3");
        Assert.DoesNotContain("mean", number.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_that_a_command_returns_are_told_by_name()
    {
        Processes.Result result = await Processes.SlacklineAsync("run", "--setup", _design.Setup, "get_fanin -to data_out[0] -flat -startpoints_only");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Output.Split('\n'), static line => line.EndsWith("/CK", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_sta_on_the_path_it_says_how_to_get_it()
    {
        string dotnet = Path.GetDirectoryName(Environment.ProcessPath)!;
        Processes.Result result = await Processes.RunAsync(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "slackline.dll"), "run", "--setup", _design.Setup, "report_checks"],
            environment: new Dictionary<string, string> { ["PATH"] = dotnet, ["SLACKLINE_STA"] = "" });
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("apt-get install opensta", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", false)]
    [InlineData("INT", true)]
    [InlineData("TERM", false)]
    [InlineData("TERM", true)]
    public async Task Ctrl_C_stops_the_query_and_leaves_nothing(string signal, bool hasPaths)
    {
        using Process process = Processes.StartSlackline("run", "--setup", _design.Setup, "report_checks -group_path_count 100000 -endpoint_path_count 200 -digits 5");
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancellation);

        // The tool has just been started, or the titles of the first page have come.
        await Waiting.Until(() => process.HasExited || Children(process.Id).Length > 0);
        if (hasPaths)
        {
            Assert.NotNull(await process.StandardOutput.ReadLineAsync(Cancellation));
        }

        Task<string> output = process.StandardOutput.ReadToEndAsync(Cancellation);
        Assert.False(process.HasExited);
        int[] children = Children(process.Id);
        Assert.NotEmpty(children);
        Processes.Signal(process.Id, signal);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await process.WaitForExitAsync(deadline.Token);
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("stopped: ", await errors, StringComparison.Ordinal);
        await output;
        Assert.All(children, child => Assert.False(Directory.Exists($"/proc/{child}"), $"process {child} is left"));
        Assert.Empty(Directory.EnumerateDirectories(Path.GetTempPath(), $"slackline-{process.Id}-*"));
    }

    [Fact]
    public async Task A_killed_engine_takes_the_tool_with_it_and_the_next_session_cleans_up()
    {
        using Process process = Processes.StartSlackline("run", "--setup", _design.Setup, "report_checks -group_path_count 100000 -endpoint_path_count 4", "--quiet");
        await Waiting.Until(() => Directory.EnumerateDirectories(Path.GetTempPath(), $"slackline-{process.Id}-*").Any() && Children(process.Id).Length > 0);
        int[] children = Children(process.Id);
        process.Kill();
        await Waiting.Until(() => children.All(child => !Directory.Exists($"/proc/{child}") || File.ReadAllText($"/proc/{child}/stat").Contains(") Z", StringComparison.Ordinal)));
        await process.WaitForExitAsync(Cancellation);
        await Processes.SlacklineAsync("run", "--setup", _design.Setup, "report_checks");
        Assert.Empty(Directory.EnumerateDirectories(Path.GetTempPath(), $"slackline-{process.Id}-*"));
        Assert.False(File.Exists(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".sta_history")));
    }

    [Fact]
    public async Task A_reader_that_has_seen_enough_ends_the_query()
    {
        Processes.Result result = await Processes.RunAsync(
            "sh",
            ["-c", "dotnet \"$0\" run --setup \"$1\" 'report_checks -group_path_count 100000 -endpoint_path_count 4' --progress never | head -2", Path.Combine(AppContext.BaseDirectory, "slackline.dll"), _design.Setup]);
        Assert.Equal(2, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    // A process is the child of the thread that started it.
    private static int[] Children(int process) =>
    [
        .. Directory.EnumerateDirectories($"/proc/{process}/task")
            .SelectMany(thread => ReadChildren(thread).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(int.Parse),
    ];

    private static string ReadChildren(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "children"));
        }
        catch (IOException)
        {
            // The thread has ended.
            return "";
        }
    }

    // "tns -1.34"; newer versions say of what: "tns max -1.34".
    private static double Number(string output, string name) =>
        double.Parse(output.Split('\n').Single(line => line.StartsWith(name + " ", StringComparison.Ordinal)).Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<Processes.Result> Fails(int exitCode, string message, params string[] arguments)
    {
        Processes.Result result = await Processes.SlacklineAsync(arguments);
        Assert.Equal((exitCode, message), (result.ExitCode, result.Errors.Contains(message, StringComparison.Ordinal) ? message : result.Errors));
        return result;
    }

    private string Save(string name, string text)
    {
        string file = Path.Combine(_directory.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    private async Task<string> SaveReportAsync(string command)
    {
        string report = Path.Combine(_directory.FullName, "saved.rpt");
        string script = Save("save.tcl", $"source {_design.Setup}\n{PlainTool.SetNamesOfCounts}\n{command.Replace("-group_path_count", "$group_count", StringComparison.Ordinal)} > {report}\n");
        await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", script]);
        return report;
    }
}
