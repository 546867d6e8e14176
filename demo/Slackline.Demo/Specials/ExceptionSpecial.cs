using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>Path exceptions (multicycle, false, maximum and minimum delay) and path groups of the user's own.</summary>
internal sealed class ExceptionSpecial(ClockPlan clocks) : Special(clocks)
{
    // Each is a register to register path of so many core_clk periods, with the exceptions on it.
    private static readonly (string Name, double Periods)[] s_paths =
    [
        ("multicycle", 1.6), ("false", 3), ("max_delay", 0.7), ("max_delay_missed", 0.9), ("no_latency", 0.6),
        ("min_delay", 0.2), ("grouped", 0.7), ("grouped_too", 1.0),
    ];

    public override string Name => "exceptions";

    public override IEnumerable<string> Constraints()
    {
        yield return $"set_multicycle_path 2 -setup -to {Register("u_multicycle_end")}";
        yield return $"set_multicycle_path 1 -hold -to {Register("u_multicycle_end")}";
        yield return $"set_false_path -from {Register("u_false_start")} -to {Register("u_false_end")}";
        yield return Text.Of($"set_max_delay {Time(0.95 * Period)} -to {Pin("u_max_delay_end/D")}");
        yield return Text.Of($"set_max_delay {Time(0.80 * Period)} -to {Pin("u_max_delay_missed_end/D")}");
        yield return Text.Of($"set_max_delay -ignore_clock_latency {Time(0.90 * Period)} -to {Pin("u_no_latency_end/D")}");
        yield return Text.Of($"set_min_delay {Time(0.30 * Period)} -to {Pin("u_min_delay_end/D")}");
        yield return $"group_path -name user_group -weight 2 -to [get_cells {{{Path}/u_grouped*_end}}]";
    }

    protected override void Fill(ModuleBuilder module)
    {
        var clock = BufferClock(module, Clocks.Core);
        foreach (var (name, periods) in s_paths)
        {
            var data = module.Chain($"u_{name}", module.Toggle($"u_{name}_start", clock), periods * NominalPeriod);
            if (name == "false")
            {
                // A second, quick way in: only the slow one is false, so the endpoint stays constrained.
                data = module.Gate("u_false_mix", "OR2_X1", data, module.Toggle("u_quick_start", clock));
            }

            Capture(module, $"u_{name}_end", clock, data);
        }
    }
}
