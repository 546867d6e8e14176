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
    public void A_changed_value_is_printed()
    {
        DelayCalculationReport report = Sample.Read<DelayCalculationReport>(DesignSamples.GateCalculation);
        string text = Sample.Print(report with { Arcs = [report.Arcs[1] with { Sections = [[new CalculatedValue("Delay", 0.5)]] }] });
        Assert.EndsWith("A ^ -> Z v\nDelay = 0.50\n\n.............................................\n", text, StringComparison.Ordinal);
    }
}
