using System.Globalization;
using System.Text.Json;
using Slackline.Demo;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Tests.Cli;

/// <summary>The same filters on the same design in other units: live, kept and saved, with the real sta.</summary>
public sealed class UnitCommandTests : IDisposable
{
    private const string Query = "report_checks -group_path_count 2000 -digits 4";
    private const string Filter = "slack < -50ps and any point.capacitance > 0.004pF";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("units-");
    private readonly Dictionary<string, string> _environment;

    public UnitCommandTests() => _environment = new Dictionary<string, string> { ["SLACKLINE_STATE"] = Path.Combine(_directory.FullName, "state") };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("1ns", "1fF", 1e-9, 1e-15)]
    [InlineData("1ps", "1fF", 1e-12, 1e-15)]
    [InlineData("10ps", "10fF", 1e-11, 1e-14)]
    public async Task A_filter_with_units_means_the_same_live_kept_and_saved(string timeUnit, string capacitanceUnit, double seconds, double farads)
    {
        DemoFiles design = DemoDesign.Write(_directory.FullName, new DemoOptions(Endpoints: 700, Depth: 8, TimeUnit: timeUnit, CapacitanceUnit: capacitanceUnit));
        string fields = Query + " -fields capacitance";
        Processes.Result all = await SlacklineAsync("run", "-s", design.Setup, fields, "-f", "ndjson", "--columns", "slack, endpoint, point.capacitance", "--keep");
        string[] expected = [.. Lines(all.Output).Where(line => IsWanted(line, seconds, farads)).Select(Endpoint).Order(StringComparer.Ordinal)];
        Assert.InRange(expected.Length, 3, Lines(all.Output).Length / 2);

        Processes.Result live = await SlacklineAsync("run", "-s", design.Setup, fields, "-f", "ndjson", "--where", Filter);
        Assert.Equal(expected, Lines(live.Output).Select(Endpoint).Order(StringComparer.Ordinal));

        string id = all.Errors.Split("stream ")[1][..32];
        Processes.Result kept = await SlacklineAsync("read", id, "-f", "ndjson", "--where", Filter);
        Assert.Equal(expected, Lines(kept.Output).Select(Endpoint).Order(StringComparer.Ordinal));

        string report = Path.Combine(_directory.FullName, "saved.rpt");
        await File.WriteAllTextAsync(report, (await SlacklineAsync("show", id, "--count", "100000")).Output, Cancellation);
        Processes.Result saved = await SlacklineAsync("read", report, "--units", $"{timeUnit},{capacitanceUnit}", "-f", "ndjson", "--where", Filter);
        AssertAsPrinted(expected, saved.Output);
        string keptReport = (await SlacklineAsync("read", report, "--units", $"{timeUnit},{capacitanceUnit}", "--keep", "-f", "none")).Output.Trim();
        Processes.Result keptAgain = await SlacklineAsync("read", keptReport.Split(' ')[^1], "-f", "ndjson", "--where", Filter);
        AssertAsPrinted(expected, keptAgain.Output);

        await using var stream = PagedStream.Open(SpoolDirectory.At(_environment["SLACKLINE_STATE"]), id);
        Assert.Equal(new TimingUnits(seconds, farads), stream.Units);
    }

    private static bool IsWanted(string line, double seconds, double farads)
    {
        using var path = JsonDocument.Parse(line);
        return path.RootElement.TryGetProperty("slack", out JsonElement slack)
            && slack.GetDouble() * seconds < -50e-12
            && path.RootElement.GetProperty("points").EnumerateArray().Any(point => point.TryGetProperty("capacitance", out JsonElement load) && load.GetDouble() * farads > 4e-15);
    }

    private static string Endpoint(string line)
    {
        using var path = JsonDocument.Parse(line);
        return string.Create(CultureInfo.InvariantCulture, $"{path.RootElement.GetProperty("endpoint").GetString()} {path.RootElement.GetProperty("slack").GetDouble()}");
    }

    // A saved report has the slack with the digits that were printed, a running tool the exact one.
    private static void AssertAsPrinted(IReadOnlyCollection<string> exact, string output)
    {
        string[] printed = [.. Lines(output).Select(Endpoint).Order(StringComparer.Ordinal)];
        Assert.Equal(exact.Select(Name).Order(StringComparer.Ordinal), printed.Select(Name).Order(StringComparer.Ordinal));
        Assert.All(exact.OrderBy(Name, StringComparer.Ordinal).ThenBy(Slack).Zip(printed.OrderBy(Name, StringComparer.Ordinal).ThenBy(Slack)), static pair =>
            Assert.InRange(Slack(pair.Second), Slack(pair.First) - 1e-4, Slack(pair.First) + 1e-4));

        static string Name(string line) => line[..line.LastIndexOf(' ')];

        static double Slack(string line) => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Task<Processes.Result> SlacklineAsync(params string[] arguments) => Processes.SlacklineAsync(_environment, arguments);
}
