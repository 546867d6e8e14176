using Slackline.Reports;
using Slackline.Reports.Design;

namespace Slackline.Tests.Reports.Design;

public class NetworkReportTests
{
    [Fact]
    public void A_net_has_capacitances_and_pins()
    {
        NetReport report = Sample.Read<NetReport>(DesignSamples.HierarchicalNet);
        Assert.Equal("data_in[6]", report.Net);
        Assert.Equal(4, report.Digits);
        NetCapacitances capacitances = report.Capacitances!;
        Assert.Equal(new Capacitance(3.2, 3.2, 3.2, 3.2, CapacitanceForm.OneValue), capacitances.Pin);
        Assert.Equal(new Capacitance(1.76, 1.76, 1.8, 1.8, CapacitanceForm.RiseFall), capacitances.Wire);
        Assert.Equal(new Capacitance(4.96, 5, 4.9, 5.1, CapacitanceForm.RiseFallRange), capacitances.Total);
        Assert.Equal(["Driver pins", "Load pins", "Hierarchical pins"], report.Pins.Select(list => list.Title));
        Assert.Equal([NetPinKind.Port, NetPinKind.Leaf, NetPinKind.Hierarchical], report.Pins.Select(list => Assert.Single(list.Pins).Kind));
        Assert.Equal(1.0, report.Pins[0].Pins[0].ExternalWireCapacitance!.Value.RiseMax);
        Assert.Contains("\n Number of loads: 7\n", Sample.Print(report with { Capacitances = capacitances with { Loads = 7 } }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_nets_pins_may_be_all_that_is_printed()
    {
        NetReport report = Sample.Read<NetReport>(DesignSamples.PlainNet);
        Assert.Null(report.Capacitances);
        Assert.Equal(2, report.Pins.Count);
    }

    [Fact]
    public void A_nets_name_may_be_all_that_is_printed()
    {
        // As sta 2.0.17 prints report_net without options.
        NetReport report = Sample.Read<NetReport>("Net core/n1\n");
        Assert.Equal(("core/n1", null, 0), (report.Net, report.Capacitances, report.Pins.Count));
    }

    [Fact]
    public void A_capacitance_may_be_negative()
    {
        // Library ports may have less than none, and then their wires have a range that begins with a minus.
        NetPin pin = Assert.Single(Sample.Read<NetReport>("Net n1\nLoad pins\n u1/A input (BUF_X1) -0.02-0.10\n").Pins[0].Pins);
        Assert.Equal(new Capacitance(-0.02, 0.1, -0.02, 0.1, CapacitanceForm.Range), pin.Capacitance);
    }

    [Fact]
    public void A_loop_ends_where_it_began()
    {
        CombinationalLoop loop = Sample.Read<CombinationalLoop>(DesignSamples.Loop);
        Assert.Equal(["g1/Z", "b1/A", "b1/Z", "b2/A", "b2/Z", "g1/B"], loop.Pins);
        Assert.Equal(" a\n b\n a\n", Sample.Print(loop with { Pins = ["a", "b"] }));
    }

    [Fact]
    public void Loops_follow_one_another_after_empty_lines()
    {
        // As sta 2.0.17 prints a design with two loops.
        BlockRecorder read = BlockRecorder.Read(DesignSamples.Loop + "\n g2/Z\n b4/A\n b4/Z\n g2/B\n g2/Z\n\ndone\n");
        Assert.Equal(
            [BlockKind.Report, BlockKind.BlankLines, BlockKind.Report, BlockKind.BlankLines, BlockKind.Verbatim], read.Blocks.Select(static block => block.Kind));
        Assert.Equal(["g2/Z", "b4/A", "b4/Z", "g2/B"], Assert.IsType<CombinationalLoop>(read.Blocks[2].Report).Pins);
    }

    [Theory]
    [InlineData(" g1/Z\n g1/Z\n")]
    [InlineData(" g1/Z\n b1/A\n\n g1/Z\n")]
    [InlineData(" g1/Z\n b1/A\n b1/Z\n")]
    [InlineData(" g1/Z\n b1/A\n g1/Z")]
    [InlineData(" g1/Z\n two words\n g1/Z\n")]
    public void Pins_that_do_not_close_are_no_loop(string text) =>
        Assert.All(BlockRecorder.Read(text).Blocks, static block => Assert.Equal(BlockKind.Verbatim, block.Kind));

    [Fact]
    public void Pins_have_places_and_others_stand_apart()
    {
        NetReport report = Sample.Read<NetReport>(DesignSamples.PlacedNet);
        Assert.Equal(new PinLocation(133, 44), report.Pins[1].Pins[0].Location);
        Assert.Equal(new Capacitance(1.06, 1.14, 1.06, 1.14, CapacitanceForm.Range), report.Pins[1].Pins[0].Capacitance);
        Assert.Equal(("Other pins", 2), (report.Pins[2].Title, report.Pins[2].BlankLinesBefore));
    }

    [Fact]
    public void The_last_word_of_a_pin_is_its_net_though_it_be_a_number()
    {
        PinReport report = Sample.Read<PinReport>("Pin r1/CK hierarchical power 9\n");
        Assert.Equal((null, "9"), (report.Capacitance, report.Net));
        Assert.Equal(1.5, Sample.Read<PinReport>("Pin r1/CK input 1.5 9\n").Capacitance!.Value.RiseMin);
    }

    [Fact]
    public void An_instance_has_pins_and_their_loads()
    {
        InstanceReport report = Sample.Read<InstanceReport>(DesignSamples.VerboseInstance);
        Assert.Equal(("DFF_X1", "demo_tt", "specials/special_dividers/DFF_X1"), (report.Cell, report.Library, report.PathCells));
        Assert.Equal(["specials/dividers/u_core_clk_buf_z", null], report.Inputs!.Select(pin => pin.Net));
        Assert.Equal([new("specials/dividers/u_half/CK", "input", IsPort: false), new("core_clk", "output", IsPort: true)], report.Inputs![0].Loads);
        Assert.Equal("internal", Assert.Single(report.Others!).Direction);
        Assert.Null(report.Children);
        Assert.StartsWith("Instance u1\n", Sample.Print(report with { Instance = "u1" }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hierarchical_instance_has_children() =>
        Assert.Equal([new("and_gate", "AND2_X1"), new("buf_gate", "BUF_X1")], Sample.Read<InstanceReport>(DesignSamples.HierarchicalInstance).Children!);

    [Fact]
    public void A_library_cell_has_ports()
    {
        LibraryCellReport report = Sample.Read<LibraryCellReport>(DesignSamples.LibraryCell);
        Assert.Equal(("DFF_X1", "demo_tt", "/tmp/demo/demo tt.lib"), (report.Cell, report.Library, report.File));
        Assert.Equal(2.4, report.Ports[1].Capacitance!.Value.RiseMin);
        Assert.Equal("IQ", report.Ports[2].Function);
        Assert.Null(report.TimingArcs);
    }

    [Fact]
    public void A_library_cell_has_arcs()
    {
        LibraryCellReport report = Sample.Read<LibraryCellReport>(DesignSamples.LibraryCellWithArcs);
        Assert.Equal([false, false, true, true, false], report.Ports.Select(port => port.IsMember));
        Assert.Equal(("!EN", "!(A+(B[1]*B[0]))"), (report.Ports[4].Enable, report.Ports[4].Function));
        LibraryTimingArc arc = report.TimingArcs![0];
        Assert.Equal(("A", "ZN", "combinational", "!B1*!B2"), (arc.From, arc.To, arc.Role, arc.When));
        Assert.Equal([new("^", "v"), new("v", "^")], arc.Edges);
        Assert.Null(report.TimingArcs[1].When);
        Assert.EndsWith("  Reg Clk to Q\n  v -> ^\n", Sample.Print(report with { TimingArcs = [report.TimingArcs[1] with { Edges = [new("v", "^")] }] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DesignSamples.Pin, NetPinKind.Leaf, "input", "data_in[29]")]
    [InlineData(DesignSamples.HierarchicalPin, NetPinKind.Hierarchical, "input", "data_in[6]")]
    [InlineData(DesignSamples.PortPin, NetPinKind.Port, "output", null)]
    public void A_pin_has_a_net_or_none(string text, NetPinKind kind, string direction, string? net)
    {
        PinReport report = Sample.Read<PinReport>(text);
        Assert.Equal((kind, direction, net), (report.Kind, report.Direction, report.Net));
        Assert.EndsWith(" other\n", Sample.Print(report with { Net = "other" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_tell_where_they_are_from()
    {
        ConstantReport report = Sample.Read<ConstantReport>(DesignSamples.Constants);
        Assert.Equal([new("S", "1", "1", null), new("A", "X", null, null), new("Z", "0", "0", "0")], report.Pins);
        Assert.Equal("B 1 logic=1\n", Sample.Print(new ConstantReport { Pins = [new("B", "1", null, "1")] }));
    }

    [Theory]
    [InlineData("u1/Z u2/A loop\n")]
    [InlineData("u1 a z constraint\n")]
    [InlineData("in[0] u2/A constraint\n")]
    public void A_disabled_edge_may_stand_alone(string text) => Assert.Single(Sample.Read<DisabledEdgesReport>(text).Edges);

    [Fact]
    public void Disabled_edges_tell_why()
    {
        IReadOnlyList<DisabledEdge> edges = Sample.Read<DisabledEdgesReport>(DesignSamples.DisabledEdges).Edges;
        Assert.Equal((null, "data_in[29]", "core/u_mix_29/A"), (edges[0].Instance, edges[0].From, edges[0].To));
        Assert.Equal([new("A", "1"), new("data_in[29]", "1")], edges[0].Reasons[0].Constants);
        Assert.Equal(["constraint", "constant", "loop"], edges[2].Reasons.Select(reason => reason.Name));
        Assert.Equal("positive_unate", edges[2].Reasons[1].Sense);
        Assert.Equal("S & !T", edges[3].When);
    }
}
