using System.Text;
using Slackline.Queries;
using Slackline.Reports.Paths;
using Slackline.Tests.Queries;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

/// <summary>The pins at which paths begin and end, their stages and parts, and what their words say of the slack, read from text of every format.</summary>
public sealed class PathEndsTests
{
    private const string Flops = "Startpoint: a1 (rising edge-triggered flip-flop clocked by ck)\nEndpoint: b1 (rising edge-triggered flip-flop clocked by ck)\n";

    private static readonly string[] s_clockNetwork = ["ck (in)", "cb0/A (BUF)", "cb0/Y (BUF)"];

    [Theory]
    [InlineData("a1/CK (DFF)|a1/Q (DFF)|u1/Y (INV)|u2/Y (INV)|b1/D (DFF)", 3)]
    [InlineData("a1/CK (DFF)|a1/Q (DFF)|u1/A (INV)|u1/Y (INV)|u2/A (INV)|u2/Y (INV)|b1/D (DFF)", 3)]
    [InlineData("a1/CK (DFF)|a1/Q (DFF)|n1 (net)|u1/A (INV)|u1/Y (INV)|n2 (net)|u2/A (INV)|u2/Y (INV)|b1/D (DFF)", 3)]
    [InlineData("a1/CK (DFF)|a1/Q (DFF)|b1/D (DFF)", 1)]
    public void Stages_are_the_same_whatever_is_shown(string rows, int depth)
    {
        foreach (bool isExpanded in (bool[])[false, true])
        {
            TimingPath path = Read(Flops, isExpanded ? [.. s_clockNetwork, .. rows.Split('|')] : rows.Split('|'));
            Assert.Equal(("a1/Q", "b1/D", depth), (path.StartpointPin, path.EndpointPin, path.Depth));
            Assert.Equal("a1/Q", path.DataPoints.First().Name);
            Assert.Equal("b1/D", path.DataPoints.Last().Name);
            Assert.Equal(isExpanded ? 4 : 1, path.Points.Count(static point => point.Part == PathPart.LaunchClock));
            Assert.Equal(["b1/CK"], path.Points.Where(static point => point.Part == PathPart.CaptureClock).Select(static point => point.Name));
        }
    }

    [Theory]
    [InlineData("a1/CK (DFF)|a1/Q (DFF)|a1/D (DFF)", 1)]
    [InlineData("a1/CK (DFF)|a1/Q (DFF)|u1/Y (INV)|a1/D (DFF)", 2)]
    [InlineData("a1/CK (DFF)|a1/Q (DFF)|u1/A (INV)|u1/Y (INV)|a1/D (DFF)", 2)]
    public void A_register_that_feeds_itself_ends_at_another_pin(string rows, int depth)
    {
        TimingPath path = Read(Flops.Replace("b1", "a1", StringComparison.Ordinal), rows.Split('|'));
        Assert.Equal(("a1/Q", "a1/D", depth), (path.StartpointPin, path.EndpointPin, path.Depth));
    }

    [Theory]
    [InlineData("a1/CK (DFF)|a1/Q (DFF)|u1/Y (INV)")]
    [InlineData("a1/CK (DFF)|a1/Q (DFF)|u1/A (INV)|u1/Y (INV)")]
    public void An_endpoint_that_is_an_output_is_no_stage(string rows)
    {
        TimingPath path = Read(Flops.Replace("b1 (rising edge-triggered flip-flop clocked by ck)", "u1/Y (internal path endpoint)", StringComparison.Ordinal), rows.Split('|'));
        Assert.Equal(("u1/Y", 1), (path.EndpointPin, path.Depth));
    }

    [Fact]
    public void Ports_begin_and_end_paths_and_are_no_stages()
    {
        TimingPath path = Read("Startpoint: in1 (input port clocked by ck)\nEndpoint: out1 (output port clocked by ck)\n", ["in1 (in)", "u1/Y (INV)", "out1 (out)"]);
        Assert.Equal(("in1", "out1", 1), (path.StartpointPin, path.EndpointPin, path.Depth));
        Assert.DoesNotContain(path.Points, static point => point.Part == PathPart.LaunchClock);
    }

    [Fact]
    public void A_latch_launches_from_its_output()
    {
        TimingPath path = Read(
            "Startpoint: l1 (positive level-sensitive latch clocked by ck)\nEndpoint: b1 (rising edge-triggered flip-flop clocked by ck)\n",
            ["ck (in)", "l1/G (DLH)", "l1/D (DLH)", "l1/Q (DLH)", "b1/D (DFF)"]);
        Assert.Equal(("l1/Q", 1), (path.StartpointPin, path.Depth));
    }

    [Fact]
    public void A_name_that_begins_like_the_startpoint_is_not_it()
    {
        TimingPath path = Read(Flops, ["ck (in)", "a1.x/Y (BUF)", "a1/x/Y (BUF)", "a10/Y (BUF)", "a1/CK (DFF)", "a1/Q (DFF)", "b1/D (DFF)"]);
        Assert.Equal(("a1/Q", 1), (path.StartpointPin, path.Depth));
    }

    [Fact]
    public void Without_a_table_only_ports_are_known()
    {
        TimingPath path = SampleReport.Read("Startpoint: a1 (rising edge-triggered flip-flop clocked by ck)\nEndpoint: out1 (output port clocked by ck)\nPath Group: ck\nPath Type: max\n\n\n")[0];
        Assert.Equal(("", "out1", -1), (path.StartpointPin, path.EndpointPin, path.Depth));
        Assert.Equal([0], Find("startpoint_pin is null and depth is null and endpoint_pin = 'out1'", path.Chunk));
    }

    [Fact]
    public void The_word_behind_a_slack_decides()
    {
        PathChunk chunk = SampleReport.Read(Text(Flops, ["a1/Q (DFF)", "b1/D (DFF)"], "0.00", "VIOLATED") + Text(Flops, ["a1/Q (DFF)", "b1/D (DFF)"], "0.00", "MET"));
        Assert.Equal([true, false], new[] { chunk[0].IsViolated, chunk[1].IsViolated });
        Assert.Equal([0], Find("violated", chunk));
        Assert.Equal([0], Find("slack < 0", chunk));
        Assert.Equal([1], Find("slack >= 0", chunk));
        Assert.Equal([1], Find("not violated", chunk));
        Assert.Equal([], Find("slack < -0.01", chunk));
        Assert.EndsWith("0.00   slack (VIOLATED)", PathRenderer.ToText(chunk[0]).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_of_which_nobody_knows_whether_they_violate_can_be_asked_for()
    {
        PathChunk chunk = SampleReport.Read(
            "Group                                  Slack\n--------------------------------------------\n"
            + "ck                                      0.00\nck                                     -0.10\nck                                      0.10\n\n");
        Assert.Equal([null, true, false], new[] { chunk[0].IsViolated, chunk[1].IsViolated, chunk[2].IsViolated });
        Assert.Equal([0], Find("violated is null", chunk));
        Assert.Equal([1, 2], Find("violated is not null", chunk));
        Assert.Equal([2], Find("not violated and violated is not null", chunk));
        Assert.Equal([], Find("constrained is null", chunk));
    }

    [Fact]
    public void A_filter_that_the_digits_hide_says_so()
    {
        PathChunk chunk = SampleReport.Read(Text(Flops, ["a1/Q (DFF)", "b1/D (DFF)"], "0.00", "VIOLATED") + Text(Flops, ["a1/Q (DFF)", "b1/D (DFF)"], "-0.05", "VIOLATED"));
        Assert.Contains("1 path is too near to slack -0.004 to be decided on a report of 2 digits", Notes("slack < -0.004", chunk), StringComparison.Ordinal);
        Assert.Contains("1 path is too near to slack -0.05 ", Notes("slack <= -50ps", chunk), StringComparison.Ordinal);
        Assert.Equal("", Notes("slack < 0", chunk));
        Assert.Equal("", Notes("violated", chunk));
        Assert.Equal("", Notes("slack < -0.03", chunk));
    }

    [Theory]
    [InlineData("group = \"ckk\"", "no path has a path group \"ckk\"; did you mean \"ck\"?")]
    [InlineData("clock = \"nosuch\"", "no path has a clock \"nosuch\"; there is ck")]
    [InlineData("endpoint like \"core\"", "no path has an endpoint like \"core\"; names are compared whole, and there are some below it, such as \"core/b1\"")]
    [InlineData("group = \"ck\" and endpoint = \"core/b1\"", "")]
    [InlineData("group = \"ckk\" or clock = \"ck\"", "no path has a path group \"ckk\"")]
    [InlineData("not group = \"ckk\"", "")]
    public void Names_that_no_path_has_are_told(string filter, string note) =>
        Assert.StartsWith(note, Notes(filter, SampleReport.Read(Text(Flops.Replace("b1", "core/b1", StringComparison.Ordinal), ["a1/Q (DFF)", "core/b1/D (DFF)"], "0.01", "MET"))) + (note.Length == 0 ? "" : "\n"), StringComparison.Ordinal);

    [Fact]
    public void An_exact_slack_is_the_path_s_slack_and_the_text_stays_as_it_was()
    {
        string text = Text(Flops, ["a1/Q (DFF)", "b1/D (DFF)"], "0.00", "MET");
        PathChunk chunk = SampleReport.Read(text);
        string before = PathRenderer.ToText(chunk[0]);
        chunk.SetExactSlack(0, 1.5e-12f);
        Assert.Equal(0.0015, chunk[0].Slack, 6);
        Assert.Equal([0], Find("slack > 0.001 and slack < 2ps", chunk));
        Assert.Equal("", Notes("slack > 0.001", chunk));
        Assert.Equal(before, PathRenderer.ToText(chunk[0]));
        PathChunk copy = PathChunk.WithRoomFor(1);
        copy.Append(chunk, 0);
        Assert.Equal((chunk.Slack[0], 0.0, true), (copy.Slack[0], copy.PrintedSlack(0), copy.HasExactSlack(0)));
        Assert.Equal(before, PathRenderer.ToText(copy[0]));
        copy.Clear();
        SampleReport.Fill(copy, text);
        Assert.False(copy.HasExactSlack(0));
    }

    private static string Notes(string filter, PathChunk chunk)
    {
        PathFilter parsed = PathFilter.Parse(filter);
        parsed.Match(chunk, new int[chunk.Count]);
        return string.Join('\n', parsed.Notes);
    }

    private static int[] Find(string filter, PathChunk chunk)
    {
        var matches = new int[chunk.Count];
        return matches[..PathFilter.Parse(filter).Match(chunk, matches)];
    }

    private static TimingPath Read(string ends, string[] rows) => SampleReport.Read(Text(ends, rows, "1.00", "MET"))[0];

    private static string Text(string ends, string[] rows, string slack, string word)
    {
        var text = new StringBuilder(ends).Append("Path Group: ck\nPath Type: max\n\n  Delay    Time   Description\n---------------------------------------------------------\n");
        text.Append("   0.00    0.00   clock ck (rise edge)\n");
        foreach (string row in rows)
        {
            text.Append(row.EndsWith("(net)", StringComparison.Ordinal) ? $"                  {row}\n" : $"   0.10    0.10 ^ {row}\n");
        }

        const string Dashes = "---------------------------------------------------------\n";
        text.Append("           0.10   data arrival time\n\n  10.00   10.00   clock ck (rise edge)\n          10.00 ^ b1/CK (DFF)\n          10.00   data required time\n");
        text.Append(Dashes).Append("          10.00   data required time\n          -0.10   data arrival time\n").Append(Dashes);
        return text.Append($"{slack,15}   slack ({word})\n\n\n").ToString();
    }
}
