using System.Globalization;
using System.Text;
using Slackline.Queries;
using Slackline.Reports.Reading;
using Slackline.Tests.Reports;
using Slackline.Tests.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Queries;

/// <summary>Filters on paths in JSON: its seconds and farads are kept in the tool's units, and so are the filter's numbers.</summary>
public class JsonFilterSpecs
{
    // Slacks 454.4 ps, none, -132.3 ps, none; the samples say the rest.
    private static readonly byte[] s_report = Encoding.UTF8.GetBytes(JsonSamples.List(JsonSamples.Check, JsonSamples.Unconstrained, JsonSamples.OldKeys, JsonSamples.NoInstances));

    /// <summary>Filters whose numbers have units, with what they find whatever the units of the tool.</summary>
    public static TheoryData<string, string> WithUnits => new()
    {
        { "slack < -50ps", "2" },
        { "slack < -132ps", "2" },
        { "slack < -133ps", "" },
        { "slack = -132.3ps", "2" },
        { "slack = 0.4544ns", "0" },
        { "slack = 454400fs", "0" },
        { "slack > 1e-12s", "0" },
        { "slack is null", "1 3" },
        { "arrival > 100ps and arrival < 101ps", "1" },
        { "arrival = 51.23ps", "3" },
        { "required = -37.5ps", "0" },
        { "abs(slack) > 200ps", "0" },
        { "any (point.part is not null and point.slew > 100ps)", "0" },
        { "any point.slew = 12.5ps", "2 3" },
        { "all point.slew < 20ps", "1 2 3" },
        { "any (point.pin = \"_290_/X\" and point.slew = 46.42ps)", "0" },
        { "any point.time = 416.8ps", "0" },
        { "any (point.part is not null and point.capacitance > 30fF)", "0" },
        { "any point.capacitance = 2.542fF", "0" },
        { "any point.cap = 0.9747fF", "1" },
        { "any point.cap = 0.0009747pF", "1" },
        { "any point.cap > 0.04pF", "" },
        { "no point.capacitance >= 1fF", "1 2 3" },
        { "count(point.part = \"launch_clock\" and point.capacitance > 35fF) = 1", "0" },
        { "any point.slew / point.time > 0.2", "0 3" },
    };

    [Theory]
    [MemberData(nameof(WithUnits))]
    public void Numbers_with_units_find_the_same_paths_in_any_library(string filter, string paths)
    {
        foreach (TimingUnits units in (TimingUnits[])[TimingUnits.Default, new(1e-12, 1e-15), new(1e-11, 1e-13), new(1e-10, 1e-14), new(1, 1)])
        {
            Assert.Equal((units, paths), (units, Find(filter, units)));
        }
    }

    [Theory]
    [InlineData("slack = -0.1323", 1e-9, 1e-12, "2")]
    [InlineData("slack = -132.3", 1e-12, 1e-15, "2")]
    [InlineData("slack = -13.23", 1e-11, 1e-13, "2")]
    [InlineData("any point.cap = 2.542", 1e-12, 1e-15, "0")]
    [InlineData("any point.cap = 0.002542", 1e-9, 1e-12, "0")]
    public void Numbers_without_units_are_in_those_of_the_library(string filter, double time, double capacitance, string paths) =>
        Assert.Equal(paths, Find(filter, new TimingUnits(time, capacitance)));

    [Theory]
    [InlineData("group = \"path delay\"", "2")]
    [InlineData("type = \"min\"", "0 3")]
    [InlineData("launch_clock = \"clk\"", "0")]
    [InlineData("capture_clock = \"clk\"", "0 2")]
    [InlineData("endpoint like \"*/D\"", "0 2")]
    [InlineData("any point.cell = \"BUF_X1\"", "1")]
    [InlineData("any (point.part = \"launch_clock\" and point.pin under \"clkbuf_0_clk\")", "0")]
    [InlineData("any point.net = \"ctrl.state.out[1]\"", "0")]
    [InlineData("any (point.part = \"launch_clock\" and point.net = \"clknet_0_clk\")", "0")]
    [InlineData("any point.source like \"top.v:*\"", "1 2")]
    [InlineData("check_time = -37.5ps and crpr = 0", "0")]
    [InlineData("check_time is null and crpr is null", "1 3")]
    [InlineData("uncertainty is not null", "")]
    [InlineData("level(endpoint, 9) = endpoint", "1 3")]
    [InlineData("depth = 2", "0")]
    [InlineData("any point.cell = \"top\"", "")]
    [InlineData("any (point.pin = \"in2\" and point.cell is null)", "1")]
    [InlineData("depth < 2", "1 2 3")]
    [InlineData("any point.delay is not null or any point.fanout is not null or any point.edge is not null", "")]
    public void Names_are_those_of_the_object_and_what_it_does_not_say_is_blank(string filter, string paths) => Assert.Equal(paths, Find(filter, TimingUnits.Default));

    private static string Find(string filter, TimingUnits units)
    {
        var chunk = new PathChunk();
        new OpenStaStreamParser(new MemoryStream(s_report), new BlockRecorder(), units).Fill(chunk, TestContext.Current.CancellationToken);
        Assert.Equal(4, chunk.Count);
        var matches = new int[chunk.Count];
        int count = PathFilter.Parse(filter).Match(chunk, matches);
        return string.Join(' ', matches[..count].Select(static path => path.ToString(CultureInfo.InvariantCulture)));
    }
}
