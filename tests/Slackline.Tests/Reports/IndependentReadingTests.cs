using System.Globalization;
using System.Text.Json;
using Slackline.Demo;
using Slackline.Sessions;

namespace Slackline.Tests.Reports;

/// <summary>What the summary of a report and of a live command says, against a reading of the tool's own output by a script that shares nothing with Slackline (<c>reading.py</c>).</summary>
public sealed class IndependentReadingTests : IDisposable
{
    private const string GroupBy = "group, type, corner";

    private static readonly string[] s_sides = ["max", "min", "min_max"];
    private static readonly int[] s_digits = [2, 5];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("reading-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData(1, 1, 1, "1ns", "1pF")]
    [InlineData(2, 2, 2, "1ns", "1fF")]
    [InlineData(3, 3, 2, "1ps", "1fF")]
    [InlineData(4, 2, 1, "10ps", "1pF")]
    [InlineData(5, 3, 2, "1ns", "1pF")]
    [InlineData(6, 4, 1, "1ps", "10fF")]
    [InlineData(7, 5, 2, "100ps", "1fF")]
    [InlineData(8, 2, 3, "1ns", "100fF")]
    public async Task Counts_WNS_and_TNS_are_those_of_another_reading(int seed, int clocks, int corners, string time, string capacitance)
    {
        var options = new DemoOptions(Endpoints: DemoOptions.FewestEndpoints(clocks), Depth: 5 + seed, Clocks: clocks, Corners: corners, Seed: (ulong)seed, TimeUnit: time, CapacitanceUnit: capacitance);
        DemoFiles design = DemoDesign.Write(_directory.FullName, options);
        await PrintAsync(design.Setup);
        int groups = 0;
        foreach (string side in s_sides)
        {
            Dictionary<string, Totals>? live = null;
            foreach (int digits in s_digits)
            {
                string report = FileOf(side, digits);
                Dictionary<string, Totals> expected = await ReadByScriptAsync(report);
                groups += expected.Count;
                Assert.True(expected.Values.Sum(static totals => totals.Paths) > 300);
                AssertSame(expected, await SummaryAsync(report), 1e-6, $"{side}, {digits} digits");

                // The exact slacks of the tool, of which the report has the digits.
                live ??= await SummaryAsync("--setup", design.Setup, $"report_checks -path_delay {side} -group_path_count 100000 -endpoint_path_count 3");
                AssertSame(expected, live, Math.Pow(10, -digits), $"{side} live, against {digits} digits");
            }
        }

        Assert.True(groups > 20, $"only {groups} groups");
    }

    // Each endpoint adds what its digits hide; and the tool prints no more than single precision has.
    private static void AssertSame(Dictionary<string, Totals> expected, Dictionary<string, Totals> found, double unit, string what)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        foreach ((string key, Totals totals) in expected)
        {
            Totals other = found[key];
            Assert.True((totals.Paths, totals.Violating, totals.ViolatingEndpoints) == (other.Paths, other.Violating, other.ViolatingEndpoints), $"{what}: {key}: {totals}, {other}");
            Assert.True(Math.Abs(totals.Wns - other.Wns) <= (0.51 * unit) + Single(totals.Wns), $"{what}: {key}: {totals}, {other}");
            Assert.True(Math.Abs(totals.Tns - other.Tns) <= (0.51 * unit * Math.Max(1, totals.ViolatingEndpoints)) + Single(totals.Tns), $"{what}: {key}: {totals}, {other}");
        }
    }

    private static double Single(double value) => Math.Abs(value) * Math.Pow(2, -23);

    private static async Task<Dictionary<string, Totals>> ReadByScriptAsync(string report) =>
        Parse(await Processes.RunAsync("python3", [Path.Combine(AppContext.BaseDirectory, "Reports", "reading.py"), report]));

    private static async Task<Dictionary<string, Totals>> SummaryAsync(params string[] source) =>
        Parse(await Processes.SlacklineAsync(["summary", .. source, "--group-by", GroupBy, "-f", "ndjson", "-q"]));

    private static Dictionary<string, Totals> Parse(Processes.Result result)
    {
        Assert.True(result.ExitCode == 0, result.Errors);
        var groups = new Dictionary<string, Totals>();
        foreach (string line in result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            JsonElement group = json.RootElement;
            groups.Add(
                $"{Text("path_group")} | {Text("path_type")} | {Text("corner")}",
                new Totals(group.GetProperty("paths").GetInt64(), group.GetProperty("violating").GetInt64(), group.GetProperty("violating_endpoints").GetInt64(), group.GetProperty("wns").GetDouble(), group.GetProperty("tns").GetDouble()));

            string Text(string name) => group.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
        }

        return groups;
    }

    // By the tool's own shell: nothing of Slackline stands between it and the files.
    private async Task PrintAsync(string setup)
    {
        string reports = string.Concat(s_sides.SelectMany(side => s_digits.Select(digits =>
            string.Create(CultureInfo.InvariantCulture, $"report_checks -path_delay {side} $group_count 100000 $endpoint_count 3 -digits {digits} > {FileOf(side, digits)}\n"))));
        string script = Path.Combine(_directory.FullName, "print.tcl");
        await File.WriteAllTextAsync(script, $"source {setup}\n{PlainTool.SetNamesOfCounts}\n{reports}", Cancellation);
        Processes.Result result = await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", script]);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
    }

    private string FileOf(string side, int digits) => Path.Combine(_directory.FullName, string.Create(CultureInfo.InvariantCulture, $"{side}-{digits}.rpt"));

    private sealed record Totals(long Paths, long Violating, long ViolatingEndpoints, double Wns, double Tns);
}
