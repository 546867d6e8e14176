using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>
/// One kind of timing path that random logic would not have: a small module next to the constraints that belong to
/// it. It is placed at <c>specials/NAME</c>.
/// </summary>
internal abstract class Special(ClockPlan clocks)
{
    public abstract string Name { get; }

    /// <summary>Endpoints that come from constraints rather than from a cell's checks, such as output ports.</summary>
    public virtual int ConstrainedEndpoints => 0;

    protected ClockPlan Clocks { get; } = clocks;

    /// <summary>core_clk's period, the measure of every delay that a constraint names.</summary>
    protected double Period => Clocks.CorePeriod;

    /// <summary>The delay that, in the slowest corner, becomes a whole <see cref="Period"/>; the measure for chains of cells.</summary>
    protected double NominalPeriod => Clocks.CorePeriod / Clocks.SlowestScale;

    /// <summary>A time in ns as a constraint writes it.</summary>
    protected string Time(double nanoseconds) => Clocks.Units.ConstraintTime(nanoseconds);

    protected string Path => $"specials/{Name}";

    public Module Build()
    {
        var module = new ModuleBuilder($"special_{Name}", Path);
        Fill(module);
        return module.Build();
    }

    /// <summary>SDC commands, in order.</summary>
    public abstract IEnumerable<string> Constraints();

    protected abstract void Fill(ModuleBuilder module);

    /// <summary>A clock port and a buffer behind it; gives the buffered clock.</summary>
    protected static string BufferClock(ModuleBuilder module, Clock clock) =>
        module.Gate($"u_{clock.Name}_buf", "CLKBUF_X4", module.Input(clock.Name));

    /// <summary>A register that ends a path and drives nothing.</summary>
    protected static void Capture(ModuleBuilder module, string instance, string clock, string data, string cell = "DFF_X1") =>
        module.Gate(instance, cell, clock, data);

    protected string Pin(string pin) => $"[get_pins {{{Path}/{pin}}}]";

    protected string Register(string instance) => $"[get_cells {{{Path}/{instance}}}]";
}
