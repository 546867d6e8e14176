using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Slackline.Reports;

/// <summary>
/// Reads the decimal numbers of up to four cells of a line at once, one in each lane of a vector, instead of character by character. Exact
/// in the sense of <see cref="DecimalText"/>: it accepts only numbers that would be written back the same, and leaves everything unusual to
/// that class.
/// </summary>
internal sealed class NumberCells
{
    /// <summary>The number of cells that are read at once.</summary>
    public const int Lanes = 4;

    /// <summary>The widest cell.</summary>
    public const int MaxWidth = 16;

    private readonly bool _isWide;
    private readonly CellLoad _low;
    private readonly CellLoad _high;
    private int _digits = -1;
    private double _scale;
    private Half _lowHalf;
    private Half _highHalf;

    /// <summary>For cells at these places of a line, each at most <see cref="MaxWidth"/> wide.</summary>
    public NumberCells(ReadOnlySpan<(int Start, int Width)> cells)
    {
        foreach ((_, int width) in cells)
        {
            _isWide |= width > 8;
        }

        _low = new CellLoad(cells, before: false);
        _high = new CellLoad(cells, before: true);
    }

    // Masks for the eight characters of a lane, to remove the decimal point: the characters before it move one place to the right.
    private readonly struct Half(ulong point, ulong kept, ulong moved, ulong added, ulong unit)
    {
        public readonly Vector256<ulong> Point = Vector256.Create(point);
        public readonly Vector256<ulong> Kept = Vector256.Create(kept);
        public readonly Vector256<ulong> Moved = Vector256.Create(moved);
        public readonly Vector256<ulong> Added = Vector256.Create(added);
        public readonly Vector256<ulong> Unit = Vector256.Create(unit);
    }

    /// <summary>Sets how many digits are after the point. False when the cells have no room for that many.</summary>
    public bool UseDigits(int digits)
    {
        if (digits == _digits)
        {
            return true;
        }

        if (_isWide ? digits is < 1 or > MaxWidth - 2 : digits is < 0 or > 6)
        {
            return false;
        }

        const ulong None = 0;
        const ulong All = ulong.MaxValue;
        _digits = digits;
        _scale = DecimalText.PowerOfTen(digits);
        int shift = 56 - (8 * (digits % 8));
        ulong place = 0xFFUL << shift;
        ulong below = (1UL << shift) - 1;
        if (digits == 0)
        {
            _lowHalf = new(None, kept: All, None, None, unit: place);
        }
        else if (digits < 8)
        {
            _lowHalf = new(place, kept: ~(place | below), moved: below, added: _isWide ? None : ' ', unit: place);
            _highHalf = new(None, None, moved: All, added: ' ', None);
        }
        else
        {
            _lowHalf = new(None, kept: All, None, None, None);
            _highHalf = new(place, kept: ~(place | below), moved: below, added: ' ', unit: place);
        }

        return true;
    }

    /// <summary>
    /// Reads the cells of a line: NaN for a blank cell, and for lanes without a cell. False when a cell holds anything but spaces, an
    /// optional minus and a plain number with the right digits.
    /// </summary>
    /// <param name="line">The line; eight bytes (for wide cells sixteen) from the start of each cell must be readable.</param>
    /// <param name="numbers">The numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(ref byte line, out Vector256<double> numbers) =>
        _isWide ? TryReadWide(ref line, out numbers) : TryReadNarrow(ref line, out numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadNarrow(ref byte line, out Vector256<double> numbers)
    {
        Vector256<ulong> cells = _low.From(ref line);
        ref readonly Half half = ref _lowHalf;
        Vector256<ulong> figures = (cells & half.Kept) | Vector256.ShiftLeft(cells & half.Moved, 8) | half.Added;
        Vector256<ulong> wrong = Classify(figures, out Vector256<ulong> spaces, out Vector256<ulong> minus, out Vector256<ulong> zeros);
        Vector256<ulong> isBlank = Vector256.Equals(cells, Blank);
        Vector256<ulong> lead = spaces | minus;

        wrong |= spaces & (spaces + Vector256<ulong>.One);
        wrong |= minus & ~NextByte(spaces);
        wrong |= Vector256.AndNot((lead & half.Unit) | ((cells ^ Points) & half.Point), isBlank);
        wrong |= zeros & NextByte(lead) & ~half.Unit;

        Vector256<double> magnitude = ToDouble(Value(figures, lead)) / Vector256.Create(_scale);
        numbers = Finish(magnitude, minus, isBlank);
        return wrong == Vector256<ulong>.Zero;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private bool TryReadWide(ref byte line, out Vector256<double> numbers)
    {
        Vector256<ulong> lowCells = _low.From(ref line);
        Vector256<ulong> highCells = _high.From(ref line);
        ref readonly Half low = ref _lowHalf;
        ref readonly Half high = ref _highHalf;
        Vector256<ulong> carried = _digits < 8 ? Vector256.ShiftRightLogical(highCells, 56) : Vector256<ulong>.Zero;
        Vector256<ulong> lowFigures = (lowCells & low.Kept) | Vector256.ShiftLeft(lowCells & low.Moved, 8) | carried;
        Vector256<ulong> highFigures = (highCells & high.Kept) | Vector256.ShiftLeft(highCells & high.Moved, 8) | high.Added;
        Vector256<ulong> wrong = Classify(
            lowFigures, out Vector256<ulong> lowSpaces, out Vector256<ulong> lowMinus, out Vector256<ulong> lowZeros)
            | Classify(highFigures, out Vector256<ulong> highSpaces, out Vector256<ulong> highMinus, out Vector256<ulong> highZeros);
        Vector256<ulong> isHighBlank = Vector256.Equals(highSpaces, Vector256<ulong>.AllBitsSet);
        Vector256<ulong> isBlank = Vector256.Equals(lowCells, Blank) & Vector256.Equals(highCells, Blank);
        Vector256<ulong> highLead = highSpaces | highMinus;
        Vector256<ulong> lowLead = lowSpaces | lowMinus;
        Vector256<ulong> isHighLead = Vector256.Equals(highLead, Vector256<ulong>.AllBitsSet);

        // If the number begins in the upper half, the lower half holds digits alone.
        wrong |= Vector256.AndNot(lowLead, isHighBlank);
        wrong |= (highSpaces & (highSpaces + Vector256<ulong>.One)) | (lowSpaces & (lowSpaces + Vector256<ulong>.One));
        wrong |= (highMinus & ~NextByte(highSpaces)) | (lowMinus & ~NextByte(lowSpaces));
        wrong |= Vector256.AndNot(
            (lowLead & low.Unit) | (highLead & high.Unit) | ((lowCells ^ Points) & low.Point) | ((highCells ^ Points) & high.Point),
            isBlank);
        wrong |= (highZeros & NextByte(highLead) & ~high.Unit) | (lowZeros & NextByte(lowLead) & ~low.Unit & isHighLead);

        Vector256<double> magnitude = ((ToDouble(Value(highFigures, highLead)) * Vector256.Create(1e8)) + ToDouble(Value(lowFigures,
            lowLead))) / Vector256.Create(_scale);
        numbers = Finish(magnitude, highMinus | lowMinus, isBlank);
        return wrong == Vector256<ulong>.Zero;
    }

    private static Vector256<ulong> Blank => Vector256.Create((byte)' ').AsUInt64();

    private static Vector256<ulong> Points => Vector256.Create((byte)'.').AsUInt64();

    // Marks the bytes that are spaces, minuses and zeros; the result marks those that are neither these nor other digits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Classify(
        Vector256<ulong> figures, out Vector256<ulong> spaces, out Vector256<ulong> minus, out Vector256<ulong> zeros)
    {
        Vector256<byte> bytes = figures.AsByte();
        Vector256<byte> values = bytes - Vector256.Create((byte)'0');
        spaces = Vector256.Equals(bytes, Vector256.Create((byte)' ')).AsUInt64();
        minus = Vector256.Equals(bytes, Vector256.Create((byte)'-')).AsUInt64();
        zeros = Vector256.Equals(values, Vector256<byte>.Zero).AsUInt64();
        Vector256<ulong> others = Vector256.GreaterThan(values, Vector256.Create((byte)9)).AsUInt64();
        return Vector256.AndNot(others, spaces | minus);
    }

    // The byte after a run of set bytes at the low end of each lane: the first character that is not one of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> NextByte(Vector256<ulong> run)
    {
        Vector256<ulong> next = Vector256.AndNot(run + Vector256<ulong>.One, run);
        return Vector256.ShiftLeft(next, 8) - next;
    }

    // The number that the eight digits of each lane make, the first digit in the lowest byte. Bytes marked in lead count as zeros.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Value(Vector256<ulong> figures, Vector256<ulong> lead)
    {
        // Pairs, fours, eights: each step combines neighbours.
        Vector256<ulong> values = Vector256.AndNot(figures & Vector256.Create((byte)0x0F).AsUInt64(), lead);
        values = Vector256.ShiftLeft(values, 3) + Vector256.ShiftLeft(values, 1) + Vector256.ShiftRightLogical(values, 8);
        Vector256<ushort> pairs = (values & Vector256.Create(0x00FF00FF00FF00FFUL)).AsUInt16();
        values = (pairs * Vector256.Create((ushort)100)).AsUInt64() + Vector256.ShiftRightLogical(pairs.AsUInt64(), 16);
        Vector256<uint> fours = (values & Vector256.Create(0x0000FFFF0000FFFFUL)).AsUInt32();
        values = (fours * Vector256.Create(10_000u)).AsUInt64() + Vector256.ShiftRightLogical(fours.AsUInt64(), 32);
        return values & Vector256.Create(0xFFFFFFFFUL);
    }

    // Whole numbers below 2^52 fill the fraction of a double.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ToDouble(Vector256<ulong> values)
    {
        Vector256<ulong> two52 = Vector256.Create(0x4330000000000000UL);
        return (values | two52).AsDouble() - two52.AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Finish(Vector256<double> magnitude, Vector256<ulong> minus, Vector256<ulong> isBlank)
    {
        Vector256<ulong> sign = Vector256.AndNot(
            Vector256<ulong>.AllBitsSet, Vector256.Equals(minus, Vector256<ulong>.Zero)) & Vector256.Create(1UL << 63);
        return Vector256.ConditionalSelect(isBlank.AsDouble(), Vector256.Create(double.NaN), (magnitude.AsUInt64() | sign).AsDouble());
    }
}
