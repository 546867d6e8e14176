using System.Runtime.Intrinsics;
namespace Slackline.Reports;

/// <summary>
/// Splits a line of a list or a table from its right end: numbers in columns of one width, or pushed out of their columns by their own
/// length, and the names on the left. It accepts only the spacing that the tool prints, so a line that was split whole need not be printed
/// again to check it.
/// </summary>
internal ref struct ListRow(ReadOnlySpan<byte> line, int numberWidth)
{
    private ReadOnlySpan<byte> _rest = line;

    /// <summary>Digits after the point of the numbers taken; -1 when there were none.</summary>
    public int Digits { get; private set; } = -1;

    /// <summary>
    /// Takes the last numbers and the spaces before their columns; a blank one is NaN. False when one of them is unusual.
    /// </summary>
    public bool TryTakeNumbers(ListNumbers numbers, out Vector256<double> values)
    {
        int start = _rest.Length - numbers.Length;
        if (start < 0 || !numbers.TryRead(_rest[start..], out values))
        {
            values = default;
            return false;
        }

        Digits = numbers.Digits;
        _rest = _rest[..start];
        return true;
    }

    /// <summary>Takes the last number and the space before its column.</summary>
    public bool TryTakeNumber(out double value)
    {
        int start = DecimalText.TryReadLast(_rest, out value, out int digits);
        int end = Math.Min(start, _rest.Length - numberWidth) - 1;
        if (end < 0 || !IsBlank(_rest[end..start]) || (digits >= 0 && Digits >= 0 && digits != Digits))
        {
            value = 0;
            return false;
        }

        Digits = digits >= 0 ? digits : Digits;
        _rest = _rest[..end];
        return true;
    }

    // Padding is short, so a loop is enough.
    private static bool IsBlank(ReadOnlySpan<byte> padding)
    {
        foreach (byte character in padding)
        {
            if (character != ' ')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes a column that was left blank, and the space before it.</summary>
    public bool TryTakeBlank()
    {
        int end = _rest.Length - numberWidth - 1;
        if (end < 0 || _rest[end..].ContainsAnyExcept((byte)' '))
        {
            return false;
        }

        _rest = _rest[..end];
        return true;
    }

    /// <summary>Takes a number that may be <c>INF</c> for "none", which gives NaN.</summary>
    public bool TryTakeOptionalNumber(out double value)
    {
        bool isTaken = TryTakeNumber(out value);
        value = double.IsPositiveInfinity(value) ? double.NaN : value;
        return isTaken;
    }

    /// <summary>Takes a slack that is the row's only number, as <see cref="TryTakeOptionalNumber"/> does.</summary>
    public bool TryTakeSlack(ListNumbers numbers, out double slack)
    {
        if (TryTakeNumbers(numbers, out Vector256<double> values))
        {
            slack = values[0];
            return !double.IsNaN(slack);
        }

        return TryTakeOptionalNumber(out slack);
    }

    /// <summary>Takes all that is left as a name that is padded to <paramref name="width"/>, or longer.</summary>
    public readonly bool TryTakeName(int width, out ReadOnlySpan<byte> name)
    {
        name = _rest[..(_rest.LastIndexOfAnyExcept((byte)' ') + 1)];
        return !name.IsEmpty && name[0] != ' ' && _rest.Length == Math.Max(width, name.Length);
    }

    /// <summary>Takes the first of two pins that are left, with its cell and the space after its column.</summary>
    public bool TryTakeFirstPin(int width, out ReadOnlySpan<byte> pin, out ReadOnlySpan<byte> cell)
    {
        int cellStart = _rest.IndexOf((byte)' ') + 1;
        int end = cellStart + _rest[cellStart..].IndexOf((byte)' ');
        int next = Math.Max(width, end) + 1;
        if (cellStart == 0 || end < cellStart || next > _rest.Length || _rest[end..next].ContainsAnyExcept((byte)' '))
        {
            pin = cell = default;
            return false;
        }

        ReadOnlySpan<byte> first = _rest[..end];
        _rest = _rest[next..];
        return TrySplitPin(first, out pin, out cell);
    }

    /// <summary>Splits <c>r1/D (DFF_X1)</c> or <c>out (output)</c>; neither part has a space.</summary>
    public static bool TrySplitPin(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> pin, out ReadOnlySpan<byte> cell)
    {
        int space = text.IndexOf((byte)' ');
        if (space <= 0 || !text[space..].StartsWith(" ("u8) || !text.EndsWith(")"u8))
        {
            pin = cell = default;
            return false;
        }

        pin = text[..space];
        cell = text[(space + 2)..^1];
        return !cell.IsEmpty && !cell.Contains((byte)' ');
    }
}
