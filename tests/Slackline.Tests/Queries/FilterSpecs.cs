using System.Globalization;
using Slackline.Queries;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Tests.Queries;

/// <summary>Which paths of <see cref="SampleReport"/> a filter finds.</summary>
public class FilterSpecs
{
    [Fact]
    public void Sample_report_is_read_whole()
    {
        Assert.Equal(6, SampleReport.Chunk.Count);
        Assert.Equal("slow", SampleReport.Chunk[2].Corner);
        Assert.Equal("func", SampleReport.Chunk[2].Mode);
        Assert.True(double.IsNaN(SampleReport.Chunk[3].Slack));
        Assert.Equal(["core/alu/r1/Q", "core/alu/b1/Z", "core/dp/u7/ZN", "core/dp/r2/D"], SampleReport.Chunk[0].DataPoints.Select(static point => point.Name));
    }

    [Theory]
    [InlineData("slack < 0", "0 4")]
    [InlineData("slack <= 0", "0 2 4")]
    [InlineData("slack > 0", "1 5")]
    [InlineData("slack >= 0", "1 2 5")]
    [InlineData("slack = 0.1", "1")]
    [InlineData("slack == 0.1", "1")]
    [InlineData("slack != 0.1", "0 2 4 5")]
    [InlineData("slack <> 0.1", "0 2 4 5")]
    [InlineData("-.5 = slack", "4")]
    [InlineData("5e-2 < slack", "1 5")]
    [InlineData("arrival > 1", "5")]
    [InlineData("required = 0.4", "1 4")]
    public void Numbers_compare(string filter, string paths) => Finds(filter, paths);

    [Theory]
    [InlineData("slack + 0.5 = 0", "4")]
    [InlineData("required - arrival < -0.2", "4")]
    [InlineData("slack * 2 = -1", "4")]
    [InlineData("slack / 2 = -.25", "4")]
    [InlineData("1 - 2 - 3 = -4", "0 1 2 3 4 5")]
    [InlineData("1 + 2 * 3 = 7", "0 1 2 3 4 5")]
    [InlineData("(1 + 2) * 3 = 9", "0 1 2 3 4 5")]
    [InlineData("8 / 4 / 2 = 1", "0 1 2 3 4 5")]
    [InlineData("- -slack = -0.5", "4")]
    [InlineData("-(slack) = .5", "4")]
    [InlineData("2 * -slack = 1", "4")]
    [InlineData("abs(slack) >= 0.1", "0 1 4")]
    [InlineData("min(slack, 0) = 0", "1 2 5")]
    [InlineData("MAX(arrival, required) = 0.9", "4")]
    [InlineData("arrival / depth > 1", "5")]
    public void Numbers_are_computed(string filter, string paths) => Finds(filter, paths);

    [Theory]
    [InlineData("violated and group = \"clk\"", "0")]
    [InlineData("violated && group = 'clk'", "0")]
    [InlineData("violated OR depth = 0", "0 3 4")]
    [InlineData("violated || depth = 0", "0 3 4")]
    [InlineData("not violated", "1 2 3 5")]
    [InlineData("!violated", "1 2 3 5")]
    [InlineData("not not violated", "0 4")]
    [InlineData("depth = 0 or violated and group = \"io\"", "3 4")]
    [InlineData("(depth = 0 or violated) and group = \"io\"", "4")]
    [InlineData("not violated and depth = 0", "3")]
    [InlineData("not (violated and depth = 3)", "1 2 3 4 5")]
    [InlineData("not slack < 0 or slack < -0.4", "1 2 3 4 5")]
    [InlineData("slack < 0 and slack < -0.2 or slack > 0 and slack < 0.08", "4 5")]
    public void Conditions_combine_and_before_or(string filter, string paths) => Finds(filter, paths);

    [Theory]
    [InlineData("startpoint = \"core/alu/r1\"", "0 2")]
    [InlineData("\"core/alu/r1\" = startpoint", "0 2")]
    [InlineData("startpoint != 'core/alu/r1'", "1 3 4 5")]
    [InlineData("group in (\"io\", 'clk2')", "1 2 4")]
    [InlineData("path_group not in (\"io\", 'clk2')", "0 3 5")]
    [InlineData("depth in (0, 3)", "0 3")]
    [InlineData("depth not in (1)", "0 3")]
    [InlineData("slack in (-500ps, 0.1)", "1 4")]
    [InlineData("endpoint like \"core/*\"", "0 1 2")]
    [InlineData("endpoint like \"core/dp/r?\"", "0 1")]
    [InlineData("endpoint like \"r2\"", "")]
    [InlineData("endpoint like \"*r2*\"", "0")]
    [InlineData("endpoint not like \"core/*\"", "3 4 5")]
    [InlineData("endpoint matches \"r[23]$\"", "0 1")]
    [InlineData("endpoint ~ '^out\\d'", "3 4")]
    [InlineData("endpoint not matches \"r[23]$\"", "2 3 4 5")]
    [InlineData("endpoint not ~ \"r[23]$\"", "2 3 4 5")]
    [InlineData("startpoint under \"core/alu\"", "0 2")]
    [InlineData("startpoint under \"core.alu\"", "4")]
    [InlineData("startpoint under \"core\"", "0 2 4")]
    [InlineData("startpoint under \"core/\"", "0 2 4")]
    [InlineData("endpoint under \"core/alu\"", "")]
    [InlineData("endpoint under \"core/alu2/r4\"", "2")]
    [InlineData("endpoint not under \"core\"", "3 4 5")]
    [InlineData("type = \"min\"", "2")]
    [InlineData("type = \"hold\"", "2")]
    [InlineData("type in ('setup')", "0 1 3 4 5")]
    [InlineData("path_type = \"max\" and corner is null", "0 1 3 4 5")]
    [InlineData("startpoint_detail like \"input port*\"", "1 3")]
    [InlineData("endpoint_detail = \"output port\"", "3")]
    public void Texts_compare(string filter, string paths) => Finds(filter, paths);

    [Theory]
    [InlineData("launch_clock = \"clk\"", "0 2 4 5")]
    [InlineData("capture_clock = \"clk\"", "0 1 5")]
    [InlineData("clock = \"clk\"", "0 1 2 4 5")]
    [InlineData("clock != \"clk\"", "")]
    [InlineData("clock != \"ext\"", "0 2 5")]
    [InlineData("clock like \"*2\"", "2")]
    [InlineData("clock not like \"*2\"", "0 1 4 5")]
    [InlineData("clock in (\"ext\", \"clk2\")", "1 2 4")]
    [InlineData("clock is null", "3")]
    [InlineData("clock is not null", "0 1 2 4 5")]
    [InlineData("launch_clock != capture_clock", "1 2 4")]
    [InlineData("launch_clock = capture_clock", "0 5")]
    public void Clock_is_either_clock(string filter, string paths) => Finds(filter, paths);

    [Theory]
    [InlineData("slack is null", "3")]
    [InlineData("slack is not null", "0 1 2 4 5")]
    [InlineData("constrained", "0 1 2 4 5")]
    [InlineData("not constrained", "3")]
    [InlineData("slack != 7", "0 1 2 4 5")]
    [InlineData("slack = slack", "0 1 2 4 5")]
    [InlineData("not (slack < 100)", "3")]
    [InlineData("slack not in (1, 2)", "0 1 2 4 5")]
    [InlineData("min(slack, 0) is null", "3")]
    [InlineData("corner = \"slow\"", "2")]
    [InlineData("scene != \"fast\"", "2")]
    [InlineData("corner not in (\"fast\")", "2")]
    [InlineData("corner not like \"f*\"", "2")]
    [InlineData("not (corner = \"slow\")", "0 1 3 4 5")]
    [InlineData("mode is null", "0 1 3 4 5")]
    [InlineData("mode is not null", "2")]
    [InlineData("corner = mode", "")]
    [InlineData("corner != mode", "2")]
    [InlineData("0 / 0 is null", "0 1 2 3 4 5")]
    public void Nothing_compares_with_a_blank(string filter, string paths) => Finds(filter, paths);

    [Theory]
    [InlineData("any point.cell like \"*BUF*\"", "0 1")]
    [InlineData("any point.cell = \"in\"", "1 3")]
    [InlineData("no point.cell like \"*BUF*\"", "2 3 4 5")]
    [InlineData("no point.pin under \"core/dp\"", "2 3 4 5")]
    [InlineData("all point.slew < 0.3", "0 1 3")]
    [InlineData("no point.slew >= 0.3", "0 1 3 5")]
    [InlineData("all point.edge = \"rise\"", "1 3 4")]
    [InlineData("any point.edge = \"fall\" and violated", "0")]
    [InlineData("count(point.cell like \"DFF*\") >= 2", "0 2")]
    [InlineData("count(point.cell like \"*BUF*\") = 1", "0 1")]
    [InlineData("count(point.fanout is not null) = depth", "0 2 4")]
    [InlineData("any (point.cell like \"*BUF*\" and point.delay > 0.2)", "0")]
    [InlineData("any point.cell like \"*BUF*\" and any point.delay > 0.2", "0")]
    [InlineData("any not point.cell like \"DFF*\"", "0 1 3 4 5")]
    [InlineData("not any point.fanout > 3", "0 1 3 5")]
    [InlineData("any point.fanout in (4, 9)", "2 4")]
    [InlineData("any point.cap > 80fF", "4")]
    [InlineData("any point.capacitance = 0.05pF", "0")]
    [InlineData("any point.variation >= 100 ps", "4")]
    [InlineData("any point.time > 0.8 ns", "4 5")]
    [InlineData("any (point.delay / point.time = 1 and point.edge = \"rise\")", "1 4")]
    [InlineData("depth > 2", "0")]
    [InlineData("depth = 0", "3")]
    public void Points_are_the_data_path(string filter, string paths) => Finds(filter, paths);

    [Theory]
    [InlineData("slack < -400ps", "4")]
    [InlineData("slack <= -500 ps", "4")]
    [InlineData("slack = 100ps", "1")]
    [InlineData("slack = 100000fs", "1")]
    [InlineData("slack = 1e-4us", "1")]
    [InlineData("slack = 1E-7MS", "1")]
    [InlineData("slack = .0000000001s", "1")]
    [InlineData("any point.cap = 0.00009nF", "4")]
    public void Numbers_with_units_are_converted(string filter, string paths) => Finds(filter, paths);

    [Fact]
    public void Numbers_with_units_follow_the_units_of_the_report()
    {
        var units = new TimingUnits(1e-11, 1e-15);

        // The same digits, in units of 10 ps and of 1 fF.
        PathChunk chunk = SampleReport.Read(SampleReport.Text, units);
        Assert.Equal([4], Find(PathFilter.Parse("slack < -4ps"), chunk));
        Assert.Equal([1], Find(PathFilter.Parse("slack = 1ps"), chunk));
        Assert.Equal([4], Find(PathFilter.Parse("any point.cap = 90e-3fF"), chunk));
        Assert.Equal([4], Find(PathFilter.Parse("slack < -0.4"), chunk));
    }

    [Fact]
    public void A_filter_follows_the_units_of_each_chunk_that_it_meets()
    {
        PathFilter filter = PathFilter.Parse("slack = 1ps");
        PathChunk other = SampleReport.Read(SampleReport.Text, new TimingUnits(1e-11, 1e-15));
        Assert.Equal("", Find(filter));
        Assert.Equal([1], Find(filter, other));
        Assert.Equal("", Find(filter));
        Assert.Equal([1], Find(filter, other));
    }

    [Fact]
    public void A_number_that_is_too_large_for_a_unit_is_larger_than_all() =>
        Assert.Equal([0, 1, 2, 3, 4, 5], Find(PathFilter.Parse("arrival < 1e300s"), SampleReport.Read(SampleReport.Text, new TimingUnits(1e-15, 1e-15))));

    [Theory]
    [InlineData("""startpoint = "a\"b" """, "a\"b")]
    [InlineData("""startpoint = 'a\'b' """, "a'b")]
    [InlineData("""startpoint = "a\\b" """, "a\\b")]
    [InlineData("""startpoint = "bus\[0\]" """, "bus\\[0\\]")]
    [InlineData("""startpoint = "a'b" """, "a'b")]
    [InlineData("""startpoint = 'a"b' """, "a\"b")]
    public void Backslashes_escape_quotes_and_backslashes_only(string filter, string startpoint) =>
        Assert.Equal([0], Find(PathFilter.Parse(filter), OnePath(startpoint)));

    [Theory]
    [InlineData("*", "x", true)]
    [InlineData("?", "x", true)]
    [InlineData("?", "é", true)]
    [InlineData("??", "é", false)]
    [InlineData("", "x", false)]
    [InlineData("a*b*c", "aXbXbXc", true)]
    [InlineData("a*b*c", "aXbXbX", false)]
    [InlineData("*a", "aaab", false)]
    [InlineData("*ab", "aaab", true)]
    [InlineData("a**", "a", true)]
    [InlineData("q[3]", "q[3]", true)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "x", false)]
    [InlineData("\\?\\*", "?*", true)]
    [InlineData("a\\[", "a\\[", true)]
    [InlineData("*\\\\", "x\\", true)]
    public void Globs_fit_the_whole_text(string glob, string name, bool fits) =>
        Assert.Equal(fits ? [0] : [], Find(PathFilter.Parse($"startpoint like '{glob}'"), OnePath(name)));

    [Fact]
    public void Keywords_and_columns_may_be_written_in_any_case() =>
        Finds("SLACK Is NoT Null AND Group IN ('clk') AND ANY Point.Cell LIKE 'CLK*'", "0");

    [Fact]
    public void White_space_does_not_matter() => Finds("\n\tslack<0\r\n  and\tgroup='clk'\n", "0");

    [Fact]
    public void A_column_that_the_report_does_not_print_is_blank()
    {
        PathChunk chunk = SampleReport.Read(SampleReport.Text[SampleReport.Text.IndexOf("Startpoint: _414_", StringComparison.Ordinal)..]);
        Assert.Equal(1, chunk.Count);
        Assert.Equal([], Find(PathFilter.Parse("any point.slew >= 0 or any point.fanout >= 0 or any point.cap >= 0"), chunk));
        Assert.Equal([0], Find(PathFilter.Parse("all point.slew is null and all point.fanout is null"), chunk));
    }

    [Fact]
    public void A_filter_is_used_for_many_chunks()
    {
        PathFilter filter = PathFilter.Parse("startpoint like 'core*' and any point.cell like '*BUF*'");
        PathChunk other = OnePath("core/x");
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal("0", Find(filter));
            Assert.Equal([], Find(filter, other));
        }
    }

    [Fact]
    public void A_chunk_may_be_refilled_between_matches()
    {
        PathFilter filter = PathFilter.Parse("startpoint = 'a'");
        PathChunk chunk = OnePath("a");
        Assert.Equal([0], Find(filter, chunk));
        chunk.Clear();
        Assert.Equal([], Find(filter, chunk));
        SampleReport.Fill(chunk, OnePathText("b"));
        Assert.Equal([], Find(filter, chunk));
    }

    [Fact]
    public void The_destination_must_hold_every_path() =>
        Assert.Throws<ArgumentException>(() => PathFilter.Parse("violated").Match(SampleReport.Chunk, new int[5]));

    [Fact]
    public void A_filter_keeps_its_text() => Assert.Equal(" slack<0 ", PathFilter.Parse(" slack<0 ").Text);

    [Fact]
    public void Every_column_may_be_asked_for_by_all_its_names()
    {
        foreach (Column column in PathSchema.Columns.All)
        {
            foreach (string name in column.Synonyms.Append(column.Name))
            {
                string test = column.Type == ColumnType.Flag ? name : $"{name} is not null";
                PathFilter.Parse(column.IsPoint ? "any " + test : test).Match(SampleReport.Chunk, new int[6]);
            }
        }
    }

    [Theory]
    [InlineData("slack < -50ps and any point.cell like \"*BUF*\"")]
    [InlineData("group in (\"clk\", \"io\") and endpoint under \"core/alu\" and not clock = \"scan_clk\"")]
    [InlineData("launch_clock != capture_clock and count(point.cell like \"DLY*\") > 3")]
    [InlineData("violated and arrival / depth > 80ps and no point.fanout > 32")]
    [InlineData("any point.delay / point.slew < 2")]
    public void The_examples_of_the_documentation_are_filters(string filter) => PathFilter.Parse(filter);

    /// <summary>Versions of the tool name groups of its own differently: to the group's column each is both, to patterns and other columns only itself.</summary>
    [Theory]
    [InlineData("**async_default**", "group = \"asynchronous\"", true)]
    [InlineData("asynchronous", "group = \"**async_default**\"", true)]
    [InlineData("asynchronous", "group in (\"g\", \"**async_default**\")", true)]
    [InlineData("gated clock", "group = \"**clock_gating_default**\"", true)]
    [InlineData("**default**", "group = \"path delay\"", true)]
    [InlineData("(none)", "group = \"unconstrained\"", true)]
    [InlineData("asynchronous", "group != \"**async_default**\"", false)]
    [InlineData("asynchronous", "group not in (\"**async_default**\")", false)]
    [InlineData("asynchronous", "group = \"**default**\"", false)]
    [InlineData("asynchronous", "group like \"**async_default**\"", false)]
    [InlineData("asynchronous", "group like \"async*\"", true)]
    [InlineData("g", "startpoint = \"unconstrained\"", true)]
    [InlineData("g", "startpoint = \"(none)\"", false)]
    public void A_group_is_known_by_all_its_names(string printed, string filter, bool holds)
    {
        PathChunk chunk = SampleReport.Read(OnePathText("unconstrained").Replace("Path Group: g", $"Path Group: {printed}", StringComparison.Ordinal));
        Assert.Equal(printed, chunk[0].PathGroup);
        Assert.Equal(holds ? [0] : [], Find(PathFilter.Parse(filter), chunk));
    }

    private static void Finds(string filter, string paths) => Assert.Equal(paths, Find(PathFilter.Parse(filter)));

    private static string Find(PathFilter filter) =>
        string.Join(' ', Find(filter, SampleReport.Chunk).Select(static path => path.ToString(CultureInfo.InvariantCulture)));

    private static int[] Find(PathFilter filter, PathChunk chunk)
    {
        var matches = new int[PathChunk.Capacity];
        return matches[..filter.Match(chunk, matches)];
    }

    private static PathChunk OnePath(string startpoint) => SampleReport.Read(OnePathText(startpoint));

    private static string OnePathText(string startpoint) =>
        $"Startpoint: {startpoint} (input port)\nEndpoint: out (output port)\nPath Group: g\nPath Type: max\n\n\n";
}
