using Slackline.Reports.Design;

namespace Slackline.Tests.Reports.Design;

public class DelayCalculationReportTests
{
    [Fact]
    public void A_gates_delay_and_slew_are_looked_up()
    {
        DelayCalculationReport report = Sample.Read<DelayCalculationReport>(DesignSamples.GateCalculation);
        Assert.Equal(("demo_tt", "XOR2_X1", "non_unate", "combinational"), (report.Library, report.Cell, report.Sense, report.Role));
        ArcCalculation arc = report.Arcs[0];
        Assert.Equal(("A", "v", "Z", "v"), (arc.From, arc.FromEdge, arc.To, arc.ToEdge));
        IReadOnlyList<CalculationStep> delay = arc.Sections[0];
        Assert.Equal(new PiModel(0, 0, 4.76, 4.76), delay[0]);
        Assert.Equal(new OperatingConditions(1, 1.2, 25), delay[1]);
        TableLookup table = Assert.IsType<TableLookup>(delay[2]);
        Assert.Equal(new TableAxis("input_net_transition", 0.03, IsIdealClock: false), table.RowAxis);
        Assert.Equal([2, 12], table.Columns);
        Assert.Equal((0.08, 0.13), (table.Rows[1].Index, table.Rows[1].Values[1]));
        Assert.Equal(new CalculatedValue("Delay", 0.09), delay[^1]);
        Assert.Contains(new NegativeSlewClipped(), arc.Sections[1]);
        Assert.Single(Assert.IsType<TableLookup>(arc.Sections[1][0]).Rows);
        Assert.Empty(Assert.Single(report.Arcs[1].Sections));
    }

    [Fact]
    public void A_check_may_depend_on_an_ideal_clock_or_on_one_axis()
    {
        DelayCalculationReport report = Sample.Read<DelayCalculationReport>(DesignSamples.CheckCalculation);
        Assert.Null(report.Sense);
        Assert.Equal(3, report.Digits);
        Assert.True(Assert.IsType<TableLookup>(report.Arcs[0].Sections[0][1]).RowAxis.IsIdealClock);
        LinearLookup line = Assert.IsType<LinearLookup>(report.Arcs[1].Sections[0][0]);
        Assert.Equal([0.010, 0.150], line.Indexes);
        Assert.Equal(double.PositiveInfinity, Assert.IsType<LinearLookup>(report.Arcs[1].Sections[1][0]).Axis.Value);
    }

    [Fact]
    public void Debug_messages_may_stand_between_the_steps()
    {
        DelayCalculationReport report = Sample.Read<DelayCalculationReport>(DesignSamples.DebuggedCalculation);
        Assert.Equal(
            [new DebugMessage("delay_calc", "find delays r1/Q (DFF_X1)"), new DebugMessage("delay_calc", "found 2 delays"), new OperatingConditions(1, 1.1, 25)],
            report.Arcs[0].Sections[0].Take(3));
        Assert.Equal(new DebugMessage("dmp_ceff", "delay = 0.02 slew = 0.01"), report.Arcs[0].Sections[1][0]);
    }

    [Fact]
    public void A_table_may_have_three_axes()
    {
        CubeLookup cube = Assert.IsType<CubeLookup>(Sample.Read<DelayCalculationReport>(DesignSamples.CubeCalculation).Arcs[0].Sections[0][0]);
        Assert.Equal(("input_net_transition", "total_output_net_capacitance", "related_out_total_output_net_capacitance"), (cube.First.Variable, cube.Second.Variable, cube.Third.Variable));
        Assert.Equal((0, 0.01, 0.2, 0.4), (cube.LowerFirst, cube.UpperFirst, cube.LowerSecond, cube.UpperSecond));
        Assert.Equal([0, 0.3], cube.Columns);
        Assert.Equal([[0.23, 0.25], [0.1, 0.2], [0.3, 0.32], [0.2, 0.3]], cube.Rows);
    }

    [Fact]
    public void A_table_of_three_axes_may_have_but_one_value_on_the_first()
    {
        string text = DesignSamples.CubeCalculation.Replace(" 0.01   v   / 0.23     0.25\n", "        v   / \n", StringComparison.Ordinal).Replace("|/ 0.30     0.32\n", "|/ \n", StringComparison.Ordinal);
        CubeLookup cube = Assert.IsType<CubeLookup>(Sample.Read<DelayCalculationReport>(text).Arcs[0].Sections[0][0]);
        Assert.True(double.IsNaN(cube.UpperFirst));
        Assert.Equal([0, 2, 0, 2], cube.Rows.Select(static row => row.Count));
    }

    [Fact]
    public void A_linear_model_ends_without_an_empty_line()
    {
        ArcCalculation arc = Sample.Read<DelayCalculationReport>(DesignSamples.LinearCalculation).Arcs[0];
        Assert.True(arc.EndsAtOnce);
        Assert.Equal(new LinearDelay("Delay", 0.1, 0.2, 0.3, 0.16), Assert.Single(arc.Sections[0]));
    }

    [Fact]
    public void A_changed_value_is_printed()
    {
        DelayCalculationReport report = Sample.Read<DelayCalculationReport>(DesignSamples.GateCalculation);
        string text = Sample.Print(report with { Arcs = [report.Arcs[1] with { Sections = [[new CalculatedValue("Delay", 0.5)]] }] });
        Assert.EndsWith("A ^ -> Z v\nDelay = 0.50\n\n.............................................\n", text, StringComparison.Ordinal);
    }
}
