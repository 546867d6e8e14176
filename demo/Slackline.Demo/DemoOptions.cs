using Slackline.Demo.Library;
using Slackline.Demo.Plan;

namespace Slackline.Demo;

/// <summary>What the demonstration design shall look like. The same options give the same files, byte for byte.</summary>
/// <param name="Endpoints">Timing endpoints: data, enable and reset pins of registers, and output ports.</param>
/// <param name="Depth">Logic cells between two registers, give or take.</param>
/// <param name="Clocks">Root clocks; generated and virtual clocks come on top.</param>
/// <param name="Corners">Process corners, one Liberty file each.</param>
/// <param name="Seed">Another seed gives another design of the same kind.</param>
/// <param name="TimeUnit">What the times in its files count: 1ns, 100ps, 10ps or 1ps. The design is the same.</param>
/// <param name="CapacitanceUnit">What the capacitances count: 1fF, 10fF, 100fF or 1pF.</param>
public sealed record DemoOptions(
    int Endpoints = 1000, int Depth = 12, int Clocks = 3, int Corners = 1, ulong Seed = 1, string TimeUnit = "1ns", string CapacitanceUnit = "1fF")
{
    /// <summary>The fewest endpoints that have room for one path of every kind and a block for each clock.</summary>
    public static int FewestEndpoints(int clocks) => 400 + (75 * clocks);

    /// <summary>The most endpoints; OpenSTA itself would need hundreds of gigabytes beyond it.</summary>
    public const int MostEndpoints = 10_000_000;

    /// <summary>Says what is wrong with these options, one sentence a fault; empty when they are good.</summary>
    public IReadOnlyList<string> Validate()
    {
        var faults = new List<string>();
        Check("depth", Depth, 2, 100);
        Check("clocks", Clocks, 1, ClockPlan.MostClocks);
        Check("endpoints", Endpoints, FewestEndpoints(Math.Clamp(Clocks, 1, ClockPlan.MostClocks)), MostEndpoints);
        Check("corners", Corners, 1, Corner.Most);
        CheckUnit("time-unit", TimeUnit, Units.TimeNames);
        CheckUnit("capacitance-unit", CapacitanceUnit, Units.CapacitanceNames);
        return faults;

        void CheckUnit(string name, string value, IEnumerable<string> known)
        {
            if (!known.Contains(value))
            {
                faults.Add($"--{name} must be one of {string.Join(", ", known)}, not {value}.");
            }
        }

        void Check(string name, int value, int least, int most)
        {
            if (value < least || value > most)
            {
                faults.Add(Text.Of($"--{name} must be between {least} and {most}, not {value}."));
            }
        }
    }
}
