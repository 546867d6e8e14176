using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Reads the rows of a path's table into a chunk. It takes a row only in the form in which OpenSTA prints it: numbers at the right
/// of their column, or pushed out of it by their own length; every other spacing is refused, since it could not be printed back.
/// </summary>
internal sealed class RowReader
{
    private const int DigitsUnknown = -1;

    // So much text from the beginning of a line is looked at without asking whether it is there: the cells, the description, and what a block reaches beyond.
    private const int TextAhead = 4 * LineBlock.Length;

    // Lines that are longer, with an attribute of an enormous name, are copied to the heap.
    private const int MaxWrappedLength = 512;

    private readonly RowMemory? _memory;
    private readonly StatisticalText.DecimalReading _readDecimal;
    private PathChunk _chunk = null!;
    private long _content;
    private RowColumns _columns = null!;
    private int _firstRow;
    private int _lastDescription;
    private Habit _padding;
    private Habit _wrapping;
    private int _digits;
    private int _lastDigits = DigitsUnknown;

    /// <summary>A reader of rows.</summary>
    /// <param name="remembers">Whether it learns which rows to expect, which pays where many paths follow one another.</param>
    public RowReader(bool remembers = true)
    {
        _memory = remembers ? new RowMemory() : null;
        _readDecimal = TryReadDecimal;
    }

    // What all rows of a path have in common, and not every row shows.
    private enum Habit
    {
        Unknown,
        Yes,
        No,
    }

    /// <summary>How the rows read so far are laid out: padded, wrapped.</summary>
    public PathShape Shape => (ArePadded ? PathShape.PaddedRows : 0) | (_wrapping == Habit.Yes ? PathShape.WrappedDescriptions : 0);

    private bool ArePadded => _padding == Habit.Yes;

    /// <summary>Digits after the point of the numbers read so far; 0 when there were none.</summary>
    public int Digits => _digits == DigitsUnknown ? 0 : _digits;

    /// <summary>Begins the table of another path.</summary>
    public void Begin(PathChunk chunk, RowColumns columns)
    {
        if (chunk.Content != _content || columns != _columns)
        {
            _columns = columns;
            _columns.UseDigits(_lastDigits);
            _chunk = chunk;
            _content = chunk.Content;
            _memory?.Forget();
        }

        _firstRow = chunk.RowCount;
        _padding = _wrapping = Habit.Unknown;
        _digits = DigitsUnknown;
        _lastDescription = RowMemory.NoRow;
    }

    /// <summary>
    /// Reads lines as long as they are cells in their columns and a description. Stops behind a row that sums up, which it gives; otherwise before a line that is
    /// something else, or unusual, or too near to the end of the text, and gives <see cref="RowMemory.NoRow"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int ReadInPlace(ref LineCursor lines)
    {
        RowColumns columns = _columns;
        if (_memory is not { } memory || !columns.AreInPlace || !columns.EndsInDescription || ArePadded || lines.CarriageReturns || !memory.Knows(_lastDescription))
        {
            return RowMemory.NoRow;
        }

        ReadOnlySpan<byte> rest = lines.Rest;
        ref byte text = ref MemoryMarshal.GetReference(rest);
        int descriptionStart = columns.DescriptionStart;
        int last = rest.Length - TextAhead;
        int position = 0;
        int summary = RowMemory.NoRow;
        var seen = Vector256<double>.Zero;
        ref RememberedRow previous = ref memory.Row(_lastDescription);
        while (position <= last)
        {
            ref byte line = ref Unsafe.Add(ref text, (nint)position);
            if (!columns.TryReadInPlace(ref line, out PlacedCells cells))
            {
                break;
            }

            ref byte shown = ref Unsafe.Add(ref line, (nint)descriptionStart);
            int description = memory.Foretell(ref previous, ref shown);
            if (description < 0)
            {
                description = Learn(memory, ref shown);
                if (description < 0)
                {
                    break;
                }
            }

            int row = _chunk.AddRow(cells.Numbers, cells.Variation, cells.Fanout, cells.Transition, description);
            seen = Vector256.BitwiseOr(seen, Vector256.Equals(cells.Numbers, cells.Numbers));
            previous = ref memory.Row(description);
            position += descriptionStart + previous.Length;
            _lastDescription = description;
            if (previous.SumsUp)
            {
                summary = row;
                break;
            }
        }

        // Only a number among the cells says how many digits the lines have.
        if (seen.ExtractMostSignificantBits() != 0)
        {
            _digits = _lastDigits;
        }

        if (position > 0)
        {
            lines.Skip(position);
        }

        return summary;
    }

    /// <summary>Reads a line of cells. False when it is none.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="text">All that has come from its beginning on.</param>
    /// <param name="row">The row of the chunk that was added.</param>
    public bool TryReadCells(ReadOnlySpan<byte> line, ReadOnlySpan<byte> text, out int row)
    {
        int start = _columns.DescriptionStart;
        bool isForMemory = _memory is not null && line.Length < start + RememberedRow.MaxLength;
        if (!isForMemory && _columns.AreInPlace && _columns.EndsInDescription && !ArePadded && text.Length >= TextAhead
            && line.Length > start && IsDescription(line[start..]) && TryReadPlaced(line[start..], text, out row))
        {
            return true;
        }

        return TryReadUnusual(line, out row);
    }

    // A row whose numbers all keep to their columns, with a description that is too long to be remembered, or by a reader that remembers none.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private bool TryReadPlaced(ReadOnlySpan<byte> shown, ReadOnlySpan<byte> text, out int row)
    {
        row = RowMemory.NoRow;
        if (!_columns.TryReadInPlace(ref MemoryMarshal.GetReference(text), out PlacedCells cells))
        {
            return false;
        }

        int description = _chunk.Descriptions.Intern(shown);
        Follow(description);
        _digits = Vector256.EqualsAny(cells.Numbers, cells.Numbers) ? _lastDigits : _digits;
        row = _chunk.AddRow(cells.Numbers, cells.Variation, cells.Fanout, cells.Transition, description);
        return true;
    }

    /// <summary>Reads a line of the time borrowing table: a description, and a time at the right.</summary>
    public bool TryReadTotal(ReadOnlySpan<byte> line)
    {
        int numberStart = line.LastIndexOf((byte)' ') + 1;
        int descriptionEnd = line[..numberStart].LastIndexOfAnyExcept((byte)' ') + 1;
        Spread spread = Spread.None;
        if (descriptionEnd == 0 || (!TryReadDecimal(line[numberStart..], out double time) && !TryReadStatistical(line[numberStart..], out time, out spread)))
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
        if (!spread.IsNone)
        {
            _chunk.SetTimeSpread(row, spread);
        }

        return true;
    }

    /// <summary>Whether a line may be a description that is too long for the first column, with its row's cells in the next line.</summary>
    public bool MayBeWrapped(ReadOnlySpan<byte> line) => _columns.Cells[0] is { Kind: ColumnKind.Description } first && line.Length > first.Width && IsDescription(line);

    /// <summary>Reads a row whose description has a line of its own. False when it is none.</summary>
    /// <param name="description">The line of the description.</param>
    /// <param name="cells">The line of the cells.</param>
    /// <param name="row">The row of the chunk that was added.</param>
    public bool TryReadWrapped(ReadOnlySpan<byte> description, ReadOnlySpan<byte> cells, out int row)
    {
        row = RowMemory.NoRow;
        int width = _columns.Cells[0].Width;
        if (cells.Length < width || cells[..width].ContainsAnyExcept((byte)' '))
        {
            return false;
        }

        // A row as if one character were its description.
        Span<byte> line = cells.Length <= MaxWrappedLength ? stackalloc byte[cells.Length] : new byte[cells.Length];
        cells.CopyTo(line);
        line[0] = (byte)'.';
        if (!TryFindCells(line, out RowCells read, out ReadOnlySpan<byte> shown) || shown.Length != 1 || !IsAlike(ref _wrapping, Habit.Yes))
        {
            return false;
        }

        row = Add(read, description);
        return true;
    }

    private static bool IsDescription(ReadOnlySpan<byte> text) => !text.IsEmpty && text[^1] != ' ' && text[0] != ' ';

    // The description that a text begins with, to be foretold the next time. -1 when there is none that can be remembered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Learn(RowMemory memory, ref byte text)
    {
        int length = LineBlock.LineLength(ref text);
        if (length is 0 or >= RememberedRow.MaxLength)
        {
            return RowMemory.NoRow;
        }

        ReadOnlySpan<byte> shown = MemoryMarshal.CreateReadOnlySpan(ref text, length);
        if (!IsDescription(shown) || shown[^1] == '\r')
        {
            return RowMemory.NoRow;
        }

        int description = _chunk.Descriptions.Intern(shown);
        ref RememberedRow remembered = ref memory.Follow(_lastDescription, description);
        if (Unsafe.IsNullRef(ref remembered))
        {
            return RowMemory.NoRow;
        }

        if (remembered.Length == 0)
        {
            remembered.Remember(ref text, length + 1, _chunk.Descriptions.Kind(description) >= DescriptionKind.DataArrival);
        }

        return description;
    }

    private void Follow(int description)
    {
        _memory?.Follow(_lastDescription, description);
        _lastDescription = description;
    }

    // Any line of cells, in any order, wherever long numbers have pushed them.
    private bool TryReadUnusual(ReadOnlySpan<byte> line, out int row)
    {
        row = RowMemory.NoRow;
        if (line.IsEmpty || !TryFindCells(line, out RowCells cells, out ReadOnlySpan<byte> description) || !IsDescription(description)
            || (description.Length > _columns.Cells[0].Width && _columns.Cells[0].Kind == ColumnKind.Description && !IsAlike(ref _wrapping, Habit.No)))
        {
            return false;
        }

        row = Add(cells, description);
        return true;
    }

    private int Add(in RowCells cells, ReadOnlySpan<byte> text)
    {
        int description = _chunk.Descriptions.Intern(text);
        Follow(description);
        return _chunk.AddRow(cells, description);
    }

    // Reads cell by cell.
    private bool TryFindCells(ReadOnlySpan<byte> line, out RowCells cells, out ReadOnlySpan<byte> description)
    {
        cells = RowCells.Blank;
        description = default;
        int position = 0;
        int width = 0;
        foreach (RowColumns.Cell column in _columns.Cells)
        {
            // What a trimmed line lacks at its end is blank.
            width = position + (column.Start > 0 ? 1 : 0) + column.Width;
            if (position >= line.Length)
            {
                break;
            }

            if (column.Start > 0 && line[position++] != ' ')
            {
                return false;
            }

            switch (column.Kind)
            {
                case ColumnKind.Description:
                    description = TakeDescription(line, ref position, column.Width);
                    break;
                case ColumnKind.Attribute:
                    if (!TryTakeAttribute(line[position..], ref cells))
                    {
                        return false;
                    }

                    position = line.Length;
                    break;
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

        return position == line.Length && IsPaddedAlike(line, width);
    }

    // Whether a line that is so wide when nothing is missing at its end is padded, or trimmed, as the rows before it.
    private bool IsPaddedAlike(ReadOnlySpan<byte> line, int width) => line[^1] == ' '
        ? line.Length == width && CanBePadded() && IsAlike(ref _padding, Habit.Yes)
        : line.Length >= width || IsAlike(ref _padding, Habit.No);

    private static bool IsAlike(ref Habit habit, Habit shown)
    {
        habit = habit == Habit.Unknown ? shown : habit;
        return habit == shown;
    }

    // Rows that were read in place are not padded, but where their descriptions leave no room for it they could be.
    private bool CanBePadded()
    {
        for (int row = _firstRow; row < _chunk.RowCount && _padding == Habit.Unknown; row++)
        {
            int description = _chunk.RowForm[row] == RowForm.Cells ? _chunk.RowDescription[row] : RowMemory.NoRow;
            if (description >= 0 && _columns.EndsInDescription && _chunk.Descriptions[description].Length < _columns.Layout.DescriptionWidth)
            {
                return false;
            }
        }

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

    private bool TryReadNumber(ReadOnlySpan<byte> number, RowColumns.Cell column, ref RowCells cells) =>
        number.IsEmpty
        || (column.Number < 0 ? DecimalText.TryReadCount(number, out cells.Fanout)
            : TryReadDecimal(number, out cells.Numbers[column.Number]) || TryReadStatistical(number, column.Number, ref cells));

    private bool TryReadStatistical(ReadOnlySpan<byte> number, int place, ref RowCells cells)
    {
        ref double mean = ref cells.Numbers[place];
        switch (place)
        {
            case RowCells.Slew:
                return TryReadStatistical(number, out mean, out cells.SlewSpread);
            case RowCells.Delay:
                return TryReadStatistical(number, out mean, out cells.DelaySpread);
            case RowCells.Time:
                return TryReadStatistical(number, out mean, out cells.TimeSpread);
            default:
                return false;
        }
    }

    private bool TryReadStatistical(ReadOnlySpan<byte> number, out double mean, out Spread spread)
    {
        bool isRead = StatisticalText.TryRead(number, _readDecimal, out mean, out spread);
        if (isRead)
        {
            _chunk.UseSpreads();
        }

        return isRead;
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
        _memory?.Forget();
        _lastDescription = RowMemory.NoRow;
    }

    // The description at position, which moves behind its cell.
    private ReadOnlySpan<byte> TakeDescription(ReadOnlySpan<byte> line, scoped ref int position, int width)
    {
        ReadOnlySpan<byte> rest = line[position..];
        int end = _columns.EndsInDescription || rest.Length <= width ? rest.LastIndexOfAnyExcept((byte)' ') + 1 : DescriptionEnd(rest, width);
        position += Math.Max(end, Math.Min(width, rest.Length));
        return rest[..end];
    }

    private bool TryTakeAttribute(ReadOnlySpan<byte> text, ref RowCells cells)
    {
        ReadOnlySpan<byte> attribute = text[..(text.LastIndexOfAnyExcept((byte)' ') + 1)];
        if (!attribute.IsEmpty)
        {
            cells.Attribute = _chunk.Names.Intern(attribute);
        }

        return attribute.IsEmpty || attribute[0] != ' ';
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
