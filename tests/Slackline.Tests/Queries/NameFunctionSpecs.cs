using System.Text;
using CsCheck;
using Slackline.Queries;
using Slackline.Queries.Evaluation;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Tests.Queries;

/// <summary>bus() and level(): what they make of names.</summary>
public class NameFunctionSpecs
{
    private static readonly Gen<string> s_name = Gen.OneOf("r", "a_reg", "u_ram", "gen", "[3]", "[12]", "\\[7\\]", "_12_", "_3_", "[x]", "[3:0]", "_", "/", ".", "\\/", "9", "A", "[", "]", "é")
        .Array[1, 8].Select(static parts => string.Concat(parts));

    [Theory]
    [InlineData("core/state_reg[12]", "core/state_reg[*]")]
    [InlineData("core/data_q_reg_12_", "core/data_q_reg_*_")]
    [InlineData("core/m[3][12]", "core/m[*][*]")]
    [InlineData("core/mem_reg_3__12_", "core/mem_reg_*__*_")]
    [InlineData("core/state_reg\\[12\\]", "core/state_reg\\[*\\]")]
    [InlineData("core/m\\[3\\]\\[12\\]", "core/m\\[*\\]\\[*\\]")]
    [InlineData("fifo_reg[3][data][7]", "fifo_reg[3][data][*]")]
    [InlineData("gen[3]/u_core/q", "gen[3]/u_core/q")]
    [InlineData("gen[3].q", "gen[3].q")]
    [InlineData("gen[3].q_reg[5]", "gen[3].q_reg[*]")]
    [InlineData("core/q", "core/q")]
    [InlineData("core/_0123_", "core/_0123_")]
    [InlineData("_0123_", "_0123_")]
    [InlineData("core._0123_", "core._0123_")]
    [InlineData("core/[3]", "core/[3]")]
    [InlineData("data[3:0]", "data[3:0]")]
    [InlineData("data[x]", "data[x]")]
    [InlineData("data[]", "data[]")]
    [InlineData("data__", "data__")]
    [InlineData("state_reg_60", "state_reg_60")]
    public void The_index_at_the_end_of_an_instance_or_port_is_that_of_a_bus(string name, string bus) => Assert.Equal(bus, Bus(name, name));

    [Theory]
    [InlineData("core/r[7]/D", "core/r[*]/D")]
    [InlineData("u_ram/A[3]", "u_ram/A[*]")]
    [InlineData("u_ram[2]/A[3]", "u_ram[2]/A[*]")]
    [InlineData("gen[3]/u_core/D", "gen[3]/u_core/D")]
    [InlineData("core/data_q_reg_12_/D", "core/data_q_reg_*_/D")]
    [InlineData("core/_0123_/Y", "core/_0123_/Y")]
    [InlineData("core.r[7].D", "core.r[*].D")]
    [InlineData("in[3]", "in[*]")]
    public void Of_a_pin_it_is_the_pins_own_or_else_its_instances(string pin, string bus) => Assert.Equal(bus, Bus(pin, PlainNames.Instance(pin)));

    [Fact]
    [Property]
    public void Buses_are_what_the_plain_reading_finds() => Gen.Select(s_name, Gen.Bool).Holds(
        static (name, isPin) => Assert.Equal(PlainNames.Bus(name, isPin ? PlainNames.Instance(name) : name), Bus(name, isPin ? PlainNames.Instance(name) : name)),
        iter: 20_000);

    [Theory]
    [InlineData("level(endpoint, 1)", "core")]
    [InlineData("level(endpoint, 2)", "core/dp_0")]
    [InlineData("level(endpoint, 4)", "core/dp_0/stage_1/reg[3]")]
    [InlineData("level(endpoint, 9)", "core/dp_0/stage_1/reg[3]")]
    [InlineData("level(endpoint_pin, 2)", "core/dp_0")]
    [InlineData("level(endpoint_pin, 4)", "core/dp_0/stage_1/reg[3]")]
    [InlineData("level(endpoint_pin, 5)", "core/dp_0/stage_1/reg[3]")]
    [InlineData("bus(level(endpoint_pin, 5))", "core/dp_0/stage_1/reg[*]")]
    [InlineData("level(bus(endpoint_pin), 5)", "core/dp_0/stage_1/reg[*]")]
    [InlineData("bus(endpoint)", "core/dp_0/stage_1/reg[*]")]
    [InlineData("bus(endpoint_pin)", "core/dp_0/stage_1/reg[*]/D")]
    [InlineData("level(startpoint, 3)", "data_in[7]")]
    [InlineData("level(startpoint_pin, 1)", "data_in[7]")]
    [InlineData("bus(startpoint_pin)", "data_in[*]")]
    [InlineData("level(group, 1)", "g")]
    [InlineData("max(point.delay where point.instance = \"core/dp_0/u1\")", "0.3")]
    [InlineData("count(level(point.pin, 2) = \"core/dp_0\")", "2")]
    [InlineData("count(bus(point.pin) like \"*reg[\\*]/D\")", "1")]
    public void Names_are_the_same_whether_an_instance_or_its_pin_is_asked(string expression, string value) =>
        Assert.Equal([value], Values(Report, expression));

    [Theory]
    [InlineData("level(endpoint, 4)", "core/dp_0/stage_1/reg[3]")]
    [InlineData("bus(endpoint)", "core/dp_0/stage_1/reg[*]/D")]
    [InlineData("level(endpoint_pin, 5)", "core/dp_0/stage_1/reg[3]")]
    public void A_format_that_names_pins_for_endpoints_has_the_same_levels(string expression, string value) =>
        Assert.Equal([value], Values(EndReport, expression));

    [Theory]
    [InlineData("bus(endpoint_pin) = \"core/dp_0/stage_1/reg[*]/D\"", true)]
    [InlineData("bus(endpoint_pin) != \"core/dp_0/stage_1/reg[*]/D\"", false)]
    [InlineData("bus(endpoint_pin) in (\"x\", \"core/dp_0/stage_1/reg[*]/D\")", true)]
    [InlineData("bus(endpoint_pin) like \"*reg[\\*]/D\"", true)]
    [InlineData("bus(endpoint) matches \"reg\\[\\*\\]$\"", true)]
    [InlineData("level(endpoint, 3) under \"core/dp_0\"", true)]
    [InlineData("level(endpoint, 1) under \"core/dp_0\"", false)]
    [InlineData("level(endpoint, 1) = level(startpoint, 1)", false)]
    [InlineData("level(endpoint, 1) != level(startpoint, 1)", true)]
    [InlineData("bus(endpoint) = endpoint", false)]
    [InlineData("group = level(group, 2)", true)]
    [InlineData("bus(corner) is null", true)]
    [InlineData("any bus(point.pin) = \"core/dp_0/stage_1/reg[*]/D\"", true)]
    [InlineData("\"core\" = level(endpoint, 1)", true)]
    public void They_are_texts_in_filters(string filter, bool holds)
    {
        PathChunk chunk = SampleReport.Read(Report);
        Assert.Equal(holds ? 1 : 0, PathFilter.Parse(filter).Match(chunk, new int[1]));
    }

    private const string Report =
        """
        Startpoint: data_in[7] (input port clocked by clk)
        Endpoint: core/dp_0/stage_1/reg[3] (rising edge-triggered flip-flop clocked by clk)
        Path Group: g
        Path Type: max

          Delay    Time   Description
        ---------------------------------------------------------
           0.00    0.00   clock clk (rise edge)
           0.00    0.00   clock network delay (ideal)
           0.10    0.10 ^ data_in[7] (in)
           0.30    0.40 v core/dp_0/u1/Z (BUF_X1)
           0.00    0.40 v core/dp_0/stage_1/reg[3]/D (DFF_X1)
                   0.40   data arrival time

           5.00    5.00   clock clk (rise edge)
           0.00    5.00   clock network delay (ideal)
           0.00    5.00   clock reconvergence pessimism
          -0.10    4.90   clock uncertainty
                   4.90 ^ core/dp_0/stage_1/reg[3]/CK (DFF_X1)
          -0.16    4.74   library setup time
                   4.74   data required time
        ---------------------------------------------------------
                   4.74   data required time
                  -0.40   data arrival time
        ---------------------------------------------------------
                   4.34   slack (MET)


        """;

    private const string EndReport =
        """
        max_delay/setup group clk

                                             Required  Actual
        Endpoint                               Delay   Delay   Slack
        ------------------------------------------------------------
        core/dp_0/stage_1/reg[3]/D (DFF_X1)     4.74    0.40    4.34 (MET)


        """;

    private static string Bus(string name, string instance) =>
        Encoding.UTF8.GetString(new BusName().Of(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetByteCount(instance)));

    private static IEnumerable<string> Values(string report, string expression)
    {
        PathChunk chunk = SampleReport.Read(report);
        var values = new PathValues(PathColumns.Parse(expression));
        values.Load(chunk, [.. Enumerable.Range(0, chunk.Count)]);
        return [.. Enumerable.Range(0, chunk.Count).Select(i => values.Value(0, i).ToString())];
    }
}
