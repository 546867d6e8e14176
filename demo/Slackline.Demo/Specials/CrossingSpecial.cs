using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>A path from every clock to every other, so that each kind of crossing is there whatever the blocks do.</summary>
internal sealed class CrossingSpecial(ClockPlan clocks) : Special(clocks)
{
    public override string Name => "crossings";

    public override IEnumerable<string> Constraints()
    {
        foreach (var clock in Clocks.All.Where(clock => clock.IsAsynchronous))
        {
            yield return $"set_clock_groups -asynchronous -name {clock.Name}_alone -group [get_clocks {clock.Name}]";
        }

        var timed = Clocks.All.Where(clock => !clock.IsAsynchronous).ToArray();
        foreach (var from in timed)
        {
            foreach (var to in timed.Where(to => to != from))
            {
                yield return Text.Of(
                    $"set_clock_uncertainty -from {from.Name} -to {to.Name} -setup {Time(0.04 * Period)}");
                yield return Text.Of($"set_clock_uncertainty -from {from.Name} -to {to.Name} -hold {Time(0.03)}");
            }
        }

        if (Clocks.Memory != Clocks.Io)
        {
            yield return $"set_false_path -from [get_clocks {Clocks.Io.Name}] -to [get_clocks {Clocks.Memory.Name}]";
        }
    }

    protected override void Fill(ModuleBuilder module)
    {
        var leaves = Clocks.All.ToDictionary(clock => clock, clock => BufferClock(module, clock));
        foreach (var from in Clocks.All)
        {
            var launch = module.Toggle($"u_{from.Name}_launch", leaves[from]);
            foreach (var to in Clocks.All.Where(to => to != from))
            {
                // The gate mixes in a register of the capturing clock, so that an untimed crossing leaves a timed endpoint.
                var name = $"{from.Name}_to_{to.Name}";
                var state = module.Wire($"u_{name}_z");
                var mixed = module.Gate($"u_{name}_mix", "XOR2_X1", launch, state);
                module.Place($"u_{name}", "DFF_X1", state, leaves[to], mixed);
            }
        }
    }
}
