using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Slackline.Timing;

/// <summary>The units of a report's numbers: OpenSTA's <c>report_units</c>.</summary>
/// <param name="Time">Seconds in one unit of time.</param>
/// <param name="Capacitance">Farads in one unit of capacitance.</param>
public sealed record TimingUnits(double Time, double Capacitance)
{
    /// <summary>The power of ten that the unit of time is, in seconds: -9 for 1 ns. OpenSTA knows no units between.</summary>
    internal int TimeExponent { get; } = (int)Math.Round(Math.Log10(Time));

    /// <summary>The power of ten that the unit of capacitance is, in farads.</summary>
    internal int CapacitanceExponent { get; } = (int)Math.Round(Math.Log10(Capacitance));

    /// <summary>The unit of time: <c>ns</c>, <c>10ps</c>.</summary>
    internal string TimeText => Single(Text(TimeExponent, "s"));

    /// <summary>The unit of capacitance, likewise.</summary>
    internal string CapacitanceText => Single(Text(CapacitanceExponent, "F"));

    /// <summary>1 ns and 1 pF.</summary>
    public static TimingUnits Default { get; } = new(1e-9, 1e-12);

    /// <summary>
    /// Reads the lines of <c>report_units</c>, such as <c> time 1ns</c> and <c> capacitance 10fF</c>; other lines do not matter.
    /// False when one of the two is missing or is not a unit.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> report, [NotNullWhen(true)] out TimingUnits? units)
    {
        double time = double.NaN;
        double capacitance = double.NaN;
        foreach (ReadOnlySpan<char> line in report.EnumerateLines())
        {
            ReadOnlySpan<char> words = line.Trim();
            if (words.StartsWith("time "))
            {
                time = Scale(words["time ".Length..], 's');
            }
            else if (words.StartsWith("capacitance "))
            {
                capacitance = Scale(words["capacitance ".Length..], 'F');
            }
        }

        units = time > 0 && capacitance > 0 ? new TimingUnits(time, capacitance) : null;
        return units is not null;
    }

    /// <summary>As <c>--units</c> takes them: <c>1ns,1pF</c>, <c>10ps,100fF</c>.</summary>
    public override string ToString() => $"{Text(TimeExponent, "s")},{Text(CapacitanceExponent, "F")}";

    // One nanosecond is "ns", and ten picoseconds "10ps".
    private static string Single(string unit) => unit.StartsWith('1') && char.IsLetter(unit[1]) && unit[1] != 'e' ? unit[1..] : unit;

    private static string Text(int exponent, string unit)
    {
        const string Prefixes = "afpnum";
        int thousands = (int)Math.Floor(exponent / 3.0);
        int ones = exponent - (3 * thousands);
        return thousands is < 0 and >= -6
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Pow(10, ones)}{Prefixes[thousands + 6]}{unit}")
            : string.Create(CultureInfo.InvariantCulture, $"1e{exponent}{unit}");
    }

    // "1ns", "10ps", "1.000000e-12s": a number, a metric prefix and the unit's letter. NaN for a text that is not a unit.
    private static double Scale(ReadOnlySpan<char> text, char unit)
    {
        text = text.Trim();
        if (text.IsEmpty || char.ToUpperInvariant(text[^1]) != char.ToUpperInvariant(unit))
        {
            return double.NaN;
        }

        text = text[..^1];
        int exponent = text.IsEmpty ? 0 : Exponent(text[^1]);

        // The exponent goes into the text: 10 and p are then the double nearest to 10e-12, which no multiplication promises.
        string number = exponent == 0 ? text.ToString() : $"{text[..^1]}e{exponent}";
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double scale) ? scale : double.NaN;
    }

    private static int Exponent(char prefix) => prefix switch
    {
        'm' => -3,
        'u' => -6,
        'n' => -9,
        'p' => -12,
        'f' => -15,
        'a' => -18,
        _ => 0,
    };
}
