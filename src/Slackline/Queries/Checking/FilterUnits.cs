using System.Globalization;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Checking;

/// <summary>The units that a filter's numbers may have.</summary>
internal static class FilterUnits
{
    /// <summary>The hint for an unknown unit.</summary>
    public const string Hint = "times are in fs, ps, ns, us, ms or s, capacitances in fF, pF or nF";

    private static readonly Dictionary<string, (ColumnType Kind, double Scale)> s_units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fs"] = (ColumnType.Time, 1e-15),
        ["ps"] = (ColumnType.Time, 1e-12),
        ["ns"] = (ColumnType.Time, 1e-9),
        ["us"] = (ColumnType.Time, 1e-6),
        ["ms"] = (ColumnType.Time, 1e-3),
        ["s"] = (ColumnType.Time, 1),
        ["fF"] = (ColumnType.Capacitance, 1e-15),
        ["pF"] = (ColumnType.Capacitance, 1e-12),
        ["nF"] = (ColumnType.Capacitance, 1e-9),
    };

    /// <summary>Converts a number with a unit into the report's unit. False when the unit is not known.</summary>
    public static bool TryConvert(double number, string unit, TimingUnits units, out double value, out Dimension dimension)
    {
        bool known = s_units.TryGetValue(unit, out (ColumnType Kind, double Scale) found);
        dimension = Dimension.Of(found.Kind);
        value = RoundOff(number * (found.Scale / (found.Kind == ColumnType.Time ? units.Time : units.Capacitance)));
        return known;
    }

    // 100ps must be the same double as the 0.1 of a report in nanoseconds; factors such as 1e-12/1e-9 are off in the last bit.
    private static double RoundOff(double value) =>
        double.Parse(value.ToString("E14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
