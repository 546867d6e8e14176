using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>
/// Inputs and outputs: related to rising and falling edges, to a virtual clock, and a path straight through from
/// inputs to outputs.
/// </summary>
internal sealed class PortSpecial(ClockPlan clocks) : Special(clocks)
{
    private const string VirtualClock = "board_clk";

    public override string Name => "pads";

    public override int ConstrainedEndpoints => 4;

    public override IEnumerable<string> Constraints()
    {
        var io = Clocks.Io;
        yield return Text.Of($"create_clock -name {VirtualClock} -period {Time(io.Period)}");
        yield return Text.Of($"set_clock_latency -source {Time(0.1)} [get_clocks {VirtualClock}]");
        yield return Text.Of($"set_input_delay {Time(0.25 * io.Period)} -clock {io.Name} [get_ports pad_in]");
        yield return Text.Of($"set_input_delay {Time(0.10 * io.Period)} -clock {io.Name} -clock_fall [get_ports pad_in_fall]");
        yield return Text.Of($"set_input_delay {Time(0.20 * io.Period)} -clock {VirtualClock} [get_ports {{through_in[*]}}]");
        yield return Text.Of($"set_output_delay {Time(0.30 * io.Period)} -clock {io.Name} [get_ports pad_out]");
        yield return Text.Of($"set_output_delay {Time(0.10 * io.Period)} -clock {io.Name} -clock_fall [get_ports pad_out_fall]");
        yield return Text.Of($"set_output_delay {Time(0.40 * io.Period)} -clock {VirtualClock} [get_ports {{through_out[*]}}]");
        yield return "set_driving_cell -lib_cell BUF_X4 -pin Z [get_ports {pad_in through_in[*]}]";
        yield return $"set_input_transition {Time(0.12)} [get_ports pad_in_fall]";
        yield return $"set_load {Clocks.Units.Capacitance(25)} [get_ports {{pad_out pad_out_fall through_out[*]}}]";
        yield return "group_path -name through -from [get_ports {through_in[*]}] -to [get_ports {through_out[*]}]";
    }

    protected override void Fill(ModuleBuilder module)
    {
        var clock = BufferClock(module, Clocks.Io);
        var input = module.Chain("u_in", module.Input("pad_in"), 0.2);
        var fallingInput = module.Chain("u_in_fall", module.Input("pad_in_fall"), 0.2);
        var output = module.Output("pad_out");
        var fallingOutput = module.Output("pad_out_fall");
        module.Place("u_out", "BUF_X4", output, module.Gate("u_out_reg", "DFF_X2", clock, input));
        module.Place(
            "u_out_fall", "BUF_X4", fallingOutput, module.Gate("u_out_fall_reg", "DFF_X2", clock, fallingInput));

        module.Input("through_in", 2);
        module.Output("through_out", 2);
        var both = module.Gate("u_both", "NAND2_X2", "through_in[0]", "through_in[1]");
        var either = module.Gate("u_either", "AOI21_X2", "through_in[0]", both, "through_in[1]");
        module.Place("u_through_0", "BUF_X4", "through_out[0]", module.Chain("u_slow", both, 0.3));
        module.Place("u_through_1", "BUF_X4", "through_out[1]", either);
    }
}
