using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>Gated clocks: a library clock gate, whose checks the library has, and bare AND and OR gates, whose checks are inferred.</summary>
internal sealed class GatingSpecial(ClockPlan clocks) : Special(clocks)
{
    public override string Name => "gating";

    public override int ConstrainedEndpoints => 3;

    public override IEnumerable<string> Constraints()
    {
        yield return Text.Of($"set_clock_gating_check -setup {Time(0.04 * Period)} -hold {Time(0.02 * Period)}");
    }

    protected override void Fill(ModuleBuilder module)
    {
        var clock = BufferClock(module, Clocks.Core);
        var enable = module.Toggle("u_enable", clock);
        Gated(module, "icg", module.Gate("u_icg", "CLKGATE_X4", clock, enable));

        // An AND gate wants its enable to change while the clock is low, hence the falling-edge register.
        var fallingEnable = module.Toggle("u_falling_enable", clock, "DFFN_X1");
        Gated(module, "and", module.Gate("u_and", "AND2_X4", clock, fallingEnable));

        // This one changes right after the rising edge, while the clock is high: a hold violation to look at.
        Gated(module, "glitchy", module.Gate("u_glitchy_and", "AND2_X4", clock, enable));
        Gated(module, "or", module.Gate("u_or", "OR2_X4", clock, enable));
    }

    private static void Gated(ModuleBuilder module, string name, string clock) => module.Toggle($"u_{name}_counter", clock);
}
