using System.Globalization;

namespace Slackline.Demo;

/// <summary>How numbers are written in every generated file, whatever the user's locale.</summary>
internal static class Text
{
    /// <summary>A time or capacitance with up to five decimals.</summary>
    public static string Of(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>An interpolated string in the invariant culture.</summary>
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
