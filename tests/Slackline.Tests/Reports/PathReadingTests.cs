using System.Text;
using CsCheck;
using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Tests.Reports;

public class PathReadingTests
{
    public static TheoryData<string> Samples => [.. SamplePaths.WithTable];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_is_one_path_and_prints_back(string sample)
    {
        BlockRecorder.Block block = Assert.Single(BlockRecorder.Read(sample).Blocks);
        Assert.Equal(BlockKind.Path, block.Kind);
    }

    [Fact]
    public void The_model_holds_what_the_report_says()
    {
        PathChunk chunk = Fill(SamplePaths.Fields);
        TimingPath path = chunk[0];
        Assert.Equal("l1", path.Startpoint);
        Assert.Equal("positive level-sensitive latch clocked by clk", path.StartpointDetail);
        Assert.Equal("r2", path.Endpoint);
        Assert.Equal("clk", path.PathGroup);
        Assert.Equal(PathType.Max, path.PathType);
        Assert.Equal("clk", path.LaunchClock);
        Assert.Equal("clk", path.CaptureClock);
        Assert.Equal((0.80, 0.96, 0.16), (path.Arrival, path.Required, path.Slack));
        Assert.Equal(2, path.Digits);
        PathRow[] points = [.. path.DataPoints];
        Assert.Equal(["l1/Q", "b3/A", "b3/Z", "r2/D"], points.Select(point => point.Name));
        Assert.Equal(["l1/G", "l1/D"], path.Points.Where(static point => point.Part == PathPart.LaunchClock).Select(static point => point.Name));
        Assert.Equal(("l1/Q", "r2/D", 2), (path.StartpointPin, path.EndpointPin, path.Depth));
        Assert.Equal("BUF_X1", points[2].Cell);
        Assert.Equal((Transition.Fall, 0.15, 0.80, 0.04), (points[2].Transition, points[2].Delay, points[2].Time, points[2].Slew));
        PathRow net = path.Rows.Single(row => row.Name == "q2");
        Assert.Equal((DescriptionKind.Net, 1, 0.01), (net.Kind, net.Fanout, net.Capacitance));
        Assert.True(double.IsNaN(net.Delay));
    }

    [Fact]
    public void An_unconstrained_path_has_no_slack()
    {
        TimingPath path = Fill(SamplePaths.Unconstrained)[0];
        Assert.Equal(0.06, path.Arrival);
        Assert.True(double.IsNaN(path.Slack));
        Assert.True(double.IsNaN(path.Required));
        Assert.Equal("", path.LaunchClock);
    }

    [Fact]
    public void Attributes_stand_apart_from_descriptions_also_when_those_overflow()
    {
        PathRow[] points = [.. Fill(SamplePaths.Attributes)[0].Points];
        Assert.Equal("gcd.v:12.3-14.5", points[1].Attribute);
        Assert.Equal("gcd.v:20.1", points[2].Attribute);
        Assert.Equal("sky130_fd_sc_hd__dfxtp_1", points[2].Cell);
    }

    [Fact]
    public void Statistical_numbers_have_a_mean_and_a_standard_deviation()
    {
        var chunk = new PathChunk();
        BlockRecorder.Read(SamplePaths.Statistical + "\n", chunk: chunk);
        TimingPath path = chunk[0];
        Assert.Equal((0.081, 0.96, 0.879, 3), (path.Arrival, path.Required, path.Slack, path.Digits));
        PathRow point = path.Points.Single(static point => point.Name == "r1/Q");
        Assert.Equal((0.008, 0.081, 0.081), (point.Slew, point.Delay, point.Time));
        Assert.Equal((Spread.Normal(0.001), Spread.Normal(0.004), Spread.Normal(0.004)), (point.SlewSpread, point.DelaySpread, point.TimeSpread));
        PathRow slack = path.Rows.Last();
        Assert.Equal((0.879, Spread.Normal(0.004)), (slack.Time, slack.TimeSpread));
        Assert.True(path.Rows.Single(static row => row.Delay == 1).TimeSpread.IsNone);
    }

    [Fact]
    public void Skew_normal_numbers_have_a_mean_a_shift_a_standard_deviation_and_a_skewness()
    {
        PathChunk chunk = Fill(SamplePaths.Skewed);
        PathRow point = chunk[0].Points.Single(static point => point.Name == "r1/Q");
        Assert.Equal((0.008, 0.081, 0.081), (point.Slew, point.Delay, point.Time));
        Assert.Equal((new Spread(0, 0.001, 0.25), new Spread(-0.002, 0.004, 1.125), new Spread(-0.002, 0.004, 1.125)), (point.SlewSpread, point.DelaySpread, point.TimeSpread));
        PathRow slack = chunk[0].Rows.Last();
        Assert.Equal((0.879, new Spread(0.002, 0.004, -1.107)), (slack.Time, slack.TimeSpread));
        Assert.True(slack.TimeSpread.IsSkewed);
        Assert.False(Spread.Normal(1).IsSkewed);
    }

    [Fact]
    public void A_short_path_ends_at_its_two_empty_lines()
    {
        BlockRecorder read = BlockRecorder.Read(SamplePaths.Short + "\n\n" + SamplePaths.Wrapped);
        Assert.Equal([BlockKind.Path, BlockKind.Path], read.Blocks.Select(block => block.Kind));
    }

    [Fact]
    public void What_changes_in_the_model_changes_in_the_rendering()
    {
        PathChunk chunk = Fill(SamplePaths.Wrapped);
        chunk.SetSlack(0, -12.34);
        Assert.Equal(SamplePaths.Wrapped.Replace("           0.50   slack", "         -12.34   slack", StringComparison.Ordinal), PathRenderer.ToText(chunk[0]));

        chunk.SetTransition(4, Transition.Rise);
        Assert.Contains("0.40 ^ b4/Z (BUF_X1)", PathRenderer.ToText(chunk[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void Pieces_of_any_size_give_the_same_blocks(int pieceSize)
    {
        string log = Log();
        Assert.Equal(BlockRecorder.Read(log).Blocks, BlockRecorder.Read(log, pieceSize).Blocks);
    }

    [Fact]
    public void Carriage_returns_are_kept()
    {
        BlockRecorder read = BlockRecorder.Read(Log().ReplaceLineEndings("\r\n"));
        Assert.Equal(SamplePaths.WithTable.Count, read.Paths.Count());
    }

    [Fact]
    public void A_report_cut_anywhere_gives_its_whole_paths_and_names_the_cut()
    {
        byte[] text = Encoding.UTF8.GetBytes(SamplePaths.Wrapped + "\n\n" + SamplePaths.Latch + "\n\n" + SamplePaths.Wrapped);
        int firstEnd = SamplePaths.Wrapped.Length;
        for (int length = 1; length < text.Length; length++)
        {
            BlockRecorder read = BlockRecorder.Read(text.AsSpan(0, length));
            Assert.All(read.Paths, path => Assert.Contains("slack (MET)", path, StringComparison.Ordinal));
            Assert.True(length < firstEnd - 1 || read.Paths.Any(), $"the first path is lost at {length}");
            BlockRecorder.Block? damaged = read.Blocks.SingleOrDefault(block => block.Damage != Damage.None);
            if (damaged is not null)
            {
                Assert.Equal(Damage.Cut, damaged.Damage);
                Assert.Equal(length, damaged.Offset + damaged.Text.Length);
            }
            else
            {
                // Whole paths, and at most the beginning of the word Startpoint after them.
                string rest = string.Concat(read.Blocks.Where(block => block.Kind == BlockKind.Verbatim).Select(block => block.Text));
                Assert.StartsWith(rest, "Startpoint: ", StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    [Property]
    public void Damage_costs_the_path_it_hits_and_no_other()
    {
        string[] whole = [.. Enumerable.Repeat(SamplePaths.WithTable, 3).SelectMany(paths => paths)];
        byte[] text = Encoding.UTF8.GetBytes(string.Join("\n\n", whole));
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Byte).Holds((position, value) =>
        {
            byte[] damaged = [.. text];
            damaged[position] = value;
            string[] paths = [.. BlockRecorder.Read(damaged).Paths.Select(path => path.Trim('\n', '\r'))];
            Assert.InRange(paths.Length, whole.Length - 2, whole.Length);
            Assert.True(paths.Count(path => !whole.Contains(path + "\n")) <= 1, "more than one path changed");
        });
    }

    [Fact]
    public void A_table_whose_heading_is_damaged_is_no_path()
    {
        BlockRecorder read = BlockRecorder.Read(SamplePaths.Wrapped.Replace("Startpoint:", "Startpoi#t:", StringComparison.Ordinal));
        Assert.Empty(read.Paths);
    }

    [Theory]
    [InlineData("   0.15    0.40 v b4/Z (BUF_X1)", "   0.15   0.40 v b4/Z (BUF_X1)")]
    [InlineData("   0.15    0.40 v b4/Z (BUF_X1)", "   0.15    0.4  v b4/Z (BUF_X1)")]
    [InlineData("   0.15    0.40 v b4/Z (BUF_X1)", "   0.150   0.40 v b4/Z (BUF_X1)")]
    [InlineData("   0.15    0.40 v b4/Z (BUF_X1)", "   0.15    0.40 x b4/Z (BUF_X1)")]
    [InlineData("   0.15    0.40 v b4/Z (BUF_X1)", "   0.15   00.40 v b4/Z (BUF_X1)")]
    public void A_row_that_could_not_be_printed_back_is_refused(string row, string refused)
    {
        Assert.Contains(row, SamplePaths.Wrapped, StringComparison.Ordinal);
        Assert.Empty(BlockRecorder.Read(SamplePaths.Wrapped.Replace(row, refused, StringComparison.Ordinal)).Paths);
    }

    [Fact]
    public void Numbers_may_push_out_of_their_column()
    {
        string wide = SamplePaths.Wrapped.Replace("   0.15    0.40 v b4", "12345678.15 -9876543.40 v b4", StringComparison.Ordinal);
        TimingPath path = Fill(wide)[0];
        Assert.Equal((12345678.15, -9876543.40), path.Points.Where(point => point.Name == "b4/Z").Select(point => (point.Delay, point.Time)).Single());
    }

    [Fact]
    public void An_endless_line_is_kept_in_pieces()
    {
        var text = new byte[5_000_000];
        text.AsSpan().Fill((byte)'x');
        BlockRecorder read = BlockRecorder.Read(text);
        Assert.All(read.Blocks, block => Assert.Equal(BlockKind.Verbatim, block.Kind));
    }

    [Fact]
    public void A_chunk_holds_a_thousand_paths_and_reading_goes_on_in_the_next()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(SamplePaths.Wrapped + "\n\n", 2500)));
        var sink = new BlockRecorder();
        var parser = new OpenStaStreamParser(new MemoryStream(text), sink, TimingUnits.Default);
        var counts = new List<int>();
        bool more = true;
        while (more)
        {
            var chunk = new PathChunk();
            more = parser.Fill(chunk, TestContext.Current.CancellationToken);
            counts.Add(chunk.Count);
        }

        Assert.Equal([1000, 1000, 500], counts);
    }

    [Fact]
    public void Reading_a_path_allocates_nothing_once_names_are_known()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(SamplePaths.Wrapped + "\n\n" + SamplePaths.Latch + "\n\n", 400)));
        var reader = new ReportReader(TimingUnits.Default);
        var chunk = new PathChunk();
        var sink = new DiscardSink();
        reader.Read(text, false, chunk, sink, out _);
        chunk.Clear();
        long before = GC.GetAllocatedBytesForCurrentThread();
        reader.Read(text, false, chunk, sink, out _);
        Assert.Equal(800, chunk.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    private static PathChunk Fill(string text)
    {
        var chunk = new PathChunk();
        BlockRecorder.Read(text, chunk: chunk);
        Assert.Equal(1, chunk.Count);
        return chunk;
    }

    private static string Log() =>
        "Warning: a.tcl, 19 port 'x' not found.\n--- a puts line\n"
        + string.Join("\n\n", SamplePaths.WithTable)
        + "\n\nNo paths found.\nError 123: b.tcl line 4, oops\n";
}
