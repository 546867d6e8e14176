using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Slackline.Reports;

/// <summary>
/// Loads up to four cells of a line into the lanes of a vector, each right-aligned in its eight bytes with spaces before it.
/// </summary>
internal readonly struct CellLoad
{
    private readonly int _first, _second, _third, _fourth;
    private readonly int _firstShift, _secondShift, _thirdShift, _fourthShift;
    private readonly Vector256<ulong> _own;
    private readonly Vector256<ulong> _spaces;

    /// <summary>The last eight characters of each cell, or with <paramref name="before"/> the eight characters before those.</summary>
    public CellLoad(ReadOnlySpan<(int Start, int Width)> cells, bool before)
    {
        Span<int> starts = stackalloc int[4];
        Span<int> shifts = stackalloc int[4];
        Span<ulong> own = stackalloc ulong[4];
        starts.Clear();
        shifts.Clear();
        own.Clear();
        for (int i = 0; i < cells.Length; i++)
        {
            (int start, int width) = cells[i];
            int length = before ? Math.Max(width - 8, 0) : Math.Min(width, 8);
            starts[i] = before ? start : start + width - length;
            shifts[i] = (8 - Math.Max(length, 1)) * 8;
            own[i] = length == 0 ? 0 : ulong.MaxValue << shifts[i];
        }

        (_first, _second, _third, _fourth) = (starts[0], starts[1], starts[2], starts[3]);
        (_firstShift, _secondShift, _thirdShift, _fourthShift) = (shifts[0], shifts[1], shifts[2], shifts[3]);
        _own = Vector256.Create<ulong>(own);
        _spaces = Vector256.AndNot(Vector256.Create((byte)' ').AsUInt64(), _own);
    }

    /// <summary>The cells of a line. Eight bytes from the start of each cell must be readable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<ulong> From(ref byte line) => (Vector256.Create(
        Word(ref line, _first) << _firstShift,
        Word(ref line, _second) << _secondShift,
        Word(ref line, _third) << _thirdShift,
        Word(ref line, _fourth) << _fourthShift) & _own) | _spaces;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte line, int start)
    {
        ulong bytes = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref line, (nint)start));
        return BitConverter.IsLittleEndian ? bytes : BinaryPrimitives.ReverseEndianness(bytes);
    }
}
