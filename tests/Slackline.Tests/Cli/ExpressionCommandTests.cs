using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Slackline.Sessions;
using Slackline.Tests.Queries;

namespace Slackline.Tests.Cli;

/// <summary>Expressions, groups by points, sums and orders of groups on the command line: on saved and live reports of the real tool, compared with a reading of the text that knows nothing of Slackline.</summary>
public sealed partial class ExpressionCommandTests(DemoDesignFixture design) : IDisposable
{
    private const string Columns = "endpoint_pin, sum(point.delay where point.cell like \"BUF*\"), count(point.cell like \"BUF*\"), arrival / 2, uncertainty, crpr, check_time, level(endpoint, 2), bus(endpoint_pin)";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("expressions-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("max", "full")]
    [InlineData("min", "full_clock_expanded")]
    public async Task Columns_are_computed_as_from_the_printed_text(string side, string format)
    {
        string command = $"report_checks -path_delay {side} -format {format} -digits 4 -group_path_count 300";
        string report = await SaveAsync(command);
        Printed[] printed = [.. Printed.Read(await File.ReadAllTextAsync(report, Cancellation))];
        Assert.True(printed.Length > 300, $"{printed.Length} paths");
        Assert.Contains(printed, static path => path.Buffers > 0);
        string[][] outputs =
        [
            await LinesAsync("read", report, "-f", "ndjson", "--columns", Columns),
            await LinesAsync("run", "--setup", design.Setup, command, "-f", "ndjson", "--columns", Columns),
        ];
        foreach (string[] lines in outputs)
        {
            Assert.Equal(printed.Length, lines.Length);

            // Of equal slacks, a running tool may give any first.
            Assert.Equal(printed.Select(static path => path.Expected).Order(StringComparer.Ordinal), lines.Select(Found).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Paths_are_counted_once_for_each_cell_that_they_go_through()
    {
        const string Command = "report_checks -format full -digits 4 -group_path_count 300";
        string report = await SaveAsync(Command);
        Printed[] printed = [.. Printed.Read(await File.ReadAllTextAsync(report, Cancellation))];
        string[] expected =
        [
            .. printed.SelectMany(static path => path.Points.Select(static point => point.Cell).Distinct().Select(cell => (cell, path)))
                .GroupBy(static hit => hit.cell, static hit => hit.path)
                .Select(static hits => (Violating: hits.Count(static path => path.Slack < 0), Text: Totals(hits.Key, [.. hits])))
                .OrderByDescending(static hits => hits.Violating).ThenBy(static hits => hits.Text, StringComparer.Ordinal)
                .Select(static hits => hits.Text),
        ];
        Assert.True(expected.Length > 10);
        foreach (string[] source in (string[][])[["summary", report], ["summary", "--setup", design.Setup, Command], ["read", report]])
        {
            string[] lines = await LinesAsync([.. source, "-f", "ndjson", "--group-by", "point.cell", "--total", "sum(point.delay where point.cell like 'BUF*')"]);
            Assert.Equal(
                expected,
                lines.Select(static line => (Number(line, "violating"), Text: FoundTotals(line, "point.cell"))).OrderByDescending(static hits => hits.Item1).ThenBy(static hits => hits.Text, StringComparer.Ordinal).Select(static hits => hits.Text));
            double[] violating = [.. lines.Select(static line => Number(line, "violating"))];
            Assert.Equal(violating.OrderDescending(), violating);
        }
    }

    [Fact]
    public async Task The_worst_path_of_each_bus_is_that_of_its_bits()
    {
        string report = await SaveAsync("report_checks -format full -digits 4 -group_path_count 2000");
        string[] lines = await LinesAsync("read", report, "-f", "ndjson", "--columns", "slack, bus(endpoint_pin)", "--distinct", "bus(endpoint_pin)");
        var expected = Printed.Read(await File.ReadAllTextAsync(report, Cancellation))
            .GroupBy(static path => PlainNames.Bus(path.EndPin, path.EndInstance), static path => path.Slack)
            .Select(static bus => $"{bus.Min().ToString(CultureInfo.InvariantCulture)} {bus.Key}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), lines.Select(static line => $"{Text(line, "slack")} {Text(line, "bus(endpoint_pin)")}").Order(StringComparer.Ordinal));
        Assert.Contains(lines, static line => line.Contains("[*]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nets_and_what_the_tool_takes_off_are_columns_in_every_format_that_prints_them()
    {
        const string Fields = "report_checks -digits 4 -group_path_count 50 -format full -fields {net slew}";
        string full = await SaveAsync(Fields);
        string text = await File.ReadAllTextAsync(full, Cancellation);
        string[] nets = [.. NetBelowPin().Matches(text).Select(static match => $"{match.Groups[1].Value} {match.Groups[2].Value}")];
        Assert.NotEmpty(nets);
        string[] lines = await LinesAsync("read", full, "-f", "ndjson", "--columns", "point.pin, point.net");
        Assert.Equal(nets, lines.SelectMany(static line => (IEnumerable<JsonElement>)Points(line)).Where(static point => point.TryGetProperty("net", out _)).Select(static point => $"{point.GetProperty("pin")} {point.GetProperty("net")}"));

        string[] violating = await LinesAsync("read", full, "-f", "ndjson", "--columns", "slack", "--where", $"any point.net = \"{nets[^1].Split(' ')[1]}\"");
        Assert.NotEmpty(violating);
    }

    [Fact]
    public async Task Loads_are_those_of_the_pins_also_where_they_stand_beside_their_nets()
    {
        const string Loads = "endpoint_pin, slack, sum(point.capacitance), max(point.capacitance), count(point.capacitance is not null)";
        string[] bare = await LinesAsync("read", await SaveAsync("report_checks -fields {slew capacitance} -digits 4 -group_path_count 100"), "-f", "csv", "--columns", Loads);
        string report = await SaveAsync("report_checks -fields {slew capacitance net fanout input_pin} -digits 4 -group_path_count 100");
        Assert.Equal(bare, await LinesAsync("read", report, "-f", "csv", "--columns", Loads));
        Assert.DoesNotContain(bare, static line => line.EndsWith(",0", StringComparison.Ordinal));

        // The first number of a row is its fanout, which pins or nets have.
        int largest = File.ReadLines(report).Select(static line => Fanout().Match(line)).Where(static row => row.Success).Max(static row => int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.True(largest > 2);
        Assert.Equal(
            [string.Create(CultureInfo.InvariantCulture, $"{largest}")],
            (await LinesAsync("read", report, "-f", "csv", "--top", "1", "--by", "max(point.fanout)", "--columns", "max(point.fanout)")).Skip(1));
    }

    [Fact]
    public async Task Where_no_slack_is_printed_nothing_is_known_to_be_met()
    {
        string report = await SaveAsync("report_checks -format short -group_path_count 20");
        string[] lines = await LinesAsync("read", report, "-f", "ndjson", "--columns", "endpoint, violated");
        Assert.NotEmpty(lines);
        Assert.All(lines, static line => Assert.False(JsonDocument.Parse(line).RootElement.TryGetProperty("violated", out _)));
        Assert.Contains((await Processes.SlacklineAsync("summary", report)).Output.Split('\n'), static line => line.Contains("printed without a slack", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_groups_are_printed_and_the_total_is_of_all()
    {
        string report = Path.Combine(_directory.FullName, "sample.rpt");
        await File.WriteAllTextAsync(report, SampleReport.Text, Cancellation);
        Processes.Result table = await Processes.SlacklineAsync("summary", report, "-q", "--group-by", "group", "--groups", "2", "--sort", "paths", "--total", "sum(point.delay), depth, violated");
        Assert.Equal((0, ""), (table.ExitCode, table.Errors));
        Assert.Equal(
            """
            Path group  Paths  Violating  Viol. ends  Median    WNS    TNS  Worst slack  sum(point.delay) [ns]  depth  violated
            io              2          1           1   -0.50  -0.50  -0.50        -0.50                   1.20      2         1
            clk             2          1           1   -0.12  -0.12  -0.12        -0.12                   5.45      4         1
            ... and 2 more groups (--groups)
            total           6          2           2    0.00  -0.50  -0.62        -0.50                   6.70      7         2

            """,
            table.Output);

        Processes.Result csv = await Processes.SlacklineAsync("summary", report, "-q", "--group-by", "group", "--groups", "1", "--sort", "key desc", "--total", "sum(point.delay), depth", "-f", "csv");
        Assert.Equal("path_group,paths,violating,violating_endpoints,median_slack,wns,tns,worst_slack,sum(point.delay) [ns],depth\nunconstrained,1,0,0,,0,0,,0,0\n", csv.Output);

        string[] lines = await LinesAsync("read", report, "--group-by", "slack < 0", "--sort", "violating asc", "--total", "abs(slack)", "-f", "ndjson", "--units", "1ps,1fF");
        Assert.Equal(["{\"value\":0.16,\"unit\":\"ps\"}", "{\"value\":0.62,\"unit\":\"ps\"}"], lines.Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("totals").GetProperty("abs(slack)").GetRawText()));
        Assert.Equal(["False", "True"], lines.Select(static line => Text(line, "slack < 0")));
    }

    [Theory]
    [InlineData("A column names a unit", "read", "--columns", "slack + 50ps")]
    [InlineData("A column names a unit", "read", "--columns", "slack < -50ps", "-f", "ndjson")]
    [InlineData("A column names a unit", "summary", "--group-by", "slack < -50ps")]
    [InlineData("The total names a unit", "summary", "--total", "sum(point.delay)")]
    [InlineData("The filter names a unit", "summary", "--total", "sum(point.delay)", "--where", "slack < 5ps")]
    [InlineData(null, "summary", "--total", "depth", "--group-by", "arrival / depth")]
    [InlineData(null, "summary", "--total", "sum(point.delay)", "--units", "1ps,1fF")]
    public async Task Where_a_unit_is_named_that_the_report_does_not_say_it_is_told(string? told, string command, params string[] options)
    {
        string report = Path.Combine(_directory.FullName, "sample.rpt");
        await File.WriteAllTextAsync(report, SampleReport.Text, Cancellation);
        Processes.Result result = await Processes.SlacklineAsync([command, report, .. options]);
        Assert.Equal((0, told is null ? "" : $"{told}, and {report} does not give its units: ns and pF are assumed. Set others with --units 1ps,1fF.\n"), (result.ExitCode, result.Errors));
    }

    [Fact]
    public async Task Groups_by_points_say_that_paths_count_several_times()
    {
        string report = Path.Combine(_directory.FullName, "sample.rpt");
        await File.WriteAllTextAsync(report, SampleReport.Text, Cancellation);
        Processes.Result data = await Processes.SlacklineAsync("summary", report, "-q", "--group-by", "level(point.instance, 1)", "--where", "type = 'max' and group = 'clk'");
        Assert.Equal(
            """
            level(point.instance, 1)  Paths  Violating  Viol. ends  Median    WNS    TNS  Worst slack
            core                          1          1           1   -0.12  -0.12  -0.12        -0.12
            _414_                         1          0           0    0.06   0.00   0.00         0.06
            _418_                         1          0           0    0.06   0.00   0.00         0.06
            total                         2          1           1   -0.12  -0.12  -0.12        -0.12
            A path counts in each group that it has a point in, and once in the total.

            """,
            data.Output);

        // Where the filter asks for a part, the points are those of the clocks, too.
        string[] pins = await LinesAsync("summary", report, "--group-by", "point.pin", "--where", "any (point.part = 'launch_clock' and point.pin like '_414_/*')", "-f", "ndjson", "--sort", "key");
        Assert.Equal(["_414_/CLK", "_414_/Q", "_418_/CLK", "_418_/D"], pins.Select(static line => Text(line, "point.pin")));
    }

    [Theory]
    [InlineData("--sort takes wns, tns, violating, endpoints, paths or key, and asc, desc or nothing after it, not 'size'.", "summary", "--sort", "size")]
    [InlineData("--sort takes wns, tns, violating, endpoints, paths or key, and asc, desc or nothing after it, not 'tns up'.", "read", "--group-by", "group", "--sort", "tns up")]
    [InlineData("--groups takes a whole number from 1 on, not '0'.", "summary", "--groups", "0")]
    [InlineData("--groups is about groups: give --group-by too.", "read", "--groups", "3")]
    [InlineData("--total: expected a number to add up, found the text 'endpoint' at column 8", "summary", "--total", "slack, endpoint")]
    [InlineData("--group-by: 'point.cell' is a value of one point of a path at column 1", "histogram", "--group-by", "point.cell")]
    [InlineData("--distinct: 'point.cell' is a value of one point of a path at column 5", "read", "--distinct", "bus(point.cell)")]
    [InlineData("--columns: expected a column, a number, a string or '(', found the end of the list at column 17\nslack, arrival /\n                ^\n", "read", "--columns", "slack, arrival /")]
    public async Task What_is_mistyped_is_told(string message, string command, params string[] options)
    {
        Processes.Result result = await Processes.SlacklineAsync([command, "no-such-file.rpt", .. options]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Computed_columns_stand_in_tables_and_csv_as_they_are_written()
    {
        string report = Path.Combine(_directory.FullName, "sample.rpt");
        await File.WriteAllTextAsync(report, SampleReport.Text, Cancellation);
        Processes.Result table = await Processes.SlacklineAsync("read", report, "-q", "--columns", "slack,  arrival  / 3, bus(endpoint), slack < 0", "--take", "2");
        Assert.Equal("#  Slack  arrival / 3  bus(endpoint)  slack < 0\n1  -0.12     0.223333  core/dp/r2     true\n2   0.10          0.1  core/dp/r3     false\n", table.Output);
        Processes.Result csv = await Processes.SlacklineAsync("read", report, "-q", "-f", "csv", "--columns", "max(slack, 0) / 3, endpoint in ('a,b')", "--skip", "1", "--take", "1");
        Assert.Equal("\"max(slack, 0) / 3\",\"endpoint in ('a,b')\"\n0.0333333333333,false\n", csv.Output);
    }

    private static string Found(string line) => string.Join(
        ' ',
        Text(line, "endpoint_pin"),
        Decimal(line, "sum(point.delay where point.cell like \"BUF*\")"),
        Text(line, "count(point.cell like \"BUF*\")"),
        Decimal(line, "arrival / 2"),
        Decimal(line, "uncertainty"),
        Decimal(line, "crpr"),
        Decimal(line, "check_time"),
        Text(line, "level(endpoint, 2)"),
        Text(line, "bus(endpoint_pin)"));

    private static string Totals(string key, Printed[] paths) => string.Join(
        ' ',
        key,
        paths.Length,
        paths.Count(static path => path.Slack < 0),
        paths.Where(static path => path.Slack < 0).Select(static path => path.EndPin).Distinct().Count(),
        Decimal(paths.Min(static path => path.Slack)),
        Decimal(paths.Sum(static path => path.Buffers)));

    private static string FoundTotals(string line, string key)
    {
        using var json = JsonDocument.Parse(line);
        JsonElement total = json.RootElement.GetProperty("totals").EnumerateObject().Single().Value;
        Assert.Equal("ns", total.GetProperty("unit").GetString());
        return string.Join(' ', Text(line, key), Text(line, "paths"), Text(line, "violating"), Text(line, "violating_endpoints"), Decimal(Math.Round(Number(line, "worst_slack"), 4)), Decimal(total.GetProperty("value").GetDouble()));
    }

    private static JsonElement.ArrayEnumerator Points(string line) => JsonDocument.Parse(line).RootElement.GetProperty("points").EnumerateArray();

    private static string Text(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty(name, out JsonElement value) ? value.ToString() : "-";
    }

    private static double Number(string line, string name) => double.Parse(Text(line, name), CultureInfo.InvariantCulture);

    private static string Decimal(string line, string name) => Text(line, name) is "-" ? "-" : Decimal(Number(line, name));

    private static string Decimal(double number) => number.ToString("F5", CultureInfo.InvariantCulture);

    private static async Task<string[]> LinesAsync(params string[] arguments)
    {
        Processes.Result result = await Processes.SlacklineAsync([.. arguments, "-q"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // The tool by itself.
    private async Task<string> SaveAsync(string command)
    {
        string report = Path.Combine(_directory.FullName, "saved.rpt");
        string script = Path.Combine(_directory.FullName, "save.tcl");
        await File.WriteAllTextAsync(script, $"source {design.Setup}\n{PlainTool.SetNamesOfCounts}\n{command.Replace("-group_path_count", "$group_count", StringComparison.Ordinal)} > {report}\n", Cancellation);
        Processes.Result result = await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", script]);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        return report;
    }

    [GeneratedRegex(@"^ +(\d+) +\d+\.\d+ ")]
    private static partial Regex Fanout();

    [GeneratedRegex(@"^.* [\^v] (\S+) \(\S+\)\n.* (\S+) \(net\)$", RegexOptions.Multiline)]
    private static partial Regex NetBelowPin();

    // A path as a person reads it.
    private sealed partial record Printed(string EndPin, string EndInstance, double Slack, double Arrival, IReadOnlyList<(string Pin, string Cell, double Delay)> Points, string Uncertainty, string Pessimism, string Check)
    {
        public double Buffers => Points.Where(static point => point.Cell.StartsWith("BUF", StringComparison.Ordinal)).Sum(static point => point.Delay);

        public string Expected => string.Join(
            ' ',
            EndPin,
            Decimal(Buffers),
            Points.Count(static point => point.Cell.StartsWith("BUF", StringComparison.Ordinal)),
            Decimal(Arrival / 2),
            Uncertainty,
            Pessimism,
            Check,
            string.Join('/', EndInstance.Split('/').Take(2)),
            PlainNames.Bus(EndPin, EndInstance));

        public static IEnumerable<Printed> Read(string report)
        {
            foreach (string text in report.Split("Startpoint: ").Skip(1))
            {
                string start = text[..text.IndexOf(' ', StringComparison.Ordinal)];
                string end = EndLine().Match(text).Groups[1].Value;
                string data = text[..text.IndexOf("data arrival time", StringComparison.Ordinal)];
                string rest = text[data.Length..];
                var pins = PinLine().Matches(data).Select(static match => (Pin: match.Groups[2].Value, Cell: match.Groups[3].Value, Delay: Value(match.Groups[1].Value))).ToList();

                // The data begins at the last pin of the startpoint, before which the clock's stand.
                int first = pins.FindIndex(pin => IsOf(pin.Pin, start));
                while (first + 1 < pins.Count - 1 && IsOf(pins[first + 1].Pin, start))
                {
                    first++;
                }

                yield return new Printed(
                    pins[^1].Pin, end, Value(SlackLine().Match(rest).Groups[1].Value), Value(ArrivalLine().Match(text).Groups[1].Value), pins[Math.Max(first, 0)..], Term(rest, "clock uncertainty"), Term(rest, "clock reconvergence pessimism"), Term(rest, "(?:library|clock gating|data check) \\w+ time"));
            }
        }

        private static bool IsOf(string pin, string instance) => pin == instance || (pin.StartsWith(instance + "/", StringComparison.Ordinal) && !pin[(instance.Length + 1)..].Contains('/', StringComparison.Ordinal));

        private static string Term(string rest, string name) => Regex.Match(rest, $@"^ *(-?[0-9.]+) +-?[0-9.]+ +(inter-)?{name}$", RegexOptions.Multiline) is { Success: true } found ? Decimal(Value(found.Groups[1].Value)) : "-";

        private static double Value(string number) => number.Length == 0 ? 0 : double.Parse(number, CultureInfo.InvariantCulture);

        [GeneratedRegex(@"^Endpoint: (\S+)", RegexOptions.Multiline)]
        private static partial Regex EndLine();

        [GeneratedRegex(@"^ *(-?[0-9.]+)? +-?[0-9.]+ [\^v] (\S+) \((\S+)\)$", RegexOptions.Multiline)]
        private static partial Regex PinLine();

        [GeneratedRegex(@"^ *(-?[0-9.]+) +slack", RegexOptions.Multiline)]
        private static partial Regex SlackLine();

        [GeneratedRegex(@"^ *(-?[0-9.]+) +data arrival time", RegexOptions.Multiline)]
        private static partial Regex ArrivalLine();
    }
}
