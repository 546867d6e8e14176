using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>
/// Recovery and removal checks: for each clock a reset synchronizer (asserted at once, released in step with the
/// clock), and a register with both set and reset.
/// </summary>
internal sealed class ResetSpecial(ClockPlan clocks) : Special(clocks)
{
    public override string Name => "resets";

    public override IEnumerable<string> Constraints()
    {
        yield return Text.Of(
            $"set_input_delay {Time(0.2 * Period)} -clock {Clocks.Core.Name} [get_ports rst_n]");
    }

    protected override void Fill(ModuleBuilder module)
    {
        var reset = module.Gate("u_rst_buf", "BUF_X4", module.Input("rst_n"));
        foreach (var clock in Clocks.All)
        {
            var leaf = BufferClock(module, clock);
            var meta = module.Toggle($"u_{clock.Name}_tick", leaf);
            var sync = module.Gate($"u_{clock.Name}_sync", "DFFR_X1", leaf, meta, reset);
            module.Place(
                $"u_{clock.Name}_release", "BUF_X4", module.Output(clock.Reset), sync);
            if (clock == Clocks.Core)
            {
                module.Gate("u_set_reset", "DFFRS_X1", leaf, meta, sync, sync);
            }
        }
    }
}
