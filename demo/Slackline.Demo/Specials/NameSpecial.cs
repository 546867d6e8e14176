using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>s_names that readers trip over: escaped characters, brackets, dots and slashes, and very long ones.</summary>
internal sealed class NameSpecial(ClockPlan clocks) : Special(clocks)
{
    private static readonly string[] s_names =
    [
        "u_odd$name[3].reg",
        "bus[7]/slash.reg",
        "gen_lane[0].gen_bit[12].u_reg",
        "a+b=c(d)e@f#g%h",
        "u_configuration_and_status_register_file_with_a_very_long_and_descriptive_name_reg",
        "gen_channel[15].u_descriptor_prefetch_queue/entry_valid_and_not_yet_acknowledged_reg[127]",
    ];

    public override string Name => "names";

    public override IEnumerable<string> Constraints() => [];

    protected override void Fill(ModuleBuilder module)
    {
        var clock = BufferClock(module, Clocks.Core);
        var previous = module.Toggle("u_start", clock);
        foreach (var name in s_names)
        {
            var data = module.Chain(name + "_in", previous, 0.4 * NominalPeriod);
            previous = module.Gate(name, "DFF_X1", clock, data);
        }
    }
}
