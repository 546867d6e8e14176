using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

public class SlackListTests
{
    [Fact]
    public void The_model_holds_what_the_list_says()
    {
        PathChunk chunk = Read(ListSamples.SlackOnly);
        Assert.Equal([-0.37, 0.25, 0.68], chunk.Slack.ToArray());
        Assert.Equal(["user_group", "user_group", "**clock_gating_default**"], Enumerable.Range(0, 3).Select(i => chunk[i].PathGroup));
        Assert.Equal((PathFormat.SlackOnly, PathType.Unknown, "", ""), (chunk[0].Format, chunk[0].PathType, chunk[0].Startpoint, chunk[0].Endpoint));
        Assert.Equal([2, 2, 2], chunk.Digits.ToArray());
    }

    [Theory]
    [InlineData(ListSamples.SlackOnly, 7)]
    [InlineData(ListSamples.SlackOnlyWithoutDigits, 5)]
    public void The_heading_knows_the_widths(string sample, int numberWidth)
    {
        var heading = (SlackListHeading)BlockRecorder.Read(sample).Blocks[0].Report!;
        Assert.Equal(new SlackListHeading(36, numberWidth), heading);
        Assert.Equal(PathFormat.SlackOnly, heading.Format);
    }

    [Fact]
    public void A_group_may_have_spaces()
    {
        PathChunk chunk = Read(ListSamples.SlackOnly.Replace("user_group", "path delay", StringComparison.Ordinal));
        Assert.Equal(["path delay", "path delay", "**clock_gating_default**"], Enumerable.Range(0, 3).Select(i => chunk[i].PathGroup));
    }

    [Fact]
    public void What_changes_in_the_model_changes_in_the_rendering()
    {
        PathChunk chunk = Read(ListSamples.SlackOnly);
        chunk.SetSlack(0, 1234567.891);
        Assert.Equal("user_group                           1234567.89\n", PathRenderer.ToText(chunk[0]));
    }

    private static PathChunk Read(string text)
    {
        var chunk = new PathChunk();
        BlockRecorder.Read(text, chunk: chunk);
        return chunk;
    }
}
