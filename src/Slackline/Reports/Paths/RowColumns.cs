using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// The columns of a table as its rows are read: where each cell is in a line whose numbers all fit their columns, and how all cells are
/// read together, in place.
/// </summary>
internal sealed class RowColumns
{
    private const int WidestFanout = 8;

    private readonly NumberCells? _numbers;
    private readonly NumberCells? _moreNumbers;
    private readonly bool _hasFanout;
    private readonly int _fanoutWidth;
    private readonly ulong _separatorBits;
    private readonly ulong _moreSeparatorBits;

    /// <summary>For the tables of a layout.</summary>
    public RowColumns(TableLayout layout)
    {
        Layout = layout;
        Cells = new Cell[layout.Kinds.Length];
        Span<(int Start, int Width)> numbers = stackalloc (int, int)[RowCells.NumberCells.Length];
        numbers.Clear();
        int widest = 0;
        int edge = 0;
        int fanout = 0;
        int lastNumber = 0;
        int start = 0;
        for (int i = 0; i < Cells.Length; i++)
        {
            var cell = new Cell(layout.Kinds[i], start, layout.Widths[i], RowCells.IndexOf(layout.Kinds[i]));
            Cells[i] = cell;
            start += cell.Width + 1;
            switch (cell.Kind)
            {
                case ColumnKind.Description:
                    DescriptionStart = cell.Start;
                    break;
                case ColumnKind.Attribute:
                    break;
                case ColumnKind.Fanout:
                    _hasFanout = true;
                    fanout = cell.Start;
                    _fanoutWidth = cell.Width;
                    break;
                case ColumnKind.Edge:
                    edge = cell.Start;
                    break;
                default:
                    numbers[cell.Number] = (cell.Start, cell.Width);
                    widest = Math.Max(widest, cell.Width);
                    lastNumber = cell.Start;
                    break;
            }

            if (cell.Kind <= ColumnKind.Edge)
            {
                _separatorBits |= LineBlock.Bit(start - 1);
                _moreSeparatorBits |= LineBlock.Bit(start - 1 - LineBlock.Length);
            }
        }

        EndsInDescription = Cells[^1].Kind == ColumnKind.Description;
        bool areInUsualOrder = EndsInDescription && fanout == 0 && lastNumber < edge && edge == DescriptionStart - 2;
        if (areInUsualOrder && widest <= NumberCells.MaxWidth && DescriptionStart <= 2 * LineBlock.Length && _fanoutWidth <= WidestFanout)
        {
            _numbers = new NumberCells(numbers[..NumberCells.Lanes]);
            _moreNumbers = layout.Contains(ColumnKind.Variation) ? new NumberCells(numbers[NumberCells.Lanes..]) : null;
        }
    }

    /// <summary>A column's cell in a line whose numbers all fit their columns.</summary>
    /// <param name="Kind">What it holds.</param>
    /// <param name="Start">Where it begins.</param>
    /// <param name="Width">How wide it is.</param>
    /// <param name="Number">Its index in <see cref="RowCells.Numbers"/>; -1 when it is not among them.</param>
    internal readonly record struct Cell(ColumnKind Kind, int Start, int Width, int Number);

    /// <summary>The layout.</summary>
    public TableLayout Layout { get; }

    /// <summary>The cells from left to right.</summary>
    public Cell[] Cells { get; }

    /// <summary>Where the description begins.</summary>
    public int DescriptionStart { get; }

    /// <summary>Whether nothing follows the description.</summary>
    public bool EndsInDescription { get; }

    /// <summary>Whether lines can be read in place: the columns allow it, and the number of digits is known.</summary>
    public bool AreInPlace { get; private set; }

    /// <summary>
    /// Sets how many digits the numbers have after the point. Until then, and where that is not possible, nothing is read in place.
    /// </summary>
    public void UseDigits(int digits) =>
        AreInPlace = digits >= 0 && _numbers?.UseDigits(digits) == true && _moreNumbers?.UseDigits(digits) != false;

    /// <summary>
    /// Reads the cells up to the description of a line whose numbers all fit their columns. False when they do not, or when one is unusual.
    /// No branch depends on a cell's value, since it could not be predicted.
    /// </summary>
    /// <param name="text">The line; two blocks and a cell after it must be readable.</param>
    /// <param name="cells">The values of the cells.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadInPlace(ref byte text, out PlacedCells cells)
    {
        byte edge = Unsafe.Add(ref text, (nint)(DescriptionStart - 2));
        bool isRead = (edge == ' ') | (edge == '^') | (edge == 'v');
        isRead &= (_separatorBits & ~LineBlock.Spaces(ref text)) == 0;
        if (_moreSeparatorBits != 0)
        {
            isRead &= (_moreSeparatorBits & ~LineBlock.Spaces(ref Unsafe.Add(ref text, LineBlock.Length))) == 0;
        }

        cells.Transition = edge == ' ' ? Transition.None : (Transition)edge;
        isRead &= _numbers!.TryRead(ref text, out cells.Numbers);
        cells.Variation = double.NaN;
        if (_moreNumbers is not null)
        {
            isRead &= _moreNumbers.TryRead(ref text, out Vector256<double> more);
            cells.Variation = more.ToScalar();
        }

        cells.Fanout = -1;
        if (_hasFanout)
        {
            isRead &= TryReadFanout(ref text, out cells.Fanout);
        }

        return isRead;
    }

    // The first column if it is the fanout: spaces, then a whole number. Its last eight characters are at the upper end of a word, the
    // first of them lowest.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadFanout(ref byte text, out int fanout)
    {
        const ulong Ones = 0x0101010101010101;
        int free = 64 - (8 * _fanoutWidth);
        ulong word = BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.CreateReadOnlySpan(ref text, 8));
        ulong characters = ((word << free) | ((' ' * Ones) & ((1UL << free) - 1))) ^ (' ' * Ones);
        ulong figures = characters & (0x0F * Ones);
        ulong isFigure = (characters >> 4) & (0x0F * Ones);
        ulong number = isFigure * 0xFF;
        ulong first = number & ~(number << 8);
        ulong wrong = (isFigure & (0x0E * Ones)) | (figures & ~number)
            | ((figures + (6 * Ones)) & (0x10 * Ones)) | (~number & (~number + 1));
        bool hasLeadingZero = (figures & first) == 0 && first << 8 != 0;
        figures = (figures * 10) + (figures >> 8);
        figures = (((figures & 0x000000FF000000FF) * 0x000F424000000064)
            + (((figures >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32;
        fanout = number == 0 ? -1 : (int)figures;
        return wrong == 0 && !hasLeadingZero;
    }
}

/// <summary>The values that <see cref="RowColumns.TryReadInPlace"/> reads.</summary>
internal struct PlacedCells
{
    /// <summary>Capacitance, slew, delay and time; NaN where they are blank.</summary>
    public Vector256<double> Numbers;

    /// <summary>The variation; NaN where it is blank.</summary>
    public double Variation;

    /// <summary>The fanout; -1 where it is blank.</summary>
    public int Fanout;

    /// <summary>The edge.</summary>
    public Transition Transition;
}
