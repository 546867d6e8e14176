using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>Data checks: one data signal must be stable around another's arrival; and a skew check between two clock pins.</summary>
internal sealed class DataCheckSpecial(ClockPlan clocks) : Special(clocks)
{
    public override string Name => "data_checks";

    public override int ConstrainedEndpoints => 2;

    public override IEnumerable<string> Constraints()
    {
        yield return Text.Of($"set_data_check -from {Pin("u_strobe/Z")} -to {Pin("u_lane_0/A")} -setup {Time(0.10 * Period)}");
        yield return Text.Of($"set_data_check -from {Pin("u_strobe/Z")} -to {Pin("u_lane_0/A")} -hold {Time(0.05 * Period)}");
        yield return Text.Of($"set_data_check -from {Pin("u_strobe/Z")} -to {Pin("u_lane_1/A")} -setup {Time(0.25 * Period)}");
    }

    protected override void Fill(ModuleBuilder module)
    {
        var clock = BufferClock(module, Clocks.Core);
        var strobe = module.Chain("u_strobe_in", module.Toggle("u_strobe_launch", clock), 0.3 * NominalPeriod);
        Capture(module, "u_strobe_end", clock, module.Gate("u_strobe", "BUF_X1", strobe));
        for (var lane = 0; lane < 2; lane++)
        {
            var data = module.Chain(
                Text.Of($"u_lane_{lane}_in"), module.Toggle(Text.Of($"u_lane_{lane}_launch"), clock), 0.15 * (lane + 1) * NominalPeriod);
            Capture(module, Text.Of($"u_lane_{lane}_end"), clock, module.Gate(Text.Of($"u_lane_{lane}"), "BUF_X1", data));
        }

        // The second clock pin hangs from two buffers more, which is the skew that the library checks.
        var skewed = module.Chain("u_skew", clock, 0.2);
        module.Gate("u_two_clocks", "DFF2CK_X1", clock, strobe, skewed);
    }
}
