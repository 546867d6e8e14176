using Slackline.Demo.Library;
using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>A memory: a macro with bus pins and a minimum period of its own.</summary>
internal sealed class MemorySpecial(ClockPlan clocks) : Special(clocks)
{
    private const int AddressBits = 5;
    private const int DataBits = 8;

    public override string Name => "memory";

    public override IEnumerable<string> Constraints()
    {
        // A long wire on the way to the macro, known from a floorplan.
        yield return $"set_load {Clocks.Units.Capacitance(30)} [get_nets {{{Path}/write_enable}}]";
    }

    protected override void Fill(ModuleBuilder module)
    {
        var clock = BufferClock(module, Clocks.Memory);
        var address = module.Wire("address", AddressBits);
        var written = module.Wire("written", DataBits);
        var read = module.Wire("read", DataBits);
        var writeEnable = module.Wire("write_enable");
        for (var bit = 0; bit < AddressBits; bit++)
        {
            module.Place(
                Text.Of($"u_address_{bit}"),
                "BUF_X2",
                Text.Of($"{address}[{bit}]"),
                module.Toggle(Text.Of($"address_reg[{bit}]"), clock));
        }

        for (var bit = 0; bit < DataBits; bit++)
        {
            // What was read is changed a little and written back.
            var held = module.Gate(Text.Of($"read_reg[{bit}]"), "DFF_X1", clock, Text.Of($"{read}[{bit}]"));
            module.Place(
                Text.Of($"u_written_{bit}"), "INV_X2", Text.Of($"{written}[{bit}]"), held);
        }

        module.Place("u_write_enable", "BUF_X2", writeEnable, module.Toggle("u_write", clock));
        module.Connect(
            "u_sram",
            CellLibrary.Find("SRAM_32X8"),
            new("CLK", clock),
            new("A", address),
            new("D", written),
            new("WE", writeEnable),
            new("Q", read));
    }
}
