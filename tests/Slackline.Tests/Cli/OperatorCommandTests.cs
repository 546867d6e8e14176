using System.Globalization;
using System.Text.Json;
using Slackline.Tests.Queries;

namespace Slackline.Tests.Cli;

/// <summary>The command's options that choose, order and sum up paths.</summary>
public sealed class OperatorCommandTests : IDisposable
{
    private readonly DemoDesignFixture _design;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("operators-");
    private readonly string _report;

    public OperatorCommandTests(DemoDesignFixture design)
    {
        _design = design;
        _report = Path.Combine(_directory.FullName, "sample.rpt");
        File.WriteAllText(_report, SampleReport.Text);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    // The sample's slacks: -0.12, 0.10, 0.00, none, -0.50, 0.06; its depths: 5, 3, 3, 2, 3, 3.
    [Theory]
    [InlineData("-0.12 0.1", "--take", "2")]
    [InlineData("-0.12 0.1", "-n", "2")]
    [InlineData("0.1 0", "--skip", "1", "--limit", "2")]
    [InlineData("-0.5 -0.12 0", "--top", "3")]
    [InlineData("0.1 0.06", "--top", "2", "--by", "slack", "--descending")]
    [InlineData("-0.12 0.1", "--top", "2", "--by", "depth")]
    [InlineData("- 0.1", "--top", "2", "--by", "depth", "--ascending")]
    [InlineData("-0.12 -0.5", "--top", "2", "--by", "depth, slack")]
    [InlineData("-0.12 -", "--every", "3")]
    [InlineData("-0.5 -0.12 0 0.1 -", "--distinct", "launch_clock, capture_clock")]
    [InlineData("-0.12 0", "--where", "slack is not null", "--distinct", "group", "--skip", "1", "--top", "3")]
    public async Task Read_takes_operators(string slacks, params string[] options)
    {
        Processes.Result result = await Processes.SlacklineAsync(["read", _report, "-f", "ndjson", "--columns", "slack", "-q", .. options]);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        string found = string.Join(' ', result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line == "{}" ? "-" : line["{\"slack\":".Length..^1]));
        Assert.Equal(slacks, found);
    }

    [Fact]
    public async Task Columns_are_those_that_were_asked_for()
    {
        Processes.Result table = await Processes.SlacklineAsync("read", _report, "--select", "depth, launch_clock, capture_clock, violated, endpoint", "--take", "2");
        Assert.Equal("#  Depth  Clocks      Violated  Endpoint\n1      3  clk -> clk  true      core/dp/r2\n2      1  ext -> clk  false     core/dp/r3\n", table.Output);

        Processes.Result lines = await Processes.SlacklineAsync("read", _report, "-f", "ndjson", "--columns", "point.pin, endpoint, point.delay", "--skip", "3", "--take", "1");
        Assert.Equal("""{"endpoint":"out1","points":[{"pin":"in2","delay":0},{"pin":"out1","delay":0}]}""" + "\n", lines.Output);
    }

    [Fact]
    public async Task Groups_are_printed_as_a_table_or_as_lines()
    {
        Processes.Result table = await Processes.SlacklineAsync("read", _report, "--group-by", "group");
        string[] rows = table.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["Path", "group", "Paths", "Violating", "Viol.", "ends", "Median", "WNS", "TNS", "Worst", "slack"], Words(rows[0]));
        Assert.Equal(["io", "2", "1", "1", "-0.50", "-0.50", "-0.50", "-0.50"], Words(rows[1]));
        Assert.Equal(["unconstrained", "1", "0", "0", "-", "0.00", "0.00", "-"], Words(rows[^1]));

        Processes.Result lines = await Processes.SlacklineAsync("summary", _report, "--group-by", "type", "-f", "ndjson", "--where", "type = 'max'");
        using var group = JsonDocument.Parse(lines.Output);
        Assert.Equal(("max", 5, 2, -0.5), (Text("path_type"), Number("paths"), Number("violating"), Number("wns")));
        Assert.Equal(0.1, group.RootElement.GetProperty("slack_quantiles").GetProperty("p90").GetDouble());
        Assert.Equal(4, group.RootElement.GetProperty("slack_histogram").EnumerateArray().Sum(static bin => bin.GetProperty("count").GetInt32()));

        string? Text(string name) => group.RootElement.GetProperty(name).GetString();

        double Number(string name) => group.RootElement.GetProperty(name).GetDouble();
    }

    [Fact]
    public async Task A_sample_is_the_same_for_the_same_seed()
    {
        string[] options = ["read", _report, "-f", "ndjson", "--sample", "3", "-q"];
        string first = (await Processes.SlacklineAsync(options)).Output;
        Assert.Equal(3, first.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(first, (await Processes.SlacklineAsync([.. options, "--seed", "1"])).Output);
        Assert.NotEqual(first, (await Processes.SlacklineAsync([.. options, "--seed", "4"])).Output);
    }

    [Theory]
    [InlineData("did you mean 'depth'?", "--top", "2", "--by", "depht")]
    [InlineData("did you mean 'endpoint'?", "--distinct", "endpont")]
    [InlineData("write launch_clock, capture_clock", "--group-by", "clock")]
    [InlineData("did you mean 'slack'?", "--columns", "slck")]
    [InlineData("give --top too", "--by", "slack")]
    [InlineData("give --sample too", "--seed", "3")]
    [InlineData("contradict", "--top", "2", "--ascending", "--descending")]
    [InlineData("add --format ndjson", "--columns", "point.pin")]
    [InlineData("no paths are printed", "--columns", "slack", "--group-by", "group")]
    [InlineData("from 1 on", "--top", "0")]
    [InlineData("from 0 on", "--skip", "-1")]
    [InlineData("-n takes a whole number from 1 on, not 'many'.", "-n", "many")]
    [InlineData("--limit takes a whole number from 1 on, not '99999999999999999999'.", "--limit", "99999999999999999999")]
    [InlineData("--page-size takes a whole number from 1 on, not '1.5'.", "--page-size", "1.5")]
    [InlineData("--format takes table, ndjson, csv, frames or none, not 'xml'.", "--format", "xml")]
    public async Task Wrong_options_are_told(string message, params string[] options)
    {
        Processes.Result result = await Processes.SlacklineAsync(["read", _report, .. options]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_that_is_reached_is_an_error()
    {
        Processes.Result distinct = await Processes.SlacklineAsync("read", _report, "--distinct", "slack", "--max-keys", "2", "-f", "ndjson", "--columns", "slack");
        Assert.Equal((5, ""), (distinct.ExitCode, distinct.Output));
        Assert.Contains("more than 2 different values of slack", distinct.Errors, StringComparison.Ordinal);
        Processes.Result groups = await Processes.SlacklineAsync("summary", _report, "--max-keys", "2");
        Assert.Equal((5, ""), (groups.ExitCode, groups.Output));
    }

    [Fact]
    public async Task Several_commands_write_into_one_file()
    {
        string file = Path.Combine(_directory.FullName, "out.txt");
        await Processes.RunAsync("sh", ["-c", "(dotnet \"$0\" read \"$1\" -q; dotnet \"$0\" read \"$1\" -q -n 1) > \"$2\"", Path.Combine(AppContext.BaseDirectory, "slackline.dll"), _report, file]);
        Assert.Equal(7 + 2, (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Operators_work_on_a_running_tool()
    {
        const string Command = "report_checks -group_path_count 2000 -endpoint_path_count 3 -digits 4";
        string[] all = await LiveAsync(Command);
        string[] top = await LiveAsync(Command, "--where", "slack < 1", "--distinct", "endpoint", "--top", "5", "--by", "depth desc, slack", "--columns", "endpoint, slack, depth");
        Assert.Equal(5, top.Length);
        int[] depths = [.. top.Select(static line => (int)Number(line, "depth"))];
        Assert.Equal(depths.OrderDescending(), depths);
        Assert.Equal(5, top.Select(static line => Text(line, "endpoint")).Distinct().Count());

        // The stream comes worst first, so the first path of an endpoint is its worst one.
        Assert.All(top, line => Assert.Equal(all.Where(path => Text(path, "endpoint") == Text(line, "endpoint")).Min(static path => Number(path, "slack")), Number(line, "slack")));

        string[] groups = await LiveAsync(Command, "--group-by", "group");
        Assert.Equal(all.Length, groups.Sum(static line => Number(line, "paths")));

        string[] LiveLines(Processes.Result result) => result.ExitCode == 0 ? result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : throw new InvalidOperationException(result.Errors);

        async Task<string[]> LiveAsync(string command, params string[] options) =>
            LiveLines(await Processes.SlacklineAsync(["run", "--setup", _design.Setup, command, "-f", "ndjson", .. options]));
    }

    private static string[] Words(string row) => row.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty(name).ToString();
    }

    private static double Number(string line, string name) => double.Parse(Text(line, name), CultureInfo.InvariantCulture);
}
