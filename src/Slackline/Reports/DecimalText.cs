using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Slackline.Reports;

/// <summary>
/// Decimal numbers as OpenSTA prints them (C's <c>%.*f</c>, and <c>INF</c>), read and written so that writing gives back the text that was
/// read.
/// </summary>
internal static class DecimalText
{
    /// <summary>More digits after the point than this are not read as a number.</summary>
    public const int MaxDigits = 18;

    /// <summary>The longest number that is written, in bytes: the largest double has 309 digits before the point.</summary>
    public const int MaxLength = 400;

    /// <summary>A double keeps every decimal number of at most this many digits; m / 10^d is then the nearest double to the text.</summary>
    public const int ExactDigits = 15;

    /// <summary>The largest power of ten that a double holds exactly.</summary>
    public const int MaxExactPower = 22;

    private static readonly double[] s_powersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Ten to the power of <paramref name="digits"/>, exactly; up to <see cref="MaxExactPower"/>.</summary>
    public static double PowerOfTen(int digits) => s_powersOfTen[digits];

    /// <summary>
    /// Reads a number that fills <paramref name="text"/>. <paramref name="digits"/> is -1 for <c>INF</c>, otherwise the number of digits
    /// after the point. False when writing the number would not give this text again.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> text, out double value, out int digits)
    {
        int i = 0;
        bool negative = text.Length > 0 && text[0] == '-';
        if (negative)
        {
            i = 1;
        }

        long mantissa = 0;
        int point = -1;
        int first = i;
        for (; i < text.Length; i++)
        {
            int digit = text[i] - '0';
            if ((uint)digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return TryReadInfinity(text, out value, out digits);
            }
        }

        int wholeDigits = (point < 0 ? text.Length : point) - first;
        digits = point < 0 ? 0 : text.Length - point - 1;
        if (wholeDigits == 0 || (wholeDigits > 1 && text[first] == '0') || (point >= 0 && digits == 0) || digits > MaxDigits)
        {
            value = 0;
            return false;
        }

        if (wholeDigits + digits > ExactDigits)
        {
            return TryReadLong(text, digits, out value);
        }

        value = mantissa / s_powersOfTen[digits];
        if (negative)
        {
            value = -value;
        }

        return true;
    }

    /// <summary>
    /// Reads the number that is the last word of <paramref name="text"/>. Returns where it begins, or -1 when the word is not a number. See
    /// <see cref="TryRead"/>.
    /// </summary>
    public static int TryReadLast(ReadOnlySpan<byte> text, out double value, out int digits)
    {
        int first = text.Length;
        int point = -1;
        long mantissa = 0;
        long place = 1;
        while (first > 0 && text.Length - first <= ExactDigits)
        {
            int character = text[first - 1];
            int digit = character - '0';
            if ((uint)digit <= 9)
            {
                mantissa += digit * place;
                place *= 10;
            }
            else if (character == '.' && point < 0)
            {
                point = first - 1;
            }
            else
            {
                break;
            }

            first--;
        }

        // Anything left before this is a minus.
        int start = first > 0 && text[first - 1] == '-' ? first - 1 : first;
        digits = point < 0 ? 0 : text.Length - point - 1;
        int wholeDigits = (point < 0 ? text.Length : point) - first;
        if ((start > 0 && text[start - 1] != ' ') || wholeDigits == 0 || (wholeDigits > 1 && text[first] == '0')
            || (point >= 0 && digits == 0) || text.Length - first > ExactDigits)
        {
            start = text.LastIndexOf((byte)' ') + 1;
            return TryRead(text[start..], out value, out digits) ? start : -1;
        }

        double magnitude = mantissa / s_powersOfTen[digits];
        value = start == first ? magnitude : -magnitude;
        return start;
    }

    /// <summary>Reads a whole number without a sign or leading zeros that fills <paramref name="text"/>.</summary>
    public static bool TryReadCount(ReadOnlySpan<byte> text, out int value) =>
        Utf8Parser.TryParse(text, out value, out int used) && used == text.Length && IsCount(text);

    /// <summary>
    /// Whether a number that was read from the beginning of a text would be printed the same: without a sign and leading zeros.
    /// </summary>
    public static bool IsCount(ReadOnlySpan<byte> number) =>
        number[0] is >= (byte)'1' and <= (byte)'9' || (number[0] == '0' && number.Length == 1);

    /// <summary>Writes a number with <paramref name="digits"/> digits after the point and returns how many bytes that took.</summary>
    public static int Write(double value, int digits, Span<byte> destination)
    {
        if (double.IsInfinity(value))
        {
            ReadOnlySpan<byte> infinity = value < 0 ? "-INF"u8 : "INF"u8;
            infinity.CopyTo(destination);
            return infinity.Length;
        }

        double scaled = Math.Abs(value) * s_powersOfTen[digits];
        if (scaled >= 1e15)
        {
            value.TryFormat(
                destination, out int written, "F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            return written;
        }

        return WriteScaled((long)Math.Round(scaled), double.IsNegative(value), digits, destination);
    }

    /// <summary>A number with <paramref name="digits"/> digits after the point.</summary>
    public static string ToText(double value, int digits)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..Write(value, digits, text)]);
    }

    private static int WriteScaled(long mantissa, bool negative, int digits, Span<byte> destination)
    {
        Span<byte> reversed = stackalloc byte[40];
        int count = 0;
        do
        {
            if (count == digits && digits > 0)
            {
                reversed[count++] = (byte)'.';
            }

            reversed[count++] = (byte)('0' + (mantissa % 10));
            mantissa /= 10;
        }
        while (mantissa > 0 || count < digits + (digits > 0 ? 2 : 1));

        if (negative)
        {
            reversed[count++] = (byte)'-';
        }

        for (int i = 0; i < count; i++)
        {
            destination[i] = reversed[count - 1 - i];
        }

        return count;
    }

    private static bool TryReadInfinity(ReadOnlySpan<byte> text, out double value, out int digits)
    {
        digits = -1;
        value = text.SequenceEqual("INF"u8) ? double.PositiveInfinity : double.NegativeInfinity;
        return value > 0 || text.SequenceEqual("-INF"u8);
    }

    private static bool TryReadLong(ReadOnlySpan<byte> text, int digits, out double value)
    {
        Span<byte> again = stackalloc byte[MaxLength];
        return double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            && text.Length < 340
            && Math.Abs(value) < 1e300
            && again[..Write(value, digits, again)].SequenceEqual(text);
    }
}
