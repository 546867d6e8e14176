using Slackline.Cli.Output;
using Slackline.Queries.Aggregates;
using Slackline.Tests.Queries;
using Slackline.Timing;

namespace Slackline.Tests.Cli;

/// <summary>Tables of groups on narrow terminals.</summary>
public sealed class GroupTableTests
{
    private static readonly string[] s_clocks = ["core_half_clk", "core_double_clk", "core_inverted_clk", "core_quarter_clk", "io_clk"];

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(200)]
    public void What_tells_groups_apart_is_not_cut_away(int width)
    {
        // All into one clock, and all out of one: only the launch clock, or the capture clock, is different.
        string[] rows = Rows([.. s_clocks.Select(static clock => (clock, "core_clk")), .. s_clocks.Select(static clock => ("core_clk", clock))], width);
        Assert.Equal(2 * s_clocks.Length, rows.Length);
        Assert.Equal(rows.Length, rows.Distinct().Count());
        Assert.All(rows, row => Assert.True(width < 80 || row.Length < width, row));
    }

    [Fact]
    public void Groups_that_stay_different_are_narrowed_as_far_as_the_terminal_wants()
    {
        string[] rows = Rows([("a_very_long_name_of_a_clock_1", "short_clk"), ("b", "another_long_name_of_a_clock_2")], 60);
        Assert.All(rows, static row => Assert.InRange(row.Length, 1, 59));
    }

    private static string[] Rows((string Launch, string Capture)[] clocks, int width)
    {
        PathChunk chunk = SampleReport.Read(string.Concat(clocks.Select(static pair =>
            $"Startpoint: a1 (rising edge-triggered flip-flop clocked by {pair.Launch})\nEndpoint: b1 (rising edge-triggered flip-flop clocked by {pair.Capture})\nPath Group: all\nPath Type: max\n\n\n")));
        var groups = new PathGroups("group, type, launch_clock, capture_clock");
        using var output = new StringWriter();
        var table = new GroupTable(groups, new GroupView(null, int.MaxValue), output, width, colours: false);
        table.Accept(chunk, [.. Enumerable.Range(0, chunk.Count)]);
        table.Finish();
        return [.. output.ToString().Split('\n').Where(static row => row.StartsWith("all ", StringComparison.Ordinal))];
    }
}
