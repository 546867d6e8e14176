using System.Text.Json;
using Slackline.Sessions;
using Slackline.Tests.Reports;

namespace Slackline.Tests.Cli;

/// <summary><c>slackline diff</c> with reports of the real tool, before and after a change of its clocks, against a comparison made here.</summary>
public sealed class DiffCommandTests(DemoDesignFixture design) : IDisposable
{
    private const string Command = "report_checks -path_delay min_max -group_path_count 100000 -endpoint_path_count 2 -digits 4";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("diff-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Every_endpoint_that_changed_is_told_once_and_no_other()
    {
        string before = await SaveAsync("before", "");
        string after = await SaveAsync("after", "set_clock_uncertainty -setup 0.3 [get_clocks core_clk]\nset_clock_uncertainty -hold 0.0 [get_clocks io_clk]");
        Dictionary<(string, string), (double Slack, bool IsViolated)> then = await WorstAsync(before);
        Dictionary<(string, string), (double Slack, bool IsViolated)> now = await WorstAsync(after);
        string[] expected =
        [
            .. then.Keys.Union(now.Keys).Select(key => (Key: key, Was: then.GetValueOrDefault(key), Is: now.GetValueOrDefault(key))).Select(change => (change.Key, change.Was, change.Is, Kind: (change.Was.IsViolated, change.Is.IsViolated) switch
            {
                (false, true) => "new",
                (true, false) => "fixed",
                (true, true) when change.Is.Slack < change.Was.Slack => "worse",
                (true, true) when change.Is.Slack > change.Was.Slack => "better",
                _ => "",
            })).Where(static change => change.Kind.Length > 0).Select(static change => FormattableString.Invariant($"{change.Kind} {change.Key.Item1} {change.Key.Item2} {change.Was.Slack} {change.Is.Slack}")).Order(StringComparer.Ordinal),
        ];
        Assert.True(expected.Length > 20, $"only {expected.Length} changed");

        Processes.Result lines = await Processes.SlacklineAsync("diff", before, after, "-f", "ndjson");
        Assert.Equal((0, ""), (lines.ExitCode, lines.Errors));
        Assert.Equal(expected, lines.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line =>
        {
            using var change = JsonDocument.Parse(line);
            JsonElement root = change.RootElement;
            return FormattableString.Invariant($"{root.GetProperty("change").GetString()} {root.GetProperty("endpoint_pin").GetString()} {root.GetProperty("path_type").GetString()} {root.GetProperty("slack_before").GetDouble()} {root.GetProperty("slack_after").GetDouble()}");
        }).Order(StringComparer.Ordinal));

        Processes.Result csv = await Processes.SlacklineAsync("diff", before, after, "-f", "csv");
        Assert.Equal(expected.Length + 1, csv.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Processes.Result table = await Processes.SlacklineAsync("diff", before, after, "--fail-on", "worse");
        Assert.Equal(1, table.ExitCode);
        Assert.Contains($"{expected.Count(static change => change.StartsWith("new ", StringComparison.Ordinal)):N0} new", table.Output, StringComparison.Ordinal);

        Processes.Result same = await Processes.SlacklineAsync("diff", before, before, "--fail-on", "worse", "-f", "ndjson");
        Assert.Equal((0, ""), (same.ExitCode, same.Output));
    }

    [Fact]
    public async Task Two_designs_are_run_and_compared()
    {
        string other = Path.Combine(Path.GetDirectoryName(design.Setup)!, $"other-{Guid.NewGuid():N}.tcl");
        await File.WriteAllTextAsync(other, $"{await File.ReadAllTextAsync(design.Setup, Cancellation)}\nset_clock_uncertainty -setup 0.3 [get_clocks core_clk]\n", Cancellation);
        try
        {
            Processes.Result live = await Processes.SlacklineAsync("diff", design.Setup, other, "--run", "report_checks -group_path_count 100000", "-f", "ndjson");
            Assert.Equal(0, live.ExitCode);
            Assert.True(live.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length > 10, live.Errors);
        }
        finally
        {
            File.Delete(other);
        }
    }

    [Fact]
    public async Task What_cannot_be_compared_is_not()
    {
        string setup = Save("setup.rpt", SamplePaths.Wrapped);
        string hold = Save("hold.rpt", SamplePaths.Wrapped.Replace("Path Type: max", "Path Type: min", StringComparison.Ordinal));
        await Fails(2, "they are of different checks: setup (max) before, hold (min) after", "diff", setup, hold);
        await Fails(3, "nothing is compared", "diff", setup, Save("cut.rpt", SamplePaths.Wrapped + "\n\n" + SamplePaths.Wrapped[..200]));
        await Fails(3, "There is no file", "diff", setup, setup + ".nosuch");
        await Fails(2, "BEFORE AFTER is missing", "diff", setup);
        await Fails(2, "--run takes a Tcl script", "diff", "no.tcl", "such.tcl", "--run", "report_checks");
    }

    private static async Task Fails(int exitCode, string message, params string[] arguments)
    {
        Processes.Result result = await Processes.SlacklineAsync(arguments);
        Assert.Equal((exitCode, "", message), (result.ExitCode, result.Output, result.Errors.Contains(message, StringComparison.Ordinal) ? message : result.Errors));
    }

    // The worst slack of each endpoint, and whether it is violated, by the lines of 'read'.
    private static async Task<Dictionary<(string Endpoint, string Type), (double Slack, bool IsViolated)>> WorstAsync(string report)
    {
        var worst = new Dictionary<(string, string), (double Slack, bool IsViolated)>();
        Processes.Result read = await Processes.SlacklineAsync("read", report, "-f", "ndjson", "--columns", "endpoint_pin, type, slack, violated");
        foreach (string line in read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var path = JsonDocument.Parse(line);
            (string, string) key = (path.RootElement.GetProperty("endpoint_pin").GetString()!, path.RootElement.GetProperty("path_type").GetString()!);
            if (path.RootElement.TryGetProperty("slack", out JsonElement slack) && slack.ValueKind == JsonValueKind.Number && (!worst.TryGetValue(key, out (double Slack, bool) known) || slack.GetDouble() < known.Slack))
            {
                worst[key] = (slack.GetDouble(), path.RootElement.GetProperty("violated").GetBoolean());
            }
        }

        return worst;
    }

    private async Task<string> SaveAsync(string name, string change)
    {
        string report = Path.Combine(_directory.FullName, name + ".rpt");
        string script = Save(name + ".tcl", $"source {design.Setup}\n{change}\n{PlainTool.SetNamesOfCounts}\n{Command.Replace("-group_path_count", "$group_count", StringComparison.Ordinal).Replace("-endpoint_path_count", "$endpoint_count", StringComparison.Ordinal)} > {report}\n");
        Processes.Result result = await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", script]);
        Assert.Equal(0, result.ExitCode);
        return report;
    }

    private string Save(string name, string text)
    {
        string file = Path.Combine(_directory.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
