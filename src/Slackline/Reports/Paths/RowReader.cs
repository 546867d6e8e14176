using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Reads the rows of a path's table into a chunk. It takes a row only in the form in which OpenSTA prints it: numbers at the right
/// of their column, or pushed out of it by their own length; every other spacing is refused, since it could not be printed back.
/// </summary>
internal sealed class RowReader
{
    private const int DigitsUnknown = -1;

    private PathChunk _chunk = null!;
    private TableLayout _layout = null!;
    private ColumnKind[] _kinds = [];
    private int[] _widths = [];
    private double[]?[] _numbers = [];
    private int _room;
    private int _lastDescription;
    private int _digits;
    private CellNumbers _cells;
    private bool _hasCells;
    private WideCellNumbers _wideCells;
    private bool _hasWideCells;

    /// <summary>Digits after the point of the numbers read so far; 0 when there were none.</summary>
    public int Digits => _digits == DigitsUnknown ? 0 : _digits;

    /// <summary>Begins the table of another path.</summary>
    public void Begin(PathChunk chunk, TableLayout layout)
    {
        _chunk = chunk;
        _digits = DigitsUnknown;
        _hasCells = _hasWideCells = false;
        _lastDescription = 0;
        _layout = layout;
        _kinds = layout.Kinds;
        _widths = layout.Widths;
        if (_numbers.Length != _kinds.Length)
        {
            _numbers = new double[]?[_kinds.Length];
        }

        BindColumns();
    }

    /// <summary>Reads a line of cells. False, with the chunk possibly one row longer, when it is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryReadCells(ReadOnlySpan<byte> line, out int row)
    {
        row = _chunk.AddRow(RowForm.Cells, -1);
        if (row >= _room)
        {
            BindColumns();
        }

        ref byte text = ref MemoryMarshal.GetReference(line);
        int position = 0;
        for (int i = 0; i < _kinds.Length; i++)
        {
            if (i > 0)
            {
                if (position >= line.Length || Unsafe.Add(ref text, position) != ' ')
                {
                    return false;
                }

                position++;
            }

            int width = _widths[i];
            double[]? numbers = _numbers[i];
            if (numbers is not null && position + 16 < line.Length && Unsafe.Add(ref text, position + width) == ' '
                && TryReadCell(ref Unsafe.Add(ref text, position), width, ref numbers[row]))
            {
                position += width;
                continue;
            }

            switch (_kinds[i])
            {
                case ColumnKind.Description:
                    return TryReadDescription(line[position..], row, i);
                case ColumnKind.Edge:
                    if (position >= line.Length || line[position] is not ((byte)' ' or (byte)'^' or (byte)'v'))
                    {
                        return false;
                    }

                    if (line[position] != ' ')
                    {
                        _chunk.SetTransition(row, (Transition)line[position]);
                    }

                    position++;
                    break;
                default:
                    if (!TryFindNumber(line, ref position, width, out ReadOnlySpan<byte> number) || !TryReadNumber(number, row, i))
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }

    /// <summary>Reads a line of the time borrowing table: a description, and a time at the right.</summary>
    public bool TryReadTotal(ReadOnlySpan<byte> line)
    {
        int numberStart = line.LastIndexOf((byte)' ') + 1;
        int descriptionEnd = line[..numberStart].LastIndexOfAnyExcept((byte)' ') + 1;
        if (descriptionEnd == 0 || !TryReadDecimal(line[numberStart..], out double time))
        {
            return false;
        }

        int cellStart = Math.Max(descriptionEnd, _layout.DescriptionWidth) + 1;
        if (line.Length != cellStart + Math.Max(_layout.TimeWidth, line.Length - numberStart))
        {
            return false;
        }

        int row = _chunk.AddRow(RowForm.Total, _chunk.Descriptions.Intern(line[..descriptionEnd]));
        _chunk.SetTime(row, time);
        return true;
    }

    // Finds the number in the cell that begins at position; it is empty for a blank cell. Moves position behind the cell.
    private static bool TryFindNumber(ReadOnlySpan<byte> line, ref int position, int width, out ReadOnlySpan<byte> number)
    {
        number = default;
        int start = position;
        int end = start + width;
        if (end > line.Length)
        {
            return false;
        }

        if (line[end - 1] == ' ')
        {
            position = end;
            return !line[start..end].ContainsAnyExcept((byte)' ');
        }

        // A number that its column cannot hold begins at the column's start and is longer.
        while (end < line.Length && line[end] != ' ')
        {
            end++;
        }

        position = end;
        bool overflows = end > start + width;
        while (line[start] == ' ')
        {
            if (overflows)
            {
                return false;
            }

            start++;
        }

        number = line[start..end];
        return true;
    }

    // The usual cell: right in its column, and at most sixteen characters wide. Blank cells leave the number as it is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadCell(ref byte start, int width, ref double number)
    {
        double value;
        if (width <= 8)
        {
            ulong cell = CellNumbers.Load(ref start, width);
            if (CellNumbers.IsBlank(cell))
            {
                return true;
            }

            if (!_hasCells || !_cells.TryRead(cell, out value))
            {
                return false;
            }
        }
        else if (width <= 16)
        {
            UInt128 cell = WideCellNumbers.Load(ref start, width);
            if (WideCellNumbers.IsBlank(cell))
            {
                return true;
            }

            if (!_hasWideCells || !_wideCells.TryRead(cell, out value))
            {
                return false;
            }
        }
        else
        {
            return false;
        }

        number = value;
        return true;
    }

    // The arrays behind the columns of decimal numbers; the chunk exchanges them when it grows.
    private void BindColumns()
    {
        for (int i = 0; i < _kinds.Length; i++)
        {
            _numbers[i] = _chunk.Numbers(_kinds[i]);
        }

        _room = _chunk.RowRoom;
    }

    private bool TryReadNumber(ReadOnlySpan<byte> number, int row, int column)
    {
        if (number.IsEmpty)
        {
            return true;
        }

        if (_numbers[column] is not { } numbers)
        {
            if (!DecimalText.TryReadCount(number, out int fanout))
            {
                return false;
            }

            _chunk.SetFanout(row, fanout);
            return true;
        }

        if (!TryReadDecimal(number, out double value))
        {
            return false;
        }

        numbers[row] = value;
        return true;
    }

    private bool TryReadDecimal(ReadOnlySpan<byte> number, out double value)
    {
        if (!DecimalText.TryRead(number, out value, out int digits))
        {
            return false;
        }

        if (digits >= 0 && digits != _digits)
        {
            if (_digits != DigitsUnknown)
            {
                return false;
            }

            _digits = digits;
            _hasCells = CellNumbers.Supports(digits);
            _cells = _hasCells ? new CellNumbers(digits) : default;
            _hasWideCells = WideCellNumbers.Supports(digits);
            _wideCells = _hasWideCells ? new WideCellNumbers(digits) : default;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryReadDescription(ReadOnlySpan<byte> rest, int row, int column)
    {
        int width = _widths[column];
        if (column < _kinds.Length - 1 && rest.Length > width)
        {
            int end = DescriptionEnd(rest, width);
            int gap = Math.Max(end, width);
            if (gap < rest.Length)
            {
                ReadOnlySpan<byte> attribute = rest[(gap + 1)..];
                if (rest[gap] != ' ' || attribute.IsEmpty || attribute[0] == ' ' || attribute[^1] == ' ')
                {
                    return false;
                }

                _chunk.SetAttribute(row, _chunk.Names.Intern(attribute));
                rest = rest[..end];
            }
        }

        if (rest.IsEmpty || rest[^1] == ' ' || rest[0] == ' ')
        {
            return false;
        }

        _lastDescription = _chunk.Descriptions.InternAfter(_lastDescription, rest);
        _chunk.SetDescription(row, _lastDescription);
        return true;
    }

    // A pin with its cell may be longer than the column, and then pushes the attribute away: it ends at its closing bracket.
    private static int DescriptionEnd(ReadOnlySpan<byte> rest, int width)
    {
        int open = rest.IndexOf(" ("u8);
        if (open > 0 && rest[open - 1] != ' ' && (open <= width || rest[width] != ' '))
        {
            int close = rest[open..].IndexOf(") "u8);
            int end = close >= 0 ? open + close + 1 : rest[^1] == ')' ? rest.Length : 0;
            if (end > width)
            {
                return end;
            }
        }

        return rest[..width].LastIndexOfAnyExcept((byte)' ') + 1;
    }
}
