using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// The columns of a table as its rows are read: where each cell stands in a line whose numbers all keep to their columns, and how all
/// of these are read together, in place.
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
    private bool _hasDigits;

    /// <summary>For the tables of a layout.</summary>
    public RowColumns(TableLayout layout)
    {
        Layout = layout;
        Cells = new Cell[layout.Kinds.Length];
        Span<(int Start, int Width)> numbers = stackalloc (int, int)[RowCells.NumberCells.Length];
        numbers.Clear();
        int widest = 0;
        int edge = 0;
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
                    HasAttribute = true;
                    break;
                case ColumnKind.Fanout:
                    _hasFanout = true;
                    _fanoutWidth = cell.Width;
                    break;
                case ColumnKind.Edge:
                    edge = cell.Start;
                    break;
                default:
                    numbers[cell.Number] = (cell.Start, cell.Width);
                    widest = Math.Max(widest, cell.Width);
                    break;
            }

            if (cell.Kind <= ColumnKind.Edge)
            {
                _separatorBits |= LineBlock.Bit(start - 1);
                _moreSeparatorBits |= LineBlock.Bit(start - 1 - LineBlock.Length);
            }
        }

        CellBits = LineBlock.LowBits(DescriptionStart);
        MoreCellBits = LineBlock.LowBits(DescriptionStart - LineBlock.Length);
        TextLength = DescriptionStart <= LineBlock.Length ? LineBlock.Length : 2 * LineBlock.Length;
        if (widest <= NumberCells.MaxWidth && DescriptionStart <= 2 * LineBlock.Length && _fanoutWidth <= WidestFanout && edge == DescriptionStart - 2)
        {
            _numbers = new NumberCells(numbers[..NumberCells.Lanes]);
            _moreNumbers = layout.Contains(ColumnKind.Variation) ? new NumberCells(numbers[NumberCells.Lanes..]) : null;
        }
    }

    /// <summary>A column's cell in a line whose numbers all keep to their columns.</summary>
    /// <param name="Kind">What it holds.</param>
    /// <param name="Start">Where it begins.</param>
    /// <param name="Width">How wide it is.</param>
    /// <param name="Number">Its place in <see cref="RowCells.Numbers"/>; -1 when it is not among them.</param>
    internal readonly record struct Cell(ColumnKind Kind, int Start, int Width, int Number);

    /// <summary>The layout.</summary>
    public TableLayout Layout { get; }

    /// <summary>The cells from left to right.</summary>
    public Cell[] Cells { get; }

    /// <summary>Where the description begins.</summary>
    public int DescriptionStart { get; }

    /// <summary>Whether a column of text may stand behind the description.</summary>
    public bool HasAttribute { get; }

    /// <summary>A bit for each byte before the description in the first block of a line.</summary>
    public ulong CellBits { get; }

    /// <summary>Likewise in the second.</summary>
    public ulong MoreCellBits { get; }

    /// <summary>The text before a description in whole blocks.</summary>
    public int TextLength { get; }

    /// <summary>Says how many digits the numbers have after their points; before, and where that is not possible, nothing is read in place.</summary>
    public void UseDigits(int digits) => _hasDigits = _numbers?.UseDigits(digits) == true && _moreNumbers?.UseDigits(digits) != false;

    /// <summary>Whether the columns of a line are separated where those of numbers that keep to them are. Two blocks of the line must be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsInPlace(ref byte text) => _hasDigits
        && (_separatorBits & ~LineBlock.Spaces(ref text)) == 0
        && (_moreSeparatorBits == 0 || (_moreSeparatorBits & ~LineBlock.Spaces(ref Unsafe.Add(ref text, LineBlock.Length))) == 0);

    /// <summary>
    /// Reads the cells up to the description of a line that <see cref="IsInPlace"/>. False, with some cells perhaps read, when one is unusual.
    /// </summary>
    /// <param name="text">The line, and behind it as much as that two blocks and a cell are there to read.</param>
    /// <param name="cells">What the cells say. Only those of this table are written.</param>
    /// <param name="hasNumber">Whether there is a number among them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadInPlace(ref byte text, ref RowCells cells, out bool hasNumber)
    {
        // Which edge it is cannot be guessed, so nothing branches on it.
        byte edge = Unsafe.Add(ref text, DescriptionStart - 2);
        bool isRead = (edge == ' ') | (edge == '^') | (edge == 'v');
        cells.Transition = edge == ' ' ? Transition.None : (Transition)edge;
        isRead &= _numbers!.TryRead(ref text, out Vector256<double> numbers);
        numbers.StoreUnsafe(ref cells.Numbers[0]);
        hasNumber = Vector256.EqualsAny(numbers, numbers);
        if (_moreNumbers is not null)
        {
            isRead &= _moreNumbers.TryRead(ref text, out numbers);
            numbers.StoreUnsafe(ref cells.Numbers[NumberCells.Lanes]);
            hasNumber |= Vector256.EqualsAny(numbers, numbers);
        }

        return isRead && (!_hasFanout || TryReadFanout(ref text, ref cells.Fanout));
    }

    // The first column where it is one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadFanout(ref byte text, ref int fanout)
    {
        int width = _fanoutWidth;
        int i = 0;
        while (i < width && Unsafe.Add(ref text, i) == ' ')
        {
            i++;
        }

        if (i == width)
        {
            fanout = -1;
            return true;
        }

        int value = 0;
        int first = i;
        for (; i < width; i++)
        {
            int digit = Unsafe.Add(ref text, i) - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        fanout = value;
        return Unsafe.Add(ref text, first) != '0' || first == width - 1;
    }
}
