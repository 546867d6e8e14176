using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>Generated clocks: divided by two, divided again from that (a chain), doubled, and inverted.</summary>
internal sealed class GeneratedClockSpecial(ClockPlan clocks) : Special(clocks)
{
    private const string Half = "core_half_clk";
    private const string Quarter = "core_quarter_clk";
    private const string Double = "core_double_clk";
    private const string Inverted = "core_inverted_clk";

    public override string Name => "dividers";

    public override IEnumerable<string> Constraints()
    {
        var port = $"[get_ports {Clocks.Core.Name}]";
        yield return $"create_generated_clock -name {Half} -source {port} -divide_by 2 {Pin("u_half/Q")}";
        yield return $"create_generated_clock -name {Quarter} -source {Pin("u_half/Q")} -divide_by 2 {Pin("u_quarter/Q")}";
        yield return $"create_generated_clock -name {Double} -source {port} -multiply_by 2 {Pin("u_pll/Z")}";
        yield return $"create_generated_clock -name {Inverted} -source {port} -divide_by 1 -invert {Pin("u_inverter/Z")}";
        yield return $"set_propagated_clock [get_clocks {{{Half} {Quarter} {Double} {Inverted}}}]";
    }

    protected override void Fill(ModuleBuilder module)
    {
        var clock = BufferClock(module, Clocks.Core);
        var half = module.Gate("u_half_buf", "CLKBUF_X4", module.Toggle("u_half", clock));
        var quarter = module.Gate("u_quarter_buf", "CLKBUF_X4", module.Toggle("u_quarter", half));
        var doubled = module.Gate("u_pll", "CLKBUF_X4", clock);
        var inverted = module.Gate("u_inverter", "INV_X4", clock);
        (string Name, string Net)[] domains = [("half", half), ("quarter", quarter), ("double", doubled), ("inverted", inverted)];
        foreach (var (name, net) in domains)
        {
            // Inside the generated clock's domain, and both ways across to its master.
            Capture(module, $"u_{name}_to_core", clock, module.Toggle($"u_{name}_counter", net));
            Capture(module, $"u_core_to_{name}", net, module.Toggle($"u_{name}_request", clock));
        }
    }
}
