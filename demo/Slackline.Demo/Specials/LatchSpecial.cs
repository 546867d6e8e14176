using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>
/// Level-sensitive latches: data that comes before the latch opens, while it is open, passed on late from one latch
/// to the next, and after it has closed.
/// </summary>
internal sealed class LatchSpecial(ClockPlan clocks) : Special(clocks)
{
    public override string Name => "latches";

    public override IEnumerable<string> Constraints() => [];

    protected override void Fill(ModuleBuilder module)
    {
        var clock = BufferClock(module, Clocks.Core);

        // Early: half a period is too much time, so the data waits for the low latch to open.
        var early = module.Toggle("u_early", clock);
        var waited = module.Gate("u_early_latch", "DLL_X1", clock, module.Chain("u_early_in", early, 0.1 * NominalPeriod));
        Capture(module, "u_early_end", clock, module.Chain("u_early_out", waited, 0.2 * NominalPeriod));

        // Late: the low latch opens half a period after the launch, the high latch another half later. Both borrow,
        // so the second has time given to its startpoint and time borrowed from its endpoint.
        var late = module.Toggle("u_late", clock);
        var low = module.Gate("u_late_low", "DLL_X1", clock, module.Chain("u_late_in", late, 0.55 * NominalPeriod));
        var high = module.Gate("u_late_high", "DLH_X1", clock, module.Chain("u_late_mid", low, 0.5 * NominalPeriod));
        Capture(module, "u_late_end", clock, module.Chain("u_late_out", high, 0.3 * NominalPeriod));

        // At once: data launched by a rising edge meets a high latch that the same edge has opened.
        var direct = module.Toggle("u_direct", clock);
        var through = module.Gate("u_direct_latch", "DLH_X1", clock, module.Chain("u_direct_in", direct, 0.05 * NominalPeriod));
        Capture(module, "u_direct_end", clock, module.Chain("u_direct_out", through, 0.3 * NominalPeriod));

        // Too late: the latch has closed.
        var missed = module.Toggle("u_missed", clock);
        var closed = module.Gate("u_missed_latch", "DLL_X1", clock, module.Chain("u_missed_in", missed, 1.0 * NominalPeriod));
        Capture(module, "u_missed_end", clock, closed);
    }
}
