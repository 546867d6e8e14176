using System.Globalization;
using System.Text.RegularExpressions;
using Slackline.Planning;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;
using Slackline.Reports.Reading;
using Slackline.Sessions;
using Slackline.Timing;

namespace Slackline.Tests.Planning;

/// <summary>WNS, TNS, endpoints and their worst paths of a design with memories, resets, latches and data checks, against what the real sta says of them itself.</summary>
public sealed partial class EndpointAnswersTests(DemoDesignFixture design)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("max")]
    [InlineData("min")]
    public async Task Pins_and_stages_are_the_tool_s_and_the_same_in_every_format(string side)
    {
        await using StaSession session = await LoadAsync();
        const string Count = "-group_path_count 2000";
        string pairs = await EvaluateAsync(session, $"set pairs {{}}\nforeach path [find_timing_paths -path_delay {side} {Count}] {{ lappend pairs \"PAIR [get_full_name [get_property $path startpoint]] [get_full_name [get_property $path endpoint]]\" }}\njoin $pairs \\n");
        string[] expected = [.. PairLine().Matches(pairs).Select(static pair => $"{pair.Groups[1].Value} {pair.Groups[2].Value}")];
        Assert.True(expected.Length > 500, pairs.Length < 2000 ? pairs : "few pairs");
        string[]? depths = null;
        foreach (string format in (string[])["-format full", "-format full_clock", "-format full_clock_expanded", "-format full -fields {input_pin net}", "-format full_clock_expanded -fields {input_pin net capacitance}"])
        {
            List<TimingPath> paths = await ReadAsync(session, $"report_checks -path_delay {side} {Count} {format} -digits 4");
            Assert.Equal(expected, paths.Select(static path => $"{path.StartpointPin} {path.EndpointPin}"));
            string[] depth = [.. paths.Select(static path => path.Depth.ToString(CultureInfo.InvariantCulture))];
            Assert.Equal(depths ??= depth, depth);
        }
    }

    [Theory]
    [InlineData("max", "")]
    [InlineData("max", "-digits 5")]
    [InlineData("min", "-digits 4")]
    public async Task All_totals_agree_with_each_other_and_with_the_tool(string side, string digits)
    {
        await using StaSession session = await LoadAsync();
        const string Count = "-group_path_count 5000";
        string words = await EvaluateAsync(session, side == "max" ? "report_tns -digits 5; report_wns -digits 5" : "set none 0");
        var groups = new PathGroups("type");
        var byGroup = new PathGroups("group, type");
        var histogram = new SlackHistogram();
        var endpoints = new EndpointSlacks(1_000_000);
        var pins = new Dictionary<string, double>();
        long violating = 0;
        int halfDigits = 0;
        foreach (TimingPath path in await ReadAsync(session, $"report_checks -path_delay {side} {Count} {digits}"))
        {
            groups.Add(path.Chunk, [path.Index]);
            byGroup.Add(path.Chunk, [path.Index]);
            histogram.Add(path.Chunk, [path.Index]);
            PathChunk alone = PathChunk.WithRoomFor(1);
            alone.Append(path.Chunk, path.Index);
            endpoints.Add(PathSelection.All(alone));
            if (path.Rows.Any(static row => row.Kind == DescriptionKind.SlackViolated))
            {
                violating++;
                string pin = path.Rows.TakeWhile(static row => row.Kind != DescriptionKind.DataArrival).Last(static row => row.Kind == DescriptionKind.Pin).Name;
                pins[pin] = Math.Min(path.Slack, pins.GetValueOrDefault(pin));
                halfDigits++;
            }
        }

        PathGroup all = Assert.Single(groups.Groups);
        Assert.Equal((violating, pins.Count, violating), (all.Violating, (int)all.ViolatingEndpoints, histogram.Violating));
        Assert.Equal((pins.Count, Math.Round(all.Wns, 6), Math.Round(all.Tns, 6)), (endpoints.Violating, Math.Round(endpoints.Wns, 6), Math.Round(endpoints.Tns, 6)));
        Assert.Equal(pins.Values.Sum(), all.Tns, 6);
        Assert.Equal(byGroup.Groups.Sum(static group => group.Violating), all.Violating);
        Assert.Empty(groups.Notes);
        if (side == "max")
        {
            double unit = digits.Length > 0 ? 0.00001 : 0.01;
            Assert.Equal(Number(words, "tns"), all.Tns, 0.5 * unit * halfDigits);
            Assert.Equal(Number(words, "wns"), all.Wns, unit);
        }
    }

    [Fact]
    public async Task The_worst_path_of_each_endpoint_is_its_worst()
    {
        await using StaSession session = await LoadAsync();
        const string Command = "report_checks -path_delay max -group_path_count 5000 -endpoint_path_count 3 -digits 4";
        List<TimingPath> paths = await ReadAsync(session, Command);
        await using PlannedQuery query = new QueryPlanner(session).Execute(Command);
        var kept = new List<string>();
        await foreach (PathChunk chunk in query.Paths.ReadChunksAsync(Cancellation).AsPaths().Distinct("endpoint_pin"))
        {
            kept.AddRange(Enumerable.Range(0, chunk.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{chunk[i].EndpointPin} {chunk[i].Slack:0.0000}")));
        }

        string[] expected = [.. paths.GroupBy(static path => path.EndpointPin).Select(static pin => string.Create(CultureInfo.InvariantCulture, $"{pin.Key} {pin.Min(static path => path.Slack):0.0000}"))];
        Assert.Equal(expected.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
        Assert.Contains(kept, static line => line.Contains("u_sram/A[", StringComparison.Ordinal));
        double[] slacks = [.. kept.Select(static line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture))];
        Assert.Equal(slacks.Order(), slacks);
    }

    [Fact]
    public async Task A_saved_report_that_names_no_pins_says_what_it_cannot_tell()
    {
        await using StaSession session = await LoadAsync();
        const string Count = "-group_path_count 5000";
        foreach ((string format, string note) in (IEnumerable<(string, string)>)[("slack_only", "name no endpoint"), ("end", ""), ("summary", "")])
        {
            var groups = new PathGroups("corner");
            foreach (TimingPath path in await ReadAsync(session, $"report_checks -path_delay max {Count} -format {format} -digits 5"))
            {
                groups.Add(path.Chunk, [path.Index]);
            }

            Assert.Equal(note.Length > 0, groups.Notes.Any(text => text.Contains(note.Length > 0 ? note : "endpoint", StringComparison.Ordinal)));
        }
    }

    private static double Number(string text, string name) => double.Parse(
        Regex.Match(text, $@"{name}( max)? (-?[0-9.]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[2].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"PAIR (\S+) (\S+)")]
    private static partial Regex PairLine();

    private async Task<StaSession> LoadAsync()
    {
        StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }, Cancellation);
        await session.LoadAsync(design.Setup, Cancellation);
        return session;
    }

    private static async Task<string> EvaluateAsync(StaSession session, string script)
    {
        await using StaCommand command = await session.RunAsync(new StaRequest(script), Cancellation);
        using var reader = new StreamReader(command.Output);
        string text = await reader.ReadToEndAsync(Cancellation);
        return text + await command.CompleteAsync();
    }

    private static async Task<List<TimingPath>> ReadAsync(StaSession session, string script)
    {
        var text = new MemoryStream();
        await using (StaCommand command = await session.RunAsync(new StaRequest(script), Cancellation))
        {
            await command.Output.CopyToAsync(text, Cancellation);
            await command.CompleteAsync();
        }

        text.Position = 0;
        var paths = new List<TimingPath>();
        var parser = new OpenStaStreamParser(text, new Reports.DiscardSink(), session.Units);
        for (bool more = true; more;)
        {
            var chunk = new PathChunk();
            more = parser.Fill(chunk, Cancellation);
            paths.AddRange(Enumerable.Range(0, chunk.Count).Select(i => chunk[i]));
        }

        return paths;
    }
}
