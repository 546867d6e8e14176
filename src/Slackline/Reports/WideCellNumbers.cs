using System.Runtime.CompilerServices;

namespace Slackline.Reports;

/// <summary><see cref="CellNumbers"/> for cells of nine to sixteen characters, as <c>-digits 4</c> to <c>-digits 11</c> print them.</summary>
internal readonly struct WideCellNumbers
{
    private const ulong Spaces = 0x2020202020202020;
    private const ulong Zeros = 0x3030303030303030;

    private readonly int _digits;
    private readonly UInt128 _fraction;
    private readonly double _scale;

    /// <summary>For numbers with <paramref name="digits"/> digits after the point, 1 to 14.</summary>
    public WideCellNumbers(int digits)
    {
        _digits = digits;
        _fraction = UInt128.MaxValue << (128 - (8 * digits));
        _scale = DecimalText.PowerOfTen(digits);
    }

    /// <summary>Whether cells with so many digits can be read here.</summary>
    public static bool Supports(int digits) => digits is >= 1 and <= 14;

    /// <summary>The cell of <paramref name="width"/> (1 to 16) characters at <paramref name="start"/>, at the right of sixteen bytes, with spaces before it. Sixteen bytes must be there to read.</summary>
    public static UInt128 Load(ref byte start, int width)
    {
        UInt128 bytes = Unsafe.ReadUnaligned<UInt128>(ref start);
        int missing = (16 - width) * 8;
        return (bytes << missing) | (new UInt128(Spaces, Spaces) & ((UInt128.One << missing) - 1));
    }

    /// <summary>Whether a loaded cell is blank.</summary>
    public static bool IsBlank(UInt128 cell) => cell == new UInt128(Spaces, Spaces);

    /// <summary>The number in a loaded cell. False when the cell holds anything but spaces, perhaps a minus, and a plain number with the right digits.</summary>
    public bool TryRead(UInt128 cell, out double value)
    {
        int point = 120 - (8 * _digits);
        if ((byte)(cell >> point) != '.')
        {
            value = 0;
            return false;
        }

        // Take the point out: what stands before it moves one to the right.
        UInt128 figures = (cell & _fraction) | ((cell & ((UInt128.One << point) - 1)) << 8) | ' ';
        UInt128 marks = figures ^ new UInt128(Spaces, Spaces);
        int leading = (int)UInt128.TrailingZeroCount(marks) & ~7;
        bool isNegative = (byte)(figures >> leading) == '-';
        if (isNegative)
        {
            figures ^= (UInt128)('-' ^ '0') << leading;
        }

        UInt128 before = (UInt128.One << leading) - 1;
        UInt128 zeros = new(Zeros, Zeros);
        UInt128 values = ((figures & ~before) | (zeros & before)) - zeros;
        ulong high = (ulong)values;
        ulong low = (ulong)(values >> 64);
        int first = leading + (isNegative ? 8 : 0);
        bool isPlain = ((Overflow(high) | Overflow(low)) & 0x8080808080808080) == 0
            && (first == point || (first < point && (byte)(values >> first) != 0));
        double magnitude = ((Eight(high) * 100_000_000) + Eight(low)) / _scale;
        value = isNegative ? -magnitude : magnitude;
        return isPlain;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Overflow(ulong values) => (values + 0x7676767676767676) | values;

    // The number that eight bytes of one figure each make, the first byte lowest in the word.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Eight(ulong values)
    {
        values = (values * 10) + (values >> 8);
        return (uint)((((values & 0x000000FF000000FF) * 0x000F424000000064) + (((values >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32);
    }
}
