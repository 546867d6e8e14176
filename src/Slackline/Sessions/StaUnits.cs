using System.Globalization;
using Slackline.Tcl;
using Slackline.Timing;

namespace Slackline.Sessions;

/// <summary>The units that a tool says it prints its numbers in.</summary>
internal static class StaUnits
{
    /// <summary>
    /// Reads <c>time 9.999999717180685e-10 capacitance 1.0000000036274937e-15</c>: powers of ten, with the noise of single precision.
    /// </summary>
    public static TimingUnits Parse(string dictionary)
    {
        var said = TclDictionary.Parse(dictionary);
        return new TimingUnits(Scale("time", TimingUnits.Default.Time), Scale("capacitance", TimingUnits.Default.Capacitance));

        double Scale(string name, double usual) =>
            double.TryParse(said[name], NumberStyles.Float, CultureInfo.InvariantCulture, out double scale) && scale > 0
                ? PowerOfTen(scale)
                : usual;
    }

    // By way of its text, the nearest double to it.
    private static double PowerOfTen(double scale) =>
        double.Parse(
            string.Create(CultureInfo.InvariantCulture, $"1e{(int)Math.Round(Math.Log10(scale))}"), NumberStyles.Float,
            CultureInfo.InvariantCulture);
}
