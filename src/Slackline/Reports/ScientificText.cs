using System.Globalization;
using System.Text;

namespace Slackline.Reports;

/// <summary>Numbers as C's <c>%.*e</c> prints them, and <c>NaN</c>.</summary>
internal static class ScientificText
{
    /// <summary>Reads a number that fills <paramref name="text"/>; <paramref name="digits"/> are those between the point and the exponent, 0 for <c>NaN</c>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out double value, out int digits)
    {
        digits = 0;
        if (text.SequenceEqual("NaN"u8))
        {
            value = double.NaN;
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
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value)
            && Encoding.ASCII.GetBytes(ToText(value, digits)).AsSpan().SequenceEqual(text);
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
