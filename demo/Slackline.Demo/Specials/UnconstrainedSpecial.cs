using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>What a constraint file forgot: a register whose clock nobody defined, an input and an output without delay.</summary>
internal sealed class UnconstrainedSpecial(ClockPlan clocks) : Special(clocks)
{
    public override string Name => "forgotten";

    /// <summary>The forgotten output port.</summary>
    public override int ConstrainedEndpoints => 1;

    public override IEnumerable<string> Constraints() => [];

    protected override void Fill(ModuleBuilder module)
    {
        var clock = BufferClock(module, Clocks.Core);
        var launch = module.Toggle("u_launch", clock);
        Capture(module, "u_unclocked", module.Input("free_clk"), module.Chain("u_lost", launch, 0.3 * NominalPeriod));
        var debug = module.Gate("u_debug_mix", "NAND2_X1", launch, module.Input("debug_in"));
        module.Place("u_debug", "BUF_X4", module.Output("debug_out"), debug);

        // A tie cell: its constant closes one of the two ways through the multiplexer.
        var low = module.Gate("u_low", "TIELO");
        Capture(module, "u_tied_end", clock, module.Gate("u_tied_mux", "MUX2_X1", launch, launch, low));
    }
}
