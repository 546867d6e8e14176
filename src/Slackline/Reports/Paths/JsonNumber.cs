using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace Slackline.Reports.Paths;

/// <summary>
/// Numbers of <c>-format json</c>: C's <c>%.*e</c> in seconds and farads, read into a unit that is a power of ten of these, and written
/// back. The exponent is moved while the number is still decimal, so the result is the double nearest to the printed number: 2.5e-10
/// seconds are the 0.25 that a text report prints.
/// </summary>
internal static class JsonNumber
{
    // A double would not keep all digits of a longer number.
    private const int MaxDigits = 14;

    // Up to this exponent a power of ten is exact in a double, so one division or multiplication rounds only once.
    private const int MaxExactPower = 22;
    private const int MaxPower = 300;

    private static readonly double[] s_powers = [.. Enumerable.Range(0, MaxExactPower + 1).Select(power => Math.Pow(10, power))];
    private static readonly string[] s_formats = [.. Enumerable.Range(0, MaxDigits + 1).Select(
        digits => "E" + digits.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Reads a number that fills <paramref name="text"/>. False when writing it would not give this text again.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unit">The exponent of the unit: -9 for nanoseconds.</param>
    /// <param name="value">The number in that unit.</param>
    /// <param name="digits">Digits between the point and the exponent.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, int unit, out double value, out int digits)
    {
        value = 0;
        digits = 0;
        bool isNegative = text.StartsWith("-"u8);
        text = isNegative ? text[1..] : text;
        int e = text.IndexOf((byte)'e');
        if (e < 1 || !TryReadMantissa(text[..e], out long mantissa, out digits) || !TryReadExponent(text[(e + 1)..], out int exponent)
            || (text[0] == '0' && (mantissa != 0 || exponent != 0)))
        {
            return false;
        }

        int power = exponent - digits - unit;
        if (Math.Abs(power) > MaxPower)
        {
            return false;
        }

        value = power is >= -MaxExactPower and <= MaxExactPower
            ? power < 0 ? mantissa / s_powers[-power] : mantissa * s_powers[power]
            : Compose(mantissa, power);
        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>Writes a number that is in a unit.</summary>
    public static void Write(double value, int digits, int unit, TextBuffer output)
    {
        Span<byte> text = stackalloc byte[64];
        value.TryFormat(text, out int length, s_formats[digits], CultureInfo.InvariantCulture);
        int e = text[..length].IndexOf((byte)'E');
        _ = Utf8Parser.TryParse(text[(e + 1)..length], out int exponent, out _);
        exponent += value == 0 ? 0 : unit;
        output.Write(text[..e]);
        output.Write(exponent < 0 ? "e-"u8 : "e+"u8);
        Utf8Formatter.TryFormat(Math.Abs(exponent), text, out length, new StandardFormat('D', 2));
        output.Write(text[..length]);
    }

    private static bool TryReadMantissa(ReadOnlySpan<byte> text, out long mantissa, out int digits)
    {
        digits = Math.Max(text.Length - 2, 0);
        mantissa = 0;
        if (text.Length == 2 || digits > MaxDigits || (text.Length > 1 && text[1] != '.'))
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            int digit = text[i] - '0';
            if ((uint)digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
            }
            else if (i != 1)
            {
                return false;
            }
        }

        return true;
    }

    // A sign and two digits, or three digits of which the first is not 0.
    private static bool TryReadExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        if (text.Length is not (3 or 4) || text[0] is not ((byte)'+' or (byte)'-') || (text.Length == 4 && text[1] == '0'))
        {
            return false;
        }

        for (int i = 1; i < text.Length; i++)
        {
            int digit = text[i] - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            exponent = (exponent * 10) + digit;
        }

        bool isNegative = text[0] == '-';
        exponent = isNegative ? -exponent : exponent;
        return !isNegative || exponent != 0;
    }

    private static double Compose(long mantissa, int power)
    {
        Span<byte> text = stackalloc byte[40];
        Utf8Formatter.TryFormat(mantissa, text, out int length);
        text[length++] = (byte)'e';
        Utf8Formatter.TryFormat(power, text[length..], out int rest);
        return double.Parse(
            text[..(length + rest)], NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
    }
}
