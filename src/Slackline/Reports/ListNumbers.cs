using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Slackline.Reports;

/// <summary>
/// Reads the numbers at the right end of the rows of one list or table, all numbers of a row at once. It reads only numbers that fit their
/// columns; <see cref="ListRow"/> reads the others.
/// </summary>
internal sealed class ListNumbers
{
    // Narrower columns could not be loaded without reading past the row.
    private const int MinCellWidth = 8;

    private readonly NumberCells? _cells;
    private readonly int _count;
    private readonly int _cellWidth;
    private bool _areDigitsKnown;

    /// <summary>For the rows of one list or table.</summary>
    /// <param name="count">How many numbers a row has, at most four.</param>
    /// <param name="numberWidth">How wide a column is, without the space before it.</param>
    public ListNumbers(int count, int numberWidth)
    {
        _count = count;
        _cellWidth = numberWidth + 1;
        if (_cellWidth is >= MinCellWidth and <= NumberCells.MaxWidth)
        {
            Span<(int Start, int Width)> cells = stackalloc (int, int)[count];
            for (int i = 0; i < count; i++)
            {
                cells[i] = (i * _cellWidth, _cellWidth);
            }

            _cells = new NumberCells(cells);
        }
    }

    /// <summary>Digits after the point of the numbers that it reads.</summary>
    public int Digits { get; private set; } = -1;

    /// <summary>How many characters the columns take.</summary>
    public int Length => _count * _cellWidth;

    /// <summary>Sets how many digits the numbers have; -1 if unknown.</summary>
    public void UseDigits(int digits)
    {
        if (digits != Digits)
        {
            Digits = digits;
            _areDigitsKnown = digits >= 0 && _cells?.UseDigits(digits) == true;
        }
    }

    /// <summary>Reads the numbers of a row's columns; a blank one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(ReadOnlySpan<byte> columns, out Vector256<double> numbers)
    {
        numbers = default;
        if (!_areDigitsKnown || columns.Length < Length)
        {
            return false;
        }

        ref byte first = ref MemoryMarshal.GetReference(columns);
        for (int i = 0; i < _count; i++)
        {
            if (Unsafe.Add(ref first, i * _cellWidth) != ' ')
            {
                return false;
            }
        }

        return _cells!.TryRead(ref first, out numbers);
    }
}
