using System.Globalization;
using CsCheck;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Makes random paths in JSON, as the versions of <c>report_checks</c> and <c>report_path</c> print them.</summary>
internal static class JsonSpecGen
{
    private static readonly Gen<string> s_text = Gen.Frequency((3, NastyNames.Any), (1, Gen.OneOf("", "path delay", "a \" b\\", "x\",", "\"", ",")));

    private static readonly Gen<string?> s_clock = Optional(Gen.Select(Gen.OneOf("rising", "falling"), s_text, static (edge, clock) => $"{edge}-edge clock {clock}"));

    /// <summary>Units that a library may have.</summary>
    public static Gen<TimingUnits> Units { get; } =
        Gen.OneOf(TimingUnits.Default, new TimingUnits(1e-12, 1e-15), new TimingUnits(1e-11, 1e-13), new TimingUnits(1e-10, 1e-14), new TimingUnits(1, 1));

    /// <summary>Any path.</summary>
    public static Gen<JsonSpec> Any { get; } = Gen.Select(Gen.Frequency((3, Gen.Const(3)), (1, Gen.Int[0, 14])), Units, Gen.Enum<JsonKeySet>())
        .SelectMany(static (digits, units, keys) => Of(digits, units, keys));

    /// <summary>The double nearest to a decimal number with an exponent.</summary>
    public static double Number(long mantissa, int exponent) =>
        double.Parse($"{mantissa}e{exponent}", NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);

    private static Gen<JsonSpec> Of(int digits, TimingUnits units, JsonKeySet keys)
    {
        Gen<double> time = InUnit(digits, units.TimeExponent);
        Gen<JsonPointSpec[]> points = Point(time, InUnit(digits, units.CapacitanceExponent), keys).Array[0, 5];
        Gen<JsonCheckSpec?> check = Gen.Frequency((1, Gen.Const((JsonCheckSpec?)null)), (5, Check(time, points).Select(static JsonCheckSpec? (spec) => spec)));
        return Gen.Select(check, points, (spec, path) => new JsonSpec(spec, path, digits, units) { Keys = keys });
    }

    // A number as it is printed has one figure before the point, and none but 0 begins with 0.
    private static Gen<double> InUnit(int digits, int unit)
    {
        long first = (long)Math.Pow(10, digits);
        Gen<int> exponent = Gen.Frequency((6, Gen.Int[-16, -8]), (1, Gen.Int[-99, 99]), (1, Gen.Int[-200, 200]));
        return Gen.Frequency(
            (8, Gen.Select(Gen.Long[first, (first * 10) - 1], exponent, Gen.Bool, (mantissa, power, isNegative) => Number(isNegative ? -mantissa : mantissa, power - digits - unit))),
            (1, Gen.OneOf(0, -0.0)));
    }

    private static Gen<JsonPointSpec> Point(Gen<double> time, Gen<double> capacitance, JsonKeySet keys)
    {
        bool hasInstance = keys is JsonKeySet.New or JsonKeySet.Old;
        Gen<double> place = Gen.Long[-999_999_999_999_999, 999_999_999_999_999].Select(static mantissa => mantissa / 1e9);
        return Gen.Select(
            Gen.Select(s_text, Gen.Frequency((3, NastyNames.Cell), (1, Gen.Const(""))), s_text),
            NastyNames.Any,
            Gen.Select(time, Gen.Bool, capacitance, time),
            Optional(s_text),
            Gen.Frequency((3, Gen.Const(Array.Empty<string>())), (1, s_text.Array[1, 3])),
            Gen.Select(Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true))), place, place),
            (names, pin, numbers, net, hierarchy, location) => new JsonPointSpec(
                hasInstance ? names.Item1 : "", hasInstance ? names.Item2 : "", hasInstance ? names.Item3 : "", pin, numbers.Item1, numbers.Item2 ? numbers.Item3 : null, numbers.Item4)
            {
                Net = hasInstance ? net : null,
                HierarchicalPins = hierarchy,
                Place = location.Item1 ? (location.Item2, location.Item3) : null,
            });
    }

    private static Gen<JsonCheckSpec> Check(Gen<double> time, Gen<JsonPointSpec[]> points)
    {
        Gen<JsonTimesSpec?> times = Gen.Select(time.Array[6], Gen.Bool, Gen.Bool, Gen.Int[0, 9], Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false))), static JsonTimesSpec? (number, hasDelay, hasCycles, cycles, isThere) =>
            isThere ? new JsonTimesSpec(number[0], number[1], number[2], number[3], number[4], hasDelay ? number[5] : null, hasCycles ? cycles : null) : null);
        Gen<JsonPointSpec[]?> optional = Optional(points);
        return Gen.Select(
            Gen.Select(Gen.OneOf("check", "output_delay", "unconstrained", "path_delay"), s_text, Gen.OneOf(PathType.Max, PathType.Min), s_text, s_text),
            s_clock, s_clock, optional, optional, times, Gen.Bool,
            static (texts, sourceClock, targetClock, sourcePath, targetPath, times, comma) =>
                new JsonCheckSpec(texts.Item1, texts.Item2, texts.Item3, texts.Item4, texts.Item5)
                {
                    SourceClock = sourceClock,
                    TargetClock = targetClock,
                    SourceClockPath = sourcePath,
                    TargetClockPath = targetPath,
                    Times = times,
                    DanglingComma = times is null && (comma || (targetClock is not null && targetPath is null)),
                });
    }

    private static Gen<T?> Optional<T>(Gen<T> value)
        where T : class => Gen.Frequency((1, Gen.Const((T?)null)), (2, value.Select(static T? (it) => it)));
}
