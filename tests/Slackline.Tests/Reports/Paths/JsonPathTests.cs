using System.Text;
using Slackline.Reports;
using Slackline.Reports.Design;
using Slackline.Reports.Paths;
using Slackline.Reports.Reading;
using Slackline.Tests.Reports.Design;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

public class JsonPathTests
{
    public static TheoryData<string> Samples => [.. JsonSamples.Checks, JsonSamples.PathAlone];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_is_one_path_and_prints_back(string sample)
    {
        BlockRecorder.Block block = BlockRecorder.Read(sample).Blocks[0];
        Assert.Equal((BlockKind.Path, sample.TrimEnd('\n') + "\n"), (block.Kind, block.Text));
    }

    [Fact]
    public void A_list_is_a_heading_its_paths_and_an_end()
    {
        List<BlockRecorder.Block> blocks = BlockRecorder.Read(JsonSamples.List(JsonSamples.Checks)).Blocks;
        Assert.IsType<JsonListHeading>(blocks[0].Report);
        Assert.IsType<JsonListEnd>(blocks[^1].Report);
        Assert.Equal(JsonSamples.Checks, blocks[1..^1].Select(static block => block.Text.Replace("},\n\n", "}\n", StringComparison.Ordinal).TrimEnd(',', '\n') + "\n"));
        Assert.All(blocks[1..^1], static block => Assert.Equal(BlockKind.Path, block.Kind));
    }

    [Fact]
    public void The_model_holds_what_the_object_says()
    {
        TimingPath path = Read(JsonSamples.Check)[0];
        Assert.Equal((PathFormat.Json, PathType.Min, "clk", 3), (path.Format, path.PathType, path.PathGroup, path.Digits));
        Assert.Equal(("_412_/Q", "_412_/D", "check against rising-edge clock clk"), (path.Startpoint, path.Endpoint, path.EndpointDetail));
        Assert.Equal(("clk", "clk"), (path.LaunchClock, path.CaptureClock));
        Assert.Equal((0.4169, -0.0375, 0.4544), (path.Arrival, path.Required, path.Slack));
        PathRow[] points = [.. path.Points.Where(static point => point.Part != PathPart.CaptureClock)];
        Assert.Equal(("_412_/Q", "_412_/D", 2), (path.StartpointPin, path.EndpointPin, path.Depth));
        Assert.Equal(
            ["clk", "clkbuf_0_clk/A", "clkbuf_0_clk/X", "clkbuf_2_3__f_clk/A", "clkbuf_2_3__f_clk/X", "_412_/CLK", "_412_/Q", "_290_/B2", "_290_/X", "_412_/D"],
            points.Select(static point => point.Name));
        Assert.Equal(("sky130_fd_sc_hd__a32o_1", 0.4168, 0.04642, 0.002542), (points[8].Cell, points[8].Time, points[8].Slew, points[8].Capacitance));
        Assert.True(double.IsNaN(points[7].Capacitance));
        Assert.Equal("_001_", path.Rows.First(static row => row.Kind == DescriptionKind.Net && row.Name.StartsWith("_0", StringComparison.Ordinal)).Name);
        Assert.Equal(-0.0375, path.Rows.Single(static row => row.Description == "margin").Delay);
    }

    [Fact]
    public void A_path_without_a_check_arrives_at_its_last_point()
    {
        PathChunk chunk = Read(JsonSamples.Unconstrained);
        TimingPath path = chunk[0];
        Assert.Equal("unconstrained", path.EndpointDetail);
        Assert.Equal(0.1003, path.Arrival);
        Assert.True(double.IsNaN(path.Required) && double.IsNaN(path.Slack));
        PathRow point = path.DataPoints.Last();
        Assert.Equal(("u1/Z", "BUF_X1", "top.v:12.3-14.5", 0.0), (point.Name, point.Cell, point.Attribute, point.Capacitance));
        int row = chunk.RowForm.LastIndexOf(RowForm.Point);
        Assert.Equal((0.000012, -0.00000034), (chunk.RowX[row], chunk.RowY[row]));
        Assert.Equal("u1", chunk.Names.GetString(chunk.RowInstance[row]));
        Assert.Equal(["h1/out", "h1/h2/out"], path.Rows.Where(static row => row.Form == RowForm.HierarchicalPin).Select(static row => row.Description));
    }

    [Fact]
    public void Keys_of_older_versions_mean_the_same()
    {
        PathChunk chunk = Read(JsonSamples.OldKeys);
        TimingPath path = chunk[0];
        Assert.Equal(("path delay", "", "clk"), (path.PathGroup, path.LaunchClock, path.CaptureClock));
        Assert.Equal((0.5123, 0.38, -0.1323), (path.Arrival, path.Required, path.Slack));
        Assert.Equal(["in1", "r1/D"], path.DataPoints.Select(static point => point.Name));
        Assert.Equal(("DFF_X1", "top.v:20.1"), (path.DataPoints.Last().Cell, path.DataPoints.Last().Attribute));
        Assert.Equal(2, path.Rows.Count(static row => row.Name == "in1" && row.Kind == DescriptionKind.Net));
        Assert.Equal(2, path.Rows.Single(static row => row.Description == "multi_cycle_path").Delay);
        Assert.Equal(0.4, path.Rows.Single(static row => row.Description == "path_delay").Delay);
    }

    [Fact]
    public void Points_may_name_no_instance()
    {
        PathChunk chunk = Read(JsonSamples.NoInstances);
        Assert.Equal(["in1", "out"], chunk[0].DataPoints.Select(static point => point.Name));
        Assert.Equal((0.05123, 0.0125, ""), (chunk[0].DataPoints.Last().Time, chunk[0].DataPoints.Last().Slew, chunk[0].DataPoints.Last().Cell));
        Assert.Equal(0.05123, chunk[0].Arrival);
    }

    [Fact]
    public void A_path_alone_has_points_and_no_times_of_its_own()
    {
        TimingPath path = Read(JsonSamples.PathAlone)[0];
        Assert.Equal(("", "", PathType.Unknown), (path.Startpoint, path.PathGroup, path.PathType));
        Assert.Equal([0, 0.08371], path.DataPoints.Select(static point => point.Time));
        Assert.True(double.IsNaN(path.Arrival) && double.IsNaN(path.Slack));
    }

    [Fact]
    public void A_list_may_open_on_the_objects_first_line()
    {
        PathChunk chunk = Read(JsonSamples.InlinePath);
        Assert.Equal([("r1/Q", 0.08371, 0.007314), ("u1/A", 0.08402, 0.00732)], chunk[0].DataPoints.Select(static point => (point.Name, point.Time, point.Slew)));
        Assert.Equal(0.000201, chunk.RowX[chunk.RowForm.IndexOf(RowForm.Point)]);
        Assert.Equal(JsonSamples.InlinePath, PathRenderer.ToText(chunk[0]));
    }

    [Fact]
    public void A_list_that_opens_on_the_first_line_and_is_cut_is_no_path()
    {
        for (int length = JsonSamples.InlinePath.IndexOf('\n', StringComparison.Ordinal) + 1; length < JsonSamples.InlinePath.Length - 1; length++)
        {
            Assert.Equal(Damage.Cut, Assert.Single(BlockRecorder.Read(JsonSamples.InlinePath[..length]).Blocks).Damage);
        }
    }

    [Fact]
    public void Keys_of_several_versions_in_one_path_are_damage()
    {
        string mixed = JsonSamples.OldKeys.Replace("\"inst\": \"\",\n      \"src\"", "\"instance\": \"\",\n      \"verilog_src\"", StringComparison.Ordinal);
        Assert.NotEqual(JsonSamples.OldKeys, mixed);
        Assert.DoesNotContain(BlockRecorder.Read(mixed).Blocks, static block => block.Kind == BlockKind.Path);
    }

    [Theory]
    [InlineData(1e-9, 1e-12, 0.4544, 0.002542)]
    [InlineData(1e-12, 1e-15, 454.4, 2.542)]
    [InlineData(1e-11, 1e-13, 45.44, 0.02542)]
    [InlineData(1e-6, 1e-18, 0.0004544, 2542)]
    public void Numbers_are_kept_in_the_units_of_the_tool(double time, double capacitance, double slack, double load)
    {
        var units = new TimingUnits(time, capacitance);
        PathChunk chunk = Read(JsonSamples.Check, units);
        Assert.Equal(units, chunk.Units);
        Assert.Equal(slack, chunk.Slack[0]);
        Assert.Equal(load, chunk[0].DataPoints.Single(static point => point.Name == "_290_/X").Capacitance);
        Assert.Equal(JsonSamples.Check, PathRenderer.ToText(chunk[0]));
    }

    [Fact]
    public void What_changes_in_the_model_changes_in_the_rendering()
    {
        PathChunk chunk = Read(JsonSamples.Check);
        chunk.SetSlack(0, -0.05);
        int row = chunk.RowForm.IndexOf(RowForm.Point);
        chunk.SetTime(row, 1.5);
        chunk.SetNumber(row, ColumnKind.Capacitance, double.NaN);
        chunk.SetNumber(row, ColumnKind.Slew, 0.25);
        string expected = JsonSamples.Check.Replace("4.544e-10", "-5.000e-11", StringComparison.Ordinal);
        int at = expected.IndexOf("      \"arrival\"", StringComparison.Ordinal);
        int end = expected.IndexOf("    }", at, StringComparison.Ordinal);
        Assert.Equal(expected[..at] + "      \"arrival\": 1.500e-09,\n      \"slew\": 2.500e-10\n" + expected[end..], PathRenderer.ToText(chunk[0]));
    }

    [Fact]
    public void Pieces_of_any_size_give_the_same_blocks()
    {
        string log = "report_checks -format json\n" + JsonSamples.List(JsonSamples.Checks) + "Warning: a.tcl, 1 x.\n" + JsonSamples.PathAlone + JsonSamples.List(JsonSamples.Check) + "done\n";
        List<BlockRecorder.Block> whole = BlockRecorder.Read(log).Blocks;
        Assert.Equal(6, whole.Count(static block => block.Kind == BlockKind.Path));
        Assert.Equal(whole, BlockRecorder.Read(log, pieceSize: 1).Blocks);
        Assert.Equal(whole, BlockRecorder.Read(log, pieceSize: 100).Blocks);
    }

    [Fact]
    public void Carriage_returns_are_kept()
    {
        var chunk = new PathChunk();
        BlockRecorder read = BlockRecorder.Read(JsonSamples.List(JsonSamples.Checks).ReplaceLineEndings("\r\n"), chunk: chunk);
        Assert.Equal(JsonSamples.Checks.Count, chunk.Count);
        Assert.All(chunk.Shape.ToArray(), static shape => Assert.True(shape.HasFlag(PathShape.CarriageReturns)));
        Assert.IsType<JsonListEnd>(read.Blocks[^1].Report);
    }

    [Fact]
    public void A_list_cut_anywhere_gives_its_whole_paths_and_names_the_cut() =>
        CutReports.Check(JsonSamples.List(JsonSamples.OldKeys, JsonSamples.Unconstrained, JsonSamples.NoInstances), mayLackLineEnd: true);

    [Theory]
    [InlineData("\"arrival\": 4.168e-10,", "\"arrival\": 4.168e-9,")]
    [InlineData("\"arrival\": 4.168e-10,", "\"arrival\": 41.68e-10,")]
    [InlineData("\"arrival\": 4.168e-10,", "\"arrival\": 0.168e-10,")]
    [InlineData("\"arrival\": 4.168e-10,", "\"arrival\": 4.1680e-10,")]
    [InlineData("\"arrival\": 4.168e-10,", "\"arrival\": 4.168e-010,")]
    [InlineData("\"arrival\": 4.168e-10,", "\"arrival\": 4.168E-10,")]
    [InlineData("\"arrival\": 4.168e-10,", "\"arrival\": 4.168e-10 ,")]
    [InlineData("\"pin\": \"_290_/X\"", "\"pin\": \"_290_ /X\"")]
    [InlineData("\"pin\": \"_290_/X\"", "\"pim\": \"_290_/X\"")]
    [InlineData("\"path_type\": \"min\"", "\"path_type\": \"mid\"")]
    [InlineData("\"source_clock_edge\": \"rise\"", "\"source_clock_edge\": \"both\"")]
    [InlineData("  \"crpr\": 0.000e+00,\n", "")]
    [InlineData("  ],\n  \"data_arrival_time\"", "  ]\n  \"data_arrival_time\"")]
    [InlineData("  ],\n  \"target_clock\"", " 9],\n  \"target_clock\"")]
    [InlineData("      \"slew\": 4.642e-11\n    },\n", "      \"slew\": 4.642e-11\n   9},\n")]
    public void An_object_that_could_not_be_printed_back_is_refused_and_no_other(string text, string refused)
    {
        Assert.Contains(text, JsonSamples.Check, StringComparison.Ordinal);
        string damaged = JsonSamples.Check.Replace(text, refused, StringComparison.Ordinal);
        BlockRecorder read = BlockRecorder.Read(JsonSamples.List(JsonSamples.OldKeys, damaged, JsonSamples.Unconstrained));
        Assert.Equal(2, read.Paths.Count());
        Assert.Single(read.Blocks, static block => block.Damage == Damage.Broken);
    }

    // The reader once took the closing bracket of the object for that of its broken list of points.
    [Theory]
    [InlineData("    \"pin\": \"r1/Q\",\n", "}\n")]
    [InlineData("]\n}", "9\n}")]
    [InlineData("  },\n  {", "9 },\n  {")]
    [InlineData("\n    \"arrival\": 8.371e-11", "\n9   \"arrival\": 8.371e-11")]
    public void A_path_alone_that_could_not_be_printed_back_is_refused(string text, string refused)
    {
        Assert.Contains(text, JsonSamples.PathAlone, StringComparison.Ordinal);
        BlockRecorder read = BlockRecorder.Read(JsonSamples.PathAlone.Replace(text, refused, StringComparison.Ordinal) + JsonSamples.PathAlone);
        Assert.Single(read.Paths);
        Assert.Single(read.Blocks, static block => block.Damage == Damage.Broken);
    }

    [Fact]
    public void Other_json_is_no_damage()
    {
        const string Other = "{\n  \"name\": \"x\",\n  \"values\": [\n    1\n  ]\n}\n";
        BlockRecorder read = BlockRecorder.Read(Other + JsonSamples.List(JsonSamples.Check) + Other);
        Assert.Single(read.Paths);
        Assert.DoesNotContain(read.Blocks, static block => block.Damage != Damage.None);
        Assert.Equal(Other + Other, string.Concat(read.Blocks.Where(static block => block.Kind == BlockKind.Verbatim).Select(static block => block.Text)));
    }

    [Fact]
    public void Other_json_behind_a_list_that_lost_its_end_is_read()
    {
        string list = JsonSamples.List(JsonSamples.Check);
        BlockRecorder read = BlockRecorder.Read(list[..list.LastIndexOf(']')] + DesignSamples.PowerJson);
        Assert.Single(read.Paths);
        Assert.IsType<PowerJsonReport>(read.Blocks[^1].Report);
    }

    [Fact]
    public void A_list_without_paths_is_read()
    {
        List<BlockRecorder.Block> blocks = BlockRecorder.Read("{\"checks\": [\n]\n}\nNo paths found.\n").Blocks;
        Assert.Equal([BlockKind.Report, BlockKind.Report, BlockKind.Report], blocks.Select(static block => block.Kind));
        Assert.DoesNotContain(blocks, static block => block.Damage != Damage.None);
    }

    private static PathChunk Read(string text, TimingUnits? units = null)
    {
        var chunk = new PathChunk();
        var parser = new OpenStaStreamParser(new MemoryStream(Encoding.UTF8.GetBytes(text)), new DiscardSink(), units ?? TimingUnits.Default);
        parser.Fill(chunk, TestContext.Current.CancellationToken);
        Assert.Equal(1, chunk.Count);
        return chunk;
    }
}
