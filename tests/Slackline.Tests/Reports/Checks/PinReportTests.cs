using Slackline.Reports;
using Slackline.Reports.Checks;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Checks;

public class PinReportTests
{
    [Theory]
    [InlineData("tns max 0.00\n", SlackMeasure.TotalNegativeSlack, PathType.Max, 0.0)]
    [InlineData("wns min -1.234\n", SlackMeasure.WorstNegativeSlack, PathType.Min, -1.234)]
    [InlineData("worst slack -0.69\n", SlackMeasure.WorstSlack, PathType.Unknown, -0.69)]
    [InlineData("worst slack max INF\n", SlackMeasure.WorstSlack, PathType.Max, double.PositiveInfinity)]
    public void Slacks_of_the_design_are_read(string text, SlackMeasure measure, PathType type, double value)
    {
        SlackSummary summary = CheckReports.ReadWhole<SlackSummary>(text);
        Assert.Equal((measure, type, value), (summary.Measure, summary.PathType, summary.Value));
    }

    [Fact]
    public void A_changed_slack_is_printed() =>
        Assert.Equal("tns max -3.25\n", CheckReports.Print(CheckReports.ReadWhole<SlackSummary>(CheckSamples.TotalNegativeSlack) with { Value = -3.25 }));

    [Theory]
    [InlineData("tns max: 0.00\n")]
    [InlineData("tns  max 0.00\n")]
    [InlineData("worst slack min 1.0e-9\n")]
    [InlineData("wns max 0.00 (none)\n")]
    [InlineData("max slew violations: 0\n")]
    [InlineData("Clock tree of clk\n\n")]
    [InlineData("Clock tree\nsomething\n")]
    [InlineData("Pin: x\nsomething\n")]
    [InlineData("and1 -> AND2_X2: AND2_X2\nnext\n")]
    [InlineData("a ->  b\n")]
    [InlineData("(see r 1.0 f here)\n")]
    [InlineData("cells ^ 3 v four\n")]
    [InlineData(" time flies\n")]
    [InlineData("clk period_min = long fmax = 3.00\n")]
    public void Other_lines_are_no_reports(string text) =>
        Assert.DoesNotContain(BlockRecorder.Read(text).Blocks, block => block.Kind == BlockKind.Report);

    [Fact]
    public void A_number_that_may_be_cut_is_not_taken() =>
        Assert.DoesNotContain(BlockRecorder.Read("tns max -83.8").Blocks, block => block.Kind == BlockKind.Report);

    [Fact]
    public void Times_at_a_pin_are_read()
    {
        PinTimes times = CheckReports.ReadWhole<PinTimes>(CheckSamples.PinTimes);
        Assert.Equal(("input port clock", Transition.Fall, false), (times.Clock, times.ClockTransition, times.IsIndented));
        Assert.Equal([1.04, 8.92], times.Rise);
        Assert.Equal([double.NaN, double.NaN], times.Fall);
        Assert.Equal("(input port clock v) r 2.00 f ---:---\n", CheckReports.Print(times with { Rise = [2] }));
    }

    [Fact]
    public void Times_without_a_clock_are_read()
    {
        PinTimes times = CheckReports.ReadWhole<PinTimes>(" r 0.0321:0.0322 f INF:-INF\n");
        Assert.Equal(("", Transition.None, 4), (times.Clock, times.ClockTransition, times.Digits));
        Assert.Equal([double.PositiveInfinity, double.NegativeInfinity], times.Fall);
    }

    [Fact]
    public void Slews_at_a_pin_are_read()
    {
        PinSlews slews = CheckReports.ReadWhole<PinSlews>(CheckSamples.PinSlews);
        Assert.Equal("core/dp_2/stage_0/q_reg[29]/Q", slews.Pin);
        Assert.Equal([0.47, 0.48], slews.Rise);
        Assert.Equal([0.42, 0.43], slews.Fall);
        Assert.Equal("x ^ 0.47:0.48 v 0.42:0.43\n", CheckReports.Print(slews with { Pin = "x" }));
    }

    [Fact]
    public void Times_with_their_variance_are_read()
    {
        PinTimes times = CheckReports.ReadWhole<PinTimes>("(clk ^) r 0.10[-0.02,0.01,1.50]:0.20[0.00,0.01,0.00] f ---:0.30[0.00,0.01,0.00]\n");
        Assert.Equal([0.1, 0.2], times.Rise);
        Assert.Equal([new Spread(-0.02, 0.01, 1.5), new Spread(0, 0.01, 0)], times.RiseSpreads);
        Assert.Equal([Spread.None, new Spread(0, 0.01, 0)], times.FallSpreads);
        PinSlews slews = CheckReports.ReadWhole<PinSlews>("u1/Z ^ 0.10[0.01]:0.20[0.02] v 0.10:0.20\n");
        Assert.Equal([Spread.Normal(0.01), Spread.Normal(0.02)], slews.RiseSpreads);
        Assert.Empty(slews.FallSpreads);
        TimingEdge edge = CheckReports.ReadWhole<TimingEdge>("A -> Z combinational\n  ^ -> ^ 0.10[0.01]:0.12[0.02]\n");
        Assert.Equal([Spread.Normal(0.01), Spread.Normal(0.02)], edge.Arcs[0].Spreads);
        Assert.DoesNotContain(BlockRecorder.Read("u1/Z ^ 0.10[0.01,0.02] v 0.10\n").Blocks, static block => block.Kind == BlockKind.Report);
    }

    [Fact]
    public void An_edge_is_read()
    {
        TimingEdge edge = CheckReports.ReadWhole<TimingEdge>(CheckSamples.TimingEdge);
        Assert.Equal(("D", "Q", "Latch D to Q", "G v"), (edge.From, edge.To, edge.Role, edge.Enable));
        Assert.Equal(("constraint", "A & !B", "scan on"), (edge.DisabledBy, edge.Condition, edge.Mode));
        Assert.Equal([0.13, 0.14], edge.Arcs[0].Delays);
        Assert.Equal(("v", "v", true), (edge.Arcs[1].From, edge.Arcs[1].To, edge.Arcs[1].IsDisabled));
        Assert.Equal("D -> Q wire\n", CheckReports.Print(edge with { Role = "wire", Enable = "", DisabledBy = "", Condition = "", Mode = "", Arcs = [] }));
    }

    [Fact]
    public void Edges_follow_one_another()
    {
        string text = "CK -> Q Reg Clk to Q\n  ^ -> ^ 0.50:0.50\n  ^ -> v 0.45:0.45\nu_mix_29/Z -> D wire\n  ^ -> ^ 0.00:0.00\n";
        Assert.Equal(["Reg Clk to Q", "wire"], BlockRecorder.Read(text).Blocks.Select(block => Assert.IsType<TimingEdge>(block.Report).Role));
    }

    [Fact]
    public void Units_are_read()
    {
        ReportedUnits units = CheckReports.ReadWhole<ReportedUnits>(CheckSamples.Units);
        Assert.Equal(7, units.Units.Count);
        Assert.Equal(new ReportedUnit("capacitance", 1, "pF"), units.Units[1]);
        Assert.StartsWith(" time 10ps\n", CheckReports.Print(units with { Units = [new ReportedUnit("time", 10, "ps")] }), StringComparison.Ordinal);
    }
}
