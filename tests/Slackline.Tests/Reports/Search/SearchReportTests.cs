using Slackline.Reports;
using Slackline.Reports.Search;
using Slackline.Tests.Reports.Design;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Search;

/// <summary>The debugging reports of the search. Samples are typed after its source.</summary>
public class SearchReportTests
{
    private const string Tags = """
        0 tt ^min clk ^ clk_src clk crpr_pin null input in1
        1 tt vmax clk v (clock ideal) clk_src pll/out crpr_pin b1/Z max
        2 tt ^max unclocked clk_src null crpr_pin null segment_start Group -from {in1}

        """;

    private const string Group = """
        Group    3 hash = 9876543 ( 123)
          0 16 tt ^min clk ^ clk_src clk crpr_pin null
          1 18 tt ^max clk ^ clk_src clk crpr_pin null

        """;

    private const string Arrivals = """
        Vertex out
        Group 3
         ^ min 0.100 / -2.000 16 tt clk ^ clk_src clk crpr_pin null prev b2/Z ^ tt/min 16 b2/Z ^ -> out ^
         v max INF / 8.000 19 tt clk ^ clk_src clk crpr_pin null Group -from {in1}

        """;

    private const string Clocks = """
        tt/min clk ^ clk_src clk uncertain
        tt/max unclocked
        2 clk infos

        """;

    public static TheoryData<string> All => [Tags, Group, Arrivals, Clocks, "Longest hash bucket length 2 hash=7\n", "Vertex out\n no arrivals\n"];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_sample_is_one_report(string sample) => Assert.IsAssignableFrom<Report>(Assert.Single(BlockRecorder.Read(sample).Blocks).Report);

    [Theory]
    [MemberData(nameof(All))]
    public void A_sample_cut_anywhere_loses_no_byte_and_is_no_report(string sample)
    {
        // A last line whose end is always the same may lack its line end.
        int end = sample.EndsWith(" clk infos\n", StringComparison.Ordinal) ? sample.Length - 1 : sample.Length;
        for (int length = sample.LastIndexOf('\n', sample.Length - 2) + 2; length < end; length++)
        {
            // Lines before the cut one may be a separate report.
            string read = string.Concat(BlockRecorder.Read(sample[..length]).Blocks.Where(static block => block.Kind == BlockKind.Report).Select(static block => block.Text));
            Assert.True(read.Length < length);
        }
    }

    [Fact]
    public void A_tag_tells_clock_pins_and_exceptions()
    {
        IReadOnlyList<SearchTag> tags = Sample.Read<TagList>(Tags).Tags;
        Assert.Equal((0, "tt", Transition.Rise, PathType.Min, "clk", Transition.Rise, "in1"), (tags[0].Index, tags[0].Scene, tags[0].Transition, tags[0].PathType, tags[0].Clock, tags[0].ClockTransition, tags[0].Input));
        Assert.Equal(("clock ideal", "pll/out", "b1/Z", PathType.Max), (tags[1].ClockPath, tags[1].ClockSource, tags[1].CrprPin, tags[1].CrprPathType));
        Assert.Equal((null, true, "Group -from {in1}"), (tags[2].Clock, tags[2].IsSegmentStart, tags[2].Exceptions));
    }

    [Fact]
    public void Paths_without_a_clock_and_virtual_clocks_have_no_source()
    {
        IReadOnlyList<SearchTag> tags = Sample.Read<TagList>("5 default ^max unclocked crpr_pin null\n7 default vmin vclk ^ crpr_pin null input in1\n").Tags;
        Assert.Equal([(null, null), ("vclk", null)], tags.Select(static tag => (tag.Clock, tag.ClockSource)));
        Assert.Equal("5 default ^max unclocked clk_src clk crpr_pin null", (tags[0] with { ClockSource = "clk" }).ToString());
    }

    [Fact]
    public void A_group_has_tags_in_slots()
    {
        TagGroup group = Sample.Read<TagGroup>(Group);
        Assert.Equal((3, "9876543", "123"), (group.Index, group.Hash, group.Bucket));
        Assert.Equal([(0, 16), (1, 18)], group.Tags.Select(static slot => (slot.Slot, slot.Tag.Index!.Value)));
    }

    [Fact]
    public void Arrivals_stand_beside_required_times()
    {
        TagArrivals report = Sample.Read<TagArrivals>(Arrivals);
        Assert.Equal(("out", 3, 3), (report.Vertex, report.Group, report.Digits));
        Assert.Equal((0.1, -2.0, 16, "b2/Z ^ tt/min 16 b2/Z ^ -> out ^"), (report.Arrivals[0].Arrival, report.Arrivals[0].Required, report.Arrivals[0].Tag.Index, report.Arrivals[0].Previous));
        Assert.Equal((double.PositiveInfinity, "Group -from {in1}", null), (report.Arrivals[1].Arrival, report.Arrivals[1].Tag.Exceptions, report.Arrivals[1].Previous));
        Assert.Empty(Sample.Read<TagArrivals>("Vertex out\n no arrivals\n").Arrivals);
    }

    [Fact]
    public void Clocks_are_counted_below()
    {
        IReadOnlyList<ClockInfo> infos = Sample.Read<ClockInfoList>(Clocks).Infos;
        Assert.Equal([new("tt", PathType.Min, "clk", Transition.Rise, "clk_src clk uncertain"), new("tt", PathType.Max, null, Transition.None, "")], infos);
        Assert.DoesNotContain(BlockRecorder.Read(Clocks.Replace("2 clk", "3 clk", StringComparison.Ordinal)).Blocks, static block => block.Report is not null);
    }

    [Theory]
    [InlineData("Vertex out\nGroup 3\n")]
    [InlineData("Vertex out\n")]
    [InlineData("Group 3 of 5\n")]
    [InlineData("0 tt ^min clk clk_src clk crpr_pin null\n")]
    [InlineData("bus/max size\n")]
    public void What_only_looks_like_one_is_kept_verbatim(string text) => Assert.DoesNotContain(BlockRecorder.Read(text).Blocks, static block => block.Report is not null);
}
