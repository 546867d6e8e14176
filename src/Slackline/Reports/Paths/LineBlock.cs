using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Slackline.Reports.Paths;

/// <summary>Examines lines in blocks of 64 bytes, with one bit for each byte.</summary>
internal static class LineBlock
{
    /// <summary>Bytes of a block.</summary>
    public const int Length = 64;

    /// <summary>A bit for each byte that differs between two blocks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Differences(ref byte text, ref byte other) => ~Bits(
        Vector256.Equals(Vector256.LoadUnsafe(ref text), Vector256.LoadUnsafe(ref other)),
        Vector256.Equals(Vector256.LoadUnsafe(ref text, 32), Vector256.LoadUnsafe(ref other, 32)));

    /// <summary>A bit for each space of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Spaces(ref byte text) => Equal(ref text, (byte)' ');

    /// <summary>The number of bytes before the first line feed of two blocks; the length of both when there is none.</summary>
    public static int LineLength(ref byte text)
    {
        ulong ends = Equal(ref text, (byte)'\n');
        return ends != 0
            ? BitOperations.TrailingZeroCount(ends)
            : Length + BitOperations.TrailingZeroCount(Equal(ref Unsafe.Add(ref text, Length), (byte)'\n'));
    }

    /// <summary>The bit of the byte at <paramref name="index"/>; 0 when that is outside the block.</summary>
    public static ulong Bit(int index) => index is >= 0 and < Length ? 1UL << index : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Equal(ref byte text, byte value)
    {
        Vector256<byte> wanted = Vector256.Create(value);
        return Bits(Vector256.Equals(Vector256.LoadUnsafe(ref text), wanted), Vector256.Equals(Vector256.LoadUnsafe(ref text, 32), wanted));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);
}
