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

    // Reports of one session share a few layouts; a log of many sessions may have more.
    private const int MaxColumns = 64;

    private readonly Dictionary<TableLayout, RowColumns> _known = [];
    private readonly RowMemory _memory = new();
    private PathChunk _chunk = null!;
    private long _content;
    private RowColumns _columns = null!;
    private int _lastDescription;
    private int _digits;
    private int _lastDigits = DigitsUnknown;

    /// <summary>Digits after the point of the numbers read so far; 0 when there were none.</summary>
    public int Digits => _digits == DigitsUnknown ? 0 : _digits;

    /// <summary>Begins the table of another path.</summary>
    public void Begin(PathChunk chunk, TableLayout layout)
    {
        if (chunk.Content != _content || layout != _columns.Layout)
        {
            _columns = ColumnsOf(layout);
            _columns.UseDigits(_lastDigits);
            _chunk = chunk;
            _content = chunk.Content;
            _memory.Forget();
        }

        _digits = DigitsUnknown;
        _lastDescription = RowMemory.NoRow;
    }

    /// <summary>
    /// Reads the next line when it is the one that is expected: cells before the description that followed the last one before. Otherwise
    /// nothing is read, and the line may still be any.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryReadForetold(ref LineCursor lines, out int row)
    {
        row = RowMemory.NoRow;
        _memory.After(_lastDescription, out int expected, out int other);
        if (expected < 0 || lines.CarriageReturns)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = lines.Rest;
        if (rest.Length < RowMemory.MaxLength + LineBlock.Length)
        {
            return false;
        }

        ref byte text = ref MemoryMarshal.GetReference(rest);
        ref RememberedRow remembered = ref _memory[expected];
        if (!remembered.IsShownBy(ref text, _columns, out bool isSameLine))
        {
            if (other < 0)
            {
                return false;
            }

            remembered = ref _memory[other];
            if (!remembered.IsShownBy(ref text, _columns, out isSameLine))
            {
                return false;
            }

            expected = other;
            _memory.Follow(_lastDescription, expected);
        }

        if (isSameLine && remembered.HasCells)
        {
            _digits = _lastDigits;
        }
        else if (!TryReadChanged(ref text, ref remembered))
        {
            return false;
        }

        row = _chunk.AddRow(remembered.Cells, expected);
        _lastDescription = expected;
        lines.Skip(remembered.Length + 1);
        return true;
    }

    /// <summary>Reads a line of cells. False when it is none.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="text">All that has come from its beginning on.</param>
    /// <param name="row">The row of the chunk that was added.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryReadCells(ReadOnlySpan<byte> line, ReadOnlySpan<byte> text, out int row)
    {
        if (line.Length > _columns.DescriptionStart && line.Length <= RowMemory.MaxLength && text.Length >= RowMemory.MaxLength && !_columns.HasAttribute
            && _columns.IsInPlace(ref MemoryMarshal.GetReference(text)))
        {
            ReadOnlySpan<byte> description = line[_columns.DescriptionStart..];
            if (IsDescription(description) && TryReadNew(description, line.Length, ref MemoryMarshal.GetReference(text), out row))
            {
                return true;
            }
        }

        return TryReadUnusual(line, out row);
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

        int cellStart = Math.Max(descriptionEnd, _columns.Layout.DescriptionWidth) + 1;
        if (line.Length != cellStart + Math.Max(_columns.Layout.TimeWidth, line.Length - numberStart))
        {
            return false;
        }

        int row = _chunk.AddRow(RowForm.Total, _chunk.Descriptions.Intern(line[..descriptionEnd]));
        _chunk.SetTime(row, time);
        return true;
    }

    private RowColumns ColumnsOf(TableLayout layout)
    {
        if (!_known.TryGetValue(layout, out RowColumns? columns))
        {
            if (_known.Count == MaxColumns)
            {
                _known.Clear();
            }

            columns = new RowColumns(layout);
            _known.Add(layout, columns);
        }

        return columns;
    }

    private static bool IsDescription(ReadOnlySpan<byte> text) => !text.IsEmpty && text[^1] != ' ' && text[0] != ' ';

    // A line whose cells keep to their columns; it will be known the next time.
    private bool TryReadNew(ReadOnlySpan<byte> text, int length, ref byte line, out int row)
    {
        row = RowMemory.NoRow;
        int description = _chunk.Descriptions.Intern(text);
        ref RememberedRow remembered = ref _memory.Follow(_lastDescription, description);
        if (Unsafe.IsNullRef(ref remembered))
        {
            return false;
        }

        if (remembered.Length == 0)
        {
            remembered.Cells = RowCells.Blank;
        }

        Unsafe.CopyBlockUnaligned(ref remembered.Text, ref line, RowMemory.MaxLength);
        remembered.Length = length;
        if (!TryReadRemembered(ref line, ref remembered))
        {
            return false;
        }

        _lastDescription = description;
        row = _chunk.AddRow(remembered.Cells, description);
        return true;
    }

    // Any line of cells, wherever long numbers have pushed them.
    private bool TryReadUnusual(ReadOnlySpan<byte> line, out int row)
    {
        row = RowMemory.NoRow;
        if (!TryFindCells(line, out RowCells cells, out int position))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = line[position..];
        if ((_columns.HasAttribute && !TryTakeAttribute(ref rest, ref cells)) || !IsDescription(rest))
        {
            return false;
        }

        int description = _chunk.Descriptions.Intern(rest);
        _memory.Follow(_lastDescription, description);
        _lastDescription = description;
        row = _chunk.AddRow(cells, description);
        return true;
    }

    // Other cells than last time stand before a description. False when they are unusual.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private bool TryReadChanged(ref byte text, ref RememberedRow remembered)
    {
        if (!_columns.IsInPlace(ref text) || !TryReadRemembered(ref text, ref remembered))
        {
            remembered.HasCells = false;
            return false;
        }

        ref byte known = ref remembered.Text;
        for (int start = 0; start < _columns.TextLength; start += LineBlock.Length)
        {
            Unsafe.CopyBlockUnaligned(ref Unsafe.Add(ref known, start), ref Unsafe.Add(ref text, start), LineBlock.Length);
        }

        return true;
    }

    // Cells are written where they stay: a copy would have to wait for what was just written.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadRemembered(ref byte line, ref RememberedRow remembered)
    {
        bool isRead = _columns.TryReadInPlace(ref line, ref remembered.Cells, out bool hasNumber);

        // Only a number among the cells says how many digits the line has.
        remembered.HasCells = isRead & hasNumber;
        _digits = remembered.HasCells ? _lastDigits : _digits;
        return isRead;
    }

    // Reads the cells up to the description cell by cell, wherever long numbers have pushed them.
    private bool TryFindCells(ReadOnlySpan<byte> line, out RowCells cells, out int position)
    {
        cells = RowCells.Blank;
        position = 0;
        foreach (RowColumns.Cell column in _columns.Cells)
        {
            if (column.Start > 0)
            {
                if (position >= line.Length || line[position] != ' ')
                {
                    return false;
                }

                position++;
            }

            switch (column.Kind)
            {
                case ColumnKind.Description:
                    return true;
                case ColumnKind.Edge:
                    if (position >= line.Length || line[position] is not ((byte)' ' or (byte)'^' or (byte)'v'))
                    {
                        return false;
                    }

                    cells.Transition = line[position] == ' ' ? Transition.None : (Transition)line[position];
                    position++;
                    break;
                default:
                    if (!TryFindNumber(line, ref position, column.Width, out ReadOnlySpan<byte> number) || !TryReadNumber(number, column, ref cells))
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
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

    private bool TryReadNumber(ReadOnlySpan<byte> number, RowColumns.Cell column, ref RowCells cells) =>
        number.IsEmpty
        || (column.Number < 0 ? DecimalText.TryReadCount(number, out cells.Fanout) : TryReadDecimal(number, out cells.Numbers[column.Number]));

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

            UseDigits(digits);
        }

        return true;
    }

    private void UseDigits(int digits)
    {
        _digits = digits;
        if (digits == _lastDigits)
        {
            return;
        }

        // Rows with other digits are not these.
        _lastDigits = digits;
        _columns.UseDigits(digits);
        _memory.Forget();
        _lastDescription = RowMemory.NoRow;
    }

    // Cuts the attribute off the description, when there is one.
    private bool TryTakeAttribute(ref ReadOnlySpan<byte> rest, ref RowCells cells)
    {
        int width = _columns.Layout.DescriptionWidth;
        if (rest.Length <= width)
        {
            return true;
        }

        int end = DescriptionEnd(rest, width);
        int gap = Math.Max(end, width);
        if (gap < rest.Length)
        {
            ReadOnlySpan<byte> attribute = rest[(gap + 1)..];
            if (rest[gap] != ' ' || attribute.IsEmpty || attribute[0] == ' ' || attribute[^1] == ' ')
            {
                return false;
            }

            cells.Attribute = _chunk.Names.Intern(attribute);
            rest = rest[..end];
        }

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
