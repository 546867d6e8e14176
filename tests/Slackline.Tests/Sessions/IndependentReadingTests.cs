using System.Globalization;
using Slackline.Sessions;

namespace Slackline.Tests.Sessions;

/// <summary>Compares what Slackline streams with what the tool itself says of the same paths through another door: no report, no parser.</summary>
public sealed class IndependentReadingTests(DemoDesignFixture design)
{
    private const string Options = "-group_count 400 -endpoint_count 3";

    [Theory]
    [InlineData("max")]
    [InlineData("min")]
    public async Task The_paths_streamed_are_those_that_find_timing_paths_gives(string side)
    {
        await using StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }, TestContext.Current.CancellationToken);
        await session.LoadAsync(design.Setup, TestContext.Current.CancellationToken);
        IReadOnlyList<StaSessionTests.Seen> streamed = await StaSessionTests.PathsAsync(session, $"report_checks -path_delay {side} -format full -digits 9 {Options}");
        Dictionary<string, double[]> expected = await TellAsync(side);
        Dictionary<string, double[]> actual = Grouped(streamed.Select(path => ($"{Start(path)} {path.EndpointPin} {Clock(path.LaunchClock)} {Clock(path.CaptureClock)}", path.Slack)));
        Assert.True(expected.Values.Sum(slacks => slacks.Length) > 500);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach ((string ends, double[] slacks) in expected)
        {
            // get_property prints seven digits.
            Assert.Equal(slacks.Length, actual[ends].Length);
            Assert.All(slacks.Zip(actual[ends]), pair => Assert.InRange(pair.Second, pair.First - 1e-5, pair.First + 1e-5));
        }
    }

    private static string Clock(string name) => name.Length == 0 ? "-" : name;

    // A clock used as data starts at its source pin, every other path at its instance or port.
    private static string Start(StaSessionTests.Seen path) =>
        path.StartpointDetail.StartsWith("clock source", StringComparison.Ordinal) && path.Startpoint.LastIndexOf('/') is > 0 and int slash ? path.Startpoint[..slash] : path.Startpoint;

    private static Dictionary<string, double[]> Grouped(IEnumerable<(string Ends, double Slack)> paths) =>
        paths.GroupBy(path => path.Ends).ToDictionary(group => group.Key, group => group.Select(path => path.Slack).Order().ToArray());

    // The tool by itself, in a process that Slackline did not start: instance or port of the startpoint, pin of the endpoint, clocks, slack.
    private async Task<Dictionary<string, double[]>> TellAsync(string side)
    {
        string script = Path.Combine(Path.GetTempPath(), $"independent-{Guid.NewGuid():N}.tcl");
        await File.WriteAllTextAsync(
            script,
            $$"""
            source {{design.Setup}}
            proc clock { path which } {
              if { [catch { get_property $path $which } clock] || $clock eq "" || $clock eq "NULL" } { return - }
              return [get_full_name $clock]
            }
            foreach path [find_timing_paths -path_delay {{side}} {{Options}}] {
              set start [get_full_name [get_property $path startpoint]]
              set end [get_full_name [get_property $path endpoint]]
              if { [get_ports -quiet $start] eq "" } { set start [string range $start 0 [expr { [string last / $start] - 1 }]] }
              puts [format "PATH %s %s %s %s %s" $start $end [clock $path startpoint_clock] [clock $path endpoint_clock] [get_property $path slack]]
            }
            """,
            TestContext.Current.CancellationToken);
        try
        {
            Processes.Result result = await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", script]);
            return Grouped(result.Output.Split('\n').Where(line => line.StartsWith("PATH ", StringComparison.Ordinal)).Select(line =>
                (line[5..line.LastIndexOf(' ')], double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture))));
        }
        finally
        {
            File.Delete(script);
        }
    }
}
