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
    private Padding _padding;
    private Wrapping _wrapping;
    private bool _isReadInPlace;
    private int _digits;
    private int _lastDigits = DigitsUnknown;

    /// <summary>A reader of rows.</summary>
    /// <param name="remembers">Whether it learns which rows to expect, which pays where many paths follow one another.</param>
    public RowReader(bool remembers = true)
    {
        _memory = remembers ? new RowMemory() : null;
        _readDecimal = TryReadDecimal;
    }

    // Whether rows are padded to the width of the table. A row that fills it does not say.
    private enum Padding
    {
        Unknown,
        Padded,
        Trimmed,
    }

    // What may become of descriptions that are too long for the first column. Others leave it open; one that ends its line, whether spaces would have followed.
    [Flags]
    private enum Wrapping
    {
        None = 1,
        OwnLine = 2,
        Spaced = 4,
        Any = None | OwnLine | Spaced,
    }

    /// <summary>How the rows read so far are laid out: padded, wrapped.</summary>
    public PathShape Shape { get; private set; }

    private bool ArePadded => _padding == Padding.Padded;

    private bool BeginsInDescription => _columns.Cells[0].Kind == ColumnKind.Description;

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
        _padding = Padding.Unknown;
        _wrapping = Wrapping.Any;
        Shape = PathShape.None;
        _isReadInPlace = false;
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
        _isReadInPlace = false;
        if (_memory is not { } memory || !columns.AreInPlace || ArePadded || lines.CarriageReturns || !memory.Knows(_lastDescription))
        {
            return RowMemory.NoRow;
        }

        _isReadInPlace = true;
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
        if (_columns.AreInPlace && !ArePadded && !(_isReadInPlace && line.Length < start + RememberedRow.MaxLength)
            && text.Length >= TextAhead && line.Length > start && IsDescription(line[start..]) && TryReadPlaced(line[start..], text, out row))
        {
            return true;
        }

        return TryReadUnusual(line, out row);
    }

    // A row whose numbers all keep to their columns, which ReadInPlace does not read: its description is too long to be remembered, its line ends in CR LF, and the like.
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

    /// <summary>Reads a row whose first line was read already; it has a second one where its description is too long for the first column.</summary>
    /// <param name="lines">The lines behind it.</param>
    /// <param name="line">The first line.</param>
    /// <param name="start">Where that begins.</param>
    /// <param name="row">The row of the chunk that was added.</param>
    public ReadStatus Read(ref LineCursor lines, ReadOnlySpan<byte> line, int start, out int row)
    {
        if (BeginsInDescription && line.Length > _columns.Cells[0].Width)
        {
            int next = lines.Position;
            bool isThere = lines.TryNext(out ReadOnlySpan<byte> cells);
            if (isThere && TryReadWrapped(line, cells, out row))
            {
                return ReadStatus.Whole;
            }

            if (!isThere && lines.NeedsMore)
            {
                row = RowMemory.NoRow;
                return ReadStatus.NeedsMore;
            }

            lines.Return(next);
        }

        return TryReadCells(line, lines.RestFrom(start), out row) ? ReadStatus.Whole : ReadStatus.Broken;
    }

    private bool TryReadWrapped(ReadOnlySpan<byte> description, ReadOnlySpan<byte> cells, out int row)
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
        scoped var found = new FoundRow();
        if (!TryFindCells(line, ref found) || found.Description.Length != 1)
        {
            return false;
        }

        found.Description = description;
        found.Wrapping = Wrapping.OwnLine;
        return TryAdd(found, out row);
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
        if (line.IsEmpty)
        {
            return false;
        }

        // The spaces behind a description that is too long may be blank cells as well.
        var found = new FoundRow { Wrapping = Wrapping.Spaced };
        if (BeginsInDescription && TryFindCells(line, ref found) && TryAdd(found, out row))
        {
            return true;
        }

        found = new FoundRow();
        return TryFindCells(line, ref found) && TryAdd(found, out row);
    }

    // A row as it was found in a line, and what it shows of the others.
    private ref struct FoundRow()
    {
        public RowCells Cells = RowCells.Blank;
        public ReadOnlySpan<byte> Description;
        public Padding Padding;
        public Wrapping Wrapping = Wrapping.Any;
        public bool HasCells;
    }

    private bool TryAdd(in FoundRow found, out int row)
    {
        row = RowMemory.NoRow;
        bool isAlike = IsPaddedAlike(found.Padding) && (found.Wrapping & _wrapping) != 0;
        if (!isAlike || !IsDescription(found.Description) || (!found.HasCells && BeginsInDescription && !CanStandAlone(found.Description)))
        {
            return false;
        }

        _padding = found.Padding == Padding.Unknown ? _padding : found.Padding;
        _wrapping &= found.Wrapping;
        Shape = (ArePadded ? PathShape.PaddedRows : PathShape.None) | _wrapping switch
        {
            Wrapping.OwnLine => PathShape.WrappedDescriptions,
            Wrapping.Spaced => PathShape.SpacedDescriptions,
            _ => PathShape.None,
        };
        int description = _chunk.Descriptions.Intern(found.Description);
        Follow(description);
        row = _chunk.AddRow(found.Cells, description);
        return true;
    }

    // Where rows begin with their description, any line of text looks like one without numbers. Only nets and pins have none.
    private static bool CanStandAlone(ReadOnlySpan<byte> description) =>
        description[^1] == ')' && !description.StartsWith("Startpoint: "u8) && !description.StartsWith("Endpoint: "u8);

    // Reads cell by cell.
    private bool TryFindCells(ReadOnlySpan<byte> line, ref FoundRow found)
    {
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
                    TakeDescription(line, ref position, column, ref found);
                    break;
                case ColumnKind.Attribute:
                    if (!TryTakeAttribute(line[position..], ref found.Cells))
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

                    found.Cells.Transition = line[position] == ' ' ? Transition.None : (Transition)line[position];
                    found.HasCells |= line[position] != ' ';
                    position++;
                    break;
                default:
                    if (!TryFindNumber(line, ref position, column.Width, out ReadOnlySpan<byte> number) || !TryReadNumber(number, column, ref found.Cells))
                    {
                        return false;
                    }

                    found.HasCells |= !number.IsEmpty;
                    break;
            }
        }

        // A line that is so wide when nothing is missing at its end is padded, or trimmed, or fills the table.
        found.Padding = line[^1] == ' ' ? Padding.Padded : line.Length < width ? Padding.Trimmed : Padding.Unknown;
        return position == line.Length && (found.Padding != Padding.Padded || line.Length == width);
    }

    private bool IsPaddedAlike(Padding shown)
    {
        if (shown != Padding.Padded || _padding != Padding.Unknown || !_columns.EndsInDescription)
        {
            return shown == Padding.Unknown || _padding == Padding.Unknown || _padding == shown;
        }

        // Rows that were read in place are not padded, but where their descriptions leave no room for it they could be.
        for (int row = _firstRow; row < _chunk.RowCount; row++)
        {
            int description = _chunk.RowForm[row] == RowForm.Cells ? _chunk.RowDescription[row] : RowMemory.NoRow;
            if (description >= 0 && _chunk.Descriptions[description].Length < _columns.Layout.DescriptionWidth)
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
    private void TakeDescription(ReadOnlySpan<byte> line, ref int position, RowColumns.Cell column, ref FoundRow found)
    {
        ReadOnlySpan<byte> rest = line[position..];
        int width = column.Width;
        int end = _columns.EndsInDescription || rest.Length <= width ? rest.LastIndexOfAnyExcept((byte)' ') + 1 : DescriptionEnd(rest, width);
        found.Description = rest[..end];
        if (end > width && column.Start == 0)
        {
            bool isSpaced = found.Wrapping == Wrapping.Spaced && rest.Length > end + width && !rest.Slice(end, width).ContainsAnyExcept((byte)' ');
            found.Wrapping = isSpaced ? Wrapping.Spaced : end == rest.Length ? Wrapping.None | Wrapping.Spaced : Wrapping.None;
            end += isSpaced ? width : 0;
        }
        else
        {
            found.Wrapping = Wrapping.Any;
        }

        position += Math.Max(end, Math.Min(width, rest.Length));
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
