using System.Text;
using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

public class EndListTests
{
    [Fact]
    public void The_model_holds_what_the_list_says()
    {
        PathChunk chunk = Read(ListSamples.End);
        TimingPath path = chunk[0];
        Assert.Equal((PathFormat.End, PathType.Max, "user_group"), (path.Format, path.PathType, path.PathGroup));
        Assert.Equal(("", "specials/exceptions/u_grouped_too_end/D", "DFF_X1"), (path.Startpoint, path.Endpoint, path.EndpointDetail));
        Assert.Equal((2.37, 2.74, -0.37), (path.Required, path.Arrival, path.Slack));
        Assert.Equal(2, path.Digits);
        Assert.Empty(path.Rows);
        Assert.Equal(["user_group", "user_group", "**clock_gating_default**"], Enumerable.Range(0, 3).Select(i => chunk[i].PathGroup));
        Assert.Equal([true, false, false], chunk.Verdict.ToArray().Select(static verdict => verdict == SlackVerdict.Violated));
    }

    [Fact]
    public void Hold_lists_are_of_min_paths()
    {
        TimingPath path = Read(ListSamples.EndHold)[1];
        Assert.Equal((PathType.Min, "_426_/D", "sky130_fd_sc_hd__dfxtp_2"), (path.PathType, path.Endpoint, path.EndpointDetail));
        Assert.Equal((-0.05, 0.47, 0.51), (path.Required, path.Arrival, path.Slack));
    }

    [Fact]
    public void What_nothing_constrains_has_neither_required_time_nor_slack()
    {
        PathChunk chunk = Read(ListSamples.EndUnconstrained);
        Assert.Equal([0.00, 0.06, 0.24], chunk.Arrival.ToArray());
        Assert.All(chunk.Required.ToArray(), static required => Assert.True(double.IsNaN(required)));
        Assert.All(chunk.Slack.ToArray(), static slack => Assert.True(double.IsNaN(slack)));
    }

    [Fact]
    public void Numbers_need_no_digits()
    {
        PathChunk chunk = Read(ListSamples.EndWithoutDigits);
        Assert.Equal([10.0, 10.0], chunk.Required.ToArray());
        Assert.Equal([9.0, 10.0], chunk.Slack.ToArray());
        Assert.Equal([0, 0], chunk.Digits.ToArray());
    }

    [Fact]
    public void The_heading_is_a_report_of_its_own()
    {
        var heading = (EndListHeading)BlockRecorder.Read(ListSamples.EndUnconstrained).Blocks[0].Report!;
        Assert.Equal((PathType.Min, "(none)", 36, 7, PathFormat.End), (heading.PathType, heading.Group, heading.NameWidth, heading.NumberWidth, heading.Format));
    }

    [Fact]
    public void What_changes_in_the_model_changes_in_the_rendering()
    {
        PathChunk chunk = Read(ListSamples.End);
        chunk.SetSlack(1, -123.456);
        Assert.Equal("specials/exceptions/u_grouped_end/D (DFF_X1)    2.37    2.11 -123.46 (MET)\n", PathRenderer.ToText(chunk[1]));
        chunk.SetSlack(2, double.NaN);
        Assert.Equal("specials/gating/u_or/B (OR2_X4)         1.21    0.53     INF (MET)\n", PathRenderer.ToText(chunk[2]));

        EndListHeading heading = new(PathType.Min, "other", 20, 9);
        var output = new TextBuffer();
        heading.Render(output);
        Assert.Equal(
            "min_delay/hold group other\n\n                      Required    Actual\nEndpoint                 Delay     Delay     Slack\n--------------------------------------------------\n",
            Encoding.UTF8.GetString(output.Written));
    }

    [Theory]
    [InlineData("1.21    0.53    0.68 (MET)", "1.21    0.53    0.68 (MAY)")]
    [InlineData("1.21    0.53    0.68 (MET)", "1.21    0.53   00.68 (MET)")]
    [InlineData("1.21    0.53    0.68 (MET)", "1.21    0.530   0.68 (MET)")]
    [InlineData("1.21    0.53    0.68 (MET)", "1.21    0.53    0.6  (MET)")]
    [InlineData("1.21    0.53    0.68 (MET)", "1.21   0.53    0.68 (MET)")]
    [InlineData("u_or/B (OR2_X4)  ", "u_or/B (OR2_X4 ) ")]
    [InlineData("u_or/B (OR2_X4)  ", "u_or/B  (OR2_X4) ")]
    [InlineData("u_or/B (OR2_X4)  ", "u_or/B (OR2_X4)   ")]
    public void A_line_that_could_not_be_printed_back_is_refused(string line, string refused)
    {
        Assert.Contains(line, ListSamples.End, StringComparison.Ordinal);
        BlockRecorder read = BlockRecorder.Read(ListSamples.End.Replace(line, refused, StringComparison.Ordinal));
        Assert.Equal(2, read.Paths.Count());
        Assert.Single(read.Blocks, static block => block.Damage == Damage.Broken);
    }

    private static PathChunk Read(string text)
    {
        var chunk = new PathChunk();
        BlockRecorder.Read(text, chunk: chunk);
        return chunk;
    }
}
