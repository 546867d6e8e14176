using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Slackline.Reports;

/// <summary>
/// Reads numbers out of cells of at most eight characters, which most are, in a few machine words instead of character by character.
/// Exact in the sense of <see cref="DecimalText"/>: it takes only what would be written again the same, and leaves everything unusual to it.
/// </summary>
internal readonly struct CellNumbers
{
    private const ulong Spaces = 0x2020202020202020;
    private const ulong Zeros = 0x3030303030303030;

    private readonly int _digits;
    private readonly ulong _fraction;
    private readonly double _scale;

    /// <summary>For numbers with <paramref name="digits"/> digits after the point, 0 to 6.</summary>
    public CellNumbers(int digits)
    {
        _digits = digits;
        _fraction = digits == 0 ? 0 : ulong.MaxValue << (64 - (8 * digits));
        _scale = DecimalText.PowerOfTen(digits);
    }

    /// <summary>Whether cells with so many digits can be read here.</summary>
    public static bool Supports(int digits) => digits is >= 0 and <= 6;

    /// <summary>The cell of <paramref name="width"/> (1 to 8) characters at <paramref name="start"/>, at the right of eight bytes, with spaces before it. Eight bytes must be there to read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Load(ref byte start, int width)
    {
        ulong bytes = Unsafe.ReadUnaligned<ulong>(ref start);
        if (!BitConverter.IsLittleEndian)
        {
            bytes = BinaryPrimitives.ReverseEndianness(bytes);
        }

        int missing = (8 - width) * 8;
        return (bytes << missing) | (Spaces & ((1UL << missing) - 1));
    }

    /// <summary>Whether a loaded cell is blank.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBlank(ulong cell) => cell == Spaces;

    /// <summary>The number in a loaded cell. False when the cell holds anything but spaces, perhaps a minus, and a plain number with the right digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(ulong cell, out double value)
    {
        int digits = _digits;
        ulong figures = cell;
        if (digits > 0)
        {
            // Take the point out: what stands before it moves one to the right.
            int point = 56 - (8 * digits);
            if ((byte)(cell >> point) != '.')
            {
                value = 0;
                return false;
            }

            figures = (cell & _fraction) | ((cell & ((1UL << point) - 1)) << 8) | ' ';
        }

        ulong marks = figures ^ Spaces;
        int leading = BitOperations.TrailingZeroCount(marks) & ~7;
        bool isNegative = (byte)(figures >> leading) == '-';
        if (isNegative)
        {
            figures ^= (ulong)('-' ^ '0') << leading;
        }

        ulong before = leading >= 64 ? 0 : (1UL << leading) - 1;
        ulong values = ((figures & ~before) | (Zeros & before)) - Zeros;
        int first = leading + (isNegative ? 8 : 0);
        int unit = 56 - (8 * digits);
        bool isPlain = (((values + 0x7676767676767676) | values) & 0x8080808080808080) == 0
            && (first == unit || (first < unit && (byte)(values >> first) != 0));

        // Pairs, fours, eight: each step adds up neighbours.
        values = (values * 10) + (values >> 8);
        ulong mantissa = (((values & 0x000000FF000000FF) * 0x000F424000000064) + (((values >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32;
        double magnitude = (uint)mantissa / _scale;
        value = isNegative ? -magnitude : magnitude;
        return isPlain;
    }
}
