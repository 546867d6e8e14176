using System.Globalization;

namespace Slackline.Demo.Library;

/// <summary>The units in which a design's library and constraints are written. The design itself is the same in all of them.</summary>
internal sealed class Units
{
    private static readonly (string Name, double InNanoseconds)[] s_times = [("1ns", 1), ("100ps", 0.1), ("10ps", 0.01), ("1ps", 0.001)];
    private static readonly (string Name, double InFemtofarads)[] s_capacitances = [("1fF", 1), ("10fF", 10), ("100fF", 100), ("1pF", 1000)];

    private readonly double _time;
    private readonly double _capacitance;

    /// <summary>Units by their names, which must be known.</summary>
    public Units(string time, string capacitance)
    {
        TimeName = time;
        CapacitanceName = capacitance;
        _time = s_times.First(unit => unit.Name == time).InNanoseconds;
        _capacitance = s_capacitances.First(unit => unit.Name == capacitance).InFemtofarads;
    }

    public static IEnumerable<string> TimeNames => s_times.Select(unit => unit.Name);

    public static IEnumerable<string> CapacitanceNames => s_capacitances.Select(unit => unit.Name);

    public string TimeName { get; }

    public string CapacitanceName { get; }

    /// <summary>What Liberty's capacitive_load_unit says.</summary>
    public string LibertyCapacitance => $"{CapacitanceName[..^2]}, {CapacitanceName[^2..].ToLowerInvariant()}";

    /// <summary>A time of the library, given in ns.</summary>
    public string Time(double nanoseconds) => Text.Of(Rounded(nanoseconds, "0.#####") / _time);

    /// <summary>A time of a constraint, given in ns: whole picoseconds.</summary>
    public string ConstraintTime(double nanoseconds) => Text.Of(Rounded(nanoseconds, "0.###") / _time);

    /// <summary>A capacitance, given in fF.</summary>
    public string Capacitance(double femtofarads) => Text.Of(femtofarads / _capacitance);

    // As text rounds it, so that the numbers are the same in all units.
    private static double Rounded(double value, string format) =>
        double.Parse(value.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
