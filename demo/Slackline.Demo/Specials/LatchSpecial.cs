using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>Level-sensitive latches: early data, data that borrows, two latches that pass borrowed time on, and too late.</summary>
internal sealed class LatchSpecial(ClockPlan clocks) : Special(clocks)
{
    public override string Name => "latches";

    public override IEnumerable<string> Constraints() => [];

    protected override void Fill(ModuleBuilder module)
    {
        var clock = BufferClock(module, Clocks.Core);

        // Early: the data waits for the latch to open.
        var early = module.Toggle("u_early", clock);
        var waited = module.Gate("u_early_latch", "DLH_X1", clock, module.Chain("u_early_in", early, 0.3 * Period));
        Capture(module, "u_early_end", clock, module.Chain("u_early_out", waited, 0.3 * Period));

        // Late: the high latch opens one period after the launch, the low latch half a period later. Both borrow,
        // so the second has time given to its startpoint and time borrowed from its endpoint.
        var late = module.Toggle("u_late", clock);
        var high = module.Gate("u_late_high", "DLH_X1", clock, module.Chain("u_late_in", late, 1.05 * Period));
        var low = module.Gate("u_late_low", "DLL_X1", clock, module.Chain("u_late_mid", high, 0.45 * Period));
        Capture(module, "u_late_end", clock, module.Chain("u_late_out", low, 0.15 * Period));

        // Too late: the latch has closed.
        var missed = module.Toggle("u_missed", clock);
        var closed = module.Gate("u_missed_latch", "DLH_X1", clock, module.Chain("u_missed_in", missed, 1.5 * Period));
        Capture(module, "u_missed_end", clock, closed);
    }
}
