using System.Text;
using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

/// <summary>What holds of the formats end, summary and slack_only alike.</summary>
public class PathListTests
{
    public static TheoryData<string> Samples => [.. ListSamples.All];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_line_of_a_list_is_a_path_and_prints_back(string sample)
    {
        List<BlockRecorder.Block> blocks = BlockRecorder.Read(sample).Blocks;
        Assert.All(blocks, static block => Assert.True(block.Kind is BlockKind.Path or BlockKind.Report or BlockKind.BlankLines, block.Text));
        Assert.All(blocks, static block => Assert.True(block.Report is null or PathListHeading, block.Text));
        int rows = sample.Split('\n').Count(static line => line.Length > 0 && (char.IsDigit(line[^1]) || line.EndsWith(')')) && !line.Contains(" group "));
        Assert.Equal(rows, blocks.Count(static block => block.Kind == BlockKind.Path));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Pieces_of_any_size_give_the_same_blocks(string sample)
    {
        List<BlockRecorder.Block> whole = BlockRecorder.Read(sample).Blocks;
        Assert.Equal(whole, BlockRecorder.Read(sample, pieceSize: 1).Blocks);
        Assert.Equal(whole, BlockRecorder.Read(sample, pieceSize: 7).Blocks);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Carriage_returns_are_kept(string sample)
    {
        var expected = new PathChunk();
        var read = new PathChunk();
        BlockRecorder.Read(sample, chunk: expected);
        BlockRecorder.Read(sample.ReplaceLineEndings("\r\n"), chunk: read);
        Assert.Equal(expected.Count, read.Count);
        Assert.Equal(expected.Slack.ToArray(), read.Slack.ToArray());
        Assert.All(read.Shape.ToArray(), static shape => Assert.True(shape.HasFlag(PathShape.CarriageReturns)));
    }

    // A line ends in a number, which may have lost digits with its line end; that of an endpoint ends in a bracket, and nothing is missing.
    [Theory]
    [MemberData(nameof(Samples))]
    public void A_list_cut_anywhere_gives_its_whole_paths_and_names_the_cut(string sample) =>
        CutReports.Check(sample, mayLackLineEnd: sample != ListSamples.SlackOnlyWithoutDigits);

    [Fact]
    public void Lists_follow_one_another_with_other_text_between()
    {
        string log = "report_checks -format end\n" + ListSamples.End
            + "Warning: a.tcl, 19 port 'x' not found.\n" + ListSamples.Summary
            + "=== slacks ===\n" + ListSamples.SlackOnly
            + SamplePaths.Wrapped + "\n\n" + ListSamples.SlackOnly + "No paths found.\n"
            + JsonSamples.List(JsonSamples.Check) + ListSamples.EndHold + "wns -0.37\n" + ListSamples.SummaryOfNewTool;
        BlockRecorder read = BlockRecorder.Read(log);
        Assert.DoesNotContain(read.Blocks, static block => block.Damage != Damage.None);
        Assert.Equal(3 + 3 + 3 + 1 + 3 + 1 + 2 + 2, read.Paths.Count());
        Assert.Equal(
            ["report_checks -format end\n", "=== slacks ===\n"],
            read.Blocks.Where(static block => block.Kind == BlockKind.Verbatim).Select(static block => block.Text));
        Assert.Single(read.Blocks, static block => block.Report is NoPaths);
        Assert.Single(read.Blocks, static block => block.Diagnostic is not null);
        Assert.Equal(read.Blocks, BlockRecorder.Read(log, pieceSize: 1).Blocks);
    }

    [Fact]
    public void A_list_ends_at_its_empty_line()
    {
        BlockRecorder read = BlockRecorder.Read(ListSamples.SlackOnly + "clk                                     0.68\n");
        Assert.Equal(3, read.Paths.Count());
        Assert.Equal((BlockKind.Verbatim, Damage.None), (read.Blocks[^1].Kind, read.Blocks[^1].Damage));
    }

    [Fact]
    public void A_warning_between_two_lines_does_not_end_the_list()
    {
        const string Warning = "Warning: a.tcl, 19 port 'x' not found.\n";
        BlockRecorder read = BlockRecorder.Read(ListSamples.SlackOnly.Replace("user_group                              0.25\n", "user_group                              0.25\n" + Warning, StringComparison.Ordinal));
        Assert.Equal(3, read.Paths.Count());
        Assert.Equal(Warning, Assert.Single(read.Blocks, static block => block.Diagnostic is not null).Text);
        Assert.DoesNotContain(read.Blocks, static block => block.Damage != Damage.None);
    }

    [Fact]
    public void A_broken_line_costs_itself_and_no_other()
    {
        BlockRecorder read = BlockRecorder.Read(ListSamples.Summary.Replace("   -0.9554", "   -0.955", StringComparison.Ordinal).Replace("(input)  ", "(input)x ", StringComparison.Ordinal));
        Assert.Single(read.Paths);
        Assert.Equal(2, read.Blocks.Count(static block => block.Damage == Damage.Broken));
    }

    [Theory]
    [InlineData("No paths found.\n", BlockKind.Report)]
    [InlineData("No paths found.", BlockKind.Verbatim)]
    public void No_paths_is_no_damage(string sentence, BlockKind kind)
    {
        string heading = ListSamples.SlackOnly[..ListSamples.SlackOnly.IndexOf("user", StringComparison.Ordinal)];
        foreach (string text in (string[])[sentence, heading + sentence])
        {
            BlockRecorder read = BlockRecorder.Read(text);
            Assert.Empty(read.Paths);
            Assert.Equal((kind, sentence, Damage.None), (read.Blocks[^1].Kind, read.Blocks[^1].Text, read.Blocks[^1].Damage));
        }
    }

    [Fact]
    public void A_list_longer_than_a_chunk_goes_on_in_the_next()
    {
        string rows = string.Concat(Enumerable.Repeat("r1/D (DFF_X1)                           9.91    1.00    8.91 (MET)\n", 2_500));
        string heading = ListSamples.EndHold[..ListSamples.EndHold.IndexOf("_412_", StringComparison.Ordinal)];
        var sink = new DiscardSink();
        var parser = new OpenStaStreamParser(new MemoryStream(Encoding.UTF8.GetBytes(heading + rows)), sink, TimingUnits.Default);
        var chunk = new PathChunk();
        var counts = new List<int>();
        bool more = true;
        while (more)
        {
            chunk.Clear();
            more = parser.Fill(chunk, TestContext.Current.CancellationToken);
            counts.Add(chunk.Count);
            Assert.Equal(("clk", "r1/D", PathType.Min), (chunk[chunk.Count - 1].PathGroup, chunk[0].Endpoint, chunk[0].PathType));
        }

        Assert.Equal([1000, 1000, 500], counts);
    }
}
