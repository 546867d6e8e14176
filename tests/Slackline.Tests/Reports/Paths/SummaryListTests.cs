using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

public class SummaryListTests
{
    [Fact]
    public void The_model_holds_what_the_list_says()
    {
        PathChunk chunk = Read(ListSamples.Summary);
        TimingPath path = chunk[1];
        Assert.Equal((PathFormat.Summary, PathType.Unknown, ""), (path.Format, path.PathType, path.PathGroup));
        Assert.Equal(("specials/exceptions/u_grouped_start/Q", "DFF_X1"), (path.Startpoint, path.StartpointDetail));
        Assert.Equal(("specials/exceptions/u_grouped_end/D", "DFF_X1"), (path.Endpoint, path.EndpointDetail));
        Assert.Equal([2.7929, 1.4212, -0.9554], chunk.Slack.ToArray());
        Assert.Equal([4, 4, 4], chunk.Digits.ToArray());
        Assert.Equal(("through_in[0]", "input", "through_out[1]", "output"), (chunk[0].Startpoint, chunk[0].StartpointDetail, chunk[0].Endpoint, chunk[0].EndpointDetail));
        Assert.True(double.IsNaN(path.Arrival) && double.IsNaN(path.Required));
    }

    [Theory]
    [InlineData(ListSamples.Summary, 9, true)]
    [InlineData(ListSamples.SummaryOfNewTool, 7, false)]
    public void The_heading_knows_the_widths_and_the_version(string sample, int numberWidth, bool isSpaced)
    {
        var heading = (SummaryListHeading)BlockRecorder.Read(sample).Blocks[0].Report!;
        Assert.Equal(new SummaryListHeading(36, numberWidth, isSpaced), heading);
        Assert.Equal(PathFormat.Summary, heading.Format);
    }

    [Fact]
    public void What_changes_in_the_model_changes_in_the_rendering()
    {
        PathChunk chunk = Read(ListSamples.SummaryOfNewTool);
        chunk.SetSlack(1, -10.5);
        Assert.Equal("_430_/Q (sky130_fd_sc_hd__dfxtp_1)   _418_/D (sky130_fd_sc_hd__dfxtp_1)    -10.50\n", PathRenderer.ToText(chunk[1]));
    }

    [Theory]
    [InlineData("_430_/Q (sky130_fd_sc_hd__dfxtp_1)   ", "_430_/Q (sky130_fd_sc_hd__dfxtp_1)  ")]
    [InlineData("_430_/Q (sky130_fd_sc_hd__dfxtp_1)   ", "_430_/Q  (sky130_fd_sc_hd__dfxtp_1)  ")]
    [InlineData("_430_/Q (sky130_fd_sc_hd__dfxtp_1)   ", "_430_/Q sky130_fd_sc_hd__dfxtp_1)    ")]
    [InlineData("      0.08", "      .08 ")]
    [InlineData("      0.08", "       0.8")]
    public void A_line_that_could_not_be_printed_back_is_refused(string line, string refused)
    {
        Assert.Contains(line, ListSamples.SummaryOfNewTool, StringComparison.Ordinal);
        BlockRecorder read = BlockRecorder.Read(ListSamples.SummaryOfNewTool.Replace(line, refused, StringComparison.Ordinal));
        Assert.Single(read.Paths);
        Assert.Single(read.Blocks, static block => block.Damage == Damage.Broken);
    }

    private static PathChunk Read(string text)
    {
        var chunk = new PathChunk();
        BlockRecorder.Read(text, chunk: chunk);
        return chunk;
    }
}
