using System.Globalization;
using System.Text;

namespace Slackline.Reports;

/// <summary>Numbers as C's <c>%.*e</c> prints them, and <c>NaN</c>.</summary>
internal static class ScientificText
{
    /// <summary>
    /// Reads a number that fills <paramref name="text"/>; <paramref name="digits"/> are those between the point and the exponent, 0 for
    /// <c>NaN</c>.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out double value, out int digits)
    {
        digits = 0;
        if (text.SequenceEqual("NaN"u8))
        {
            value = double.NaN;
            return true;
        }

        if (TryReadExactly(text, out value, out digits))
        {
            return true;
        }

        int exponent = text.IndexOf((byte)'e');
        int point = text.IndexOf((byte)'.');
        if (exponent < 0 || point > exponent || exponent - point > DecimalText.MaxDigits)
        {
            value = 0;
            return false;
        }

        digits = point < 0 ? 0 : exponent - point - 1;
        return double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value)
            && Encoding.ASCII.GetBytes(ToText(value, digits)).AsSpan().SequenceEqual(text);
    }

    // Nearly all numbers have few digits and a two-digit exponent. A whole number and an exact power of ten then give the nearest double,
    // which prints as the same text.
    private static bool TryReadExactly(ReadOnlySpan<byte> text, out double value, out int digits)
    {
        value = 0;
        digits = 0;
        int first = text.StartsWith((byte)'-') ? 1 : 0;
        int exponentMark = text.Length - 4;
        if (exponentMark <= first || text[exponentMark] != 'e')
        {
            return false;
        }

        int leading = text[first] - '0';
        int tens = text[^2] - '0';
        int ones = text[^1] - '0';
        bool isSmall = text[^3] == '-';
        int exponent = (10 * tens) + ones;
        if ((uint)leading > 9 || (uint)tens > 9 || (uint)ones > 9 || !(isSmall ? exponent > 0 : text[^3] == '+'))
        {
            return false;
        }

        long mantissa = leading;
        if (exponentMark > first + 1)
        {
            ReadOnlySpan<byte> fraction = text[(first + 2)..exponentMark];
            if (text[first + 1] != '.' || fraction.Length is 0 or >= DecimalText.ExactDigits)
            {
                return false;
            }

            foreach (byte character in fraction)
            {
                int digit = character - '0';
                if ((uint)digit > 9)
                {
                    return false;
                }

                mantissa = (mantissa * 10) + digit;
            }

            digits = fraction.Length;
        }

        if (leading == 0)
        {
            return mantissa == 0 && exponent == 0 && first == 0;
        }

        int power = (isSmall ? -exponent : exponent) - digits;
        if (Math.Abs(power) > DecimalText.MaxExactPower)
        {
            return false;
        }

        double magnitude = power < 0 ? mantissa / DecimalText.PowerOfTen(-power) : mantissa * DecimalText.PowerOfTen(power);
        value = first == 0 ? magnitude : -magnitude;
        return true;
    }

    /// <summary>A number with <paramref name="digits"/> digits between the point and an exponent of at least two digits.</summary>
    public static string ToText(double value, int digits)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        string text = value.ToString("e" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int exponent = text.IndexOf('e', StringComparison.Ordinal) + 2;
        return text[exponent] == '0' ? text.Remove(exponent, 1) : text;
    }
}
