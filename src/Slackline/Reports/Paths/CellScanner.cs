using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>A row as <see cref="CellScanner"/> finds it in a line.</summary>
internal ref struct ScannedRow()
{
    /// <summary>The values of the cells, apart from the two texts.</summary>
    public RowCells Cells = RowCells.Blank;

    /// <summary>The description; empty when its cell is blank.</summary>
    public ReadOnlySpan<byte> Description;

    /// <summary>The text after the description; empty when its cell is blank or the table has none.</summary>
    public ReadOnlySpan<byte> Attribute;

    /// <summary>Whether a number or an edge is among the cells.</summary>
    public bool HasCells;

    /// <summary>Whether a number among the cells is a statistical one.</summary>
    public bool HasSpreads;

    /// <summary>Whether the row is padded.</summary>
    public RowPadding Padding;

    /// <summary>The ways to wrap descriptions that the row is consistent with.</summary>
    public DescriptionWrapping Wrapping = DescriptionWrapping.Any;

    /// <summary>The numbers' digits.</summary>
    public SameDigits Numbers = new();

    /// <summary>What the row shows of its table's style.</summary>
    public readonly RowStyle Style => new(Padding, Wrapping, Numbers.Digits);
}

/// <summary>
/// Finds the cells of a row in a line, character by character, from left to right. It states what a row is: a number ends where its column
/// does, or begins at the column's start and is longer than the column, which pushes the rest of the line to the right. Any other spacing
/// is refused, since it could not be printed back. <see cref="FastRowReader"/> reads most rows instead, and must find the same.
/// </summary>
internal static class CellScanner
{
    /// <summary>Finds the cells of a row that is one line.</summary>
    /// <param name="columns">The table's columns.</param>
    /// <param name="line">The line without its line end.</param>
    /// <param name="isSpaced">
    /// Whether spaces after a description that is too long for the first column belong to it (<see cref="DescriptionWrapping.Spaced"/>).
    /// They may be blank cells as well.
    /// </param>
    /// <param name="row">The row; a new one.</param>
    public static bool TryScan(RowColumns columns, ReadOnlySpan<byte> line, bool isSpaced, ref ScannedRow row)
    {
        if (line.IsEmpty)
        {
            return false;
        }

        int position = 0;
        int width = 0;
        foreach (RowColumns.Cell column in columns.Cells)
        {
            // A trimmed line lacks its last cells: they are blank.
            width = position + (column.Start > 0 ? 1 : 0) + column.Width;
            if (position >= line.Length)
            {
                break;
            }

            if (column.Start > 0 && line[position++] != ' ')
            {
                return false;
            }

            bool isFound = column.Kind switch
            {
                ColumnKind.Description => ScanDescription(columns, column, line, isSpaced, ref position, ref row),
                ColumnKind.Attribute => TryScanAttribute(line, ref position, ref row),
                ColumnKind.Edge => TryScanEdge(line, ref position, ref row),
                _ => TryScanNumber(column, line, ref position, ref row),
            };
            if (!isFound)
            {
                return false;
            }
        }

        // A row that fills the whole table may be padded or not.
        row.Padding = line[^1] == ' ' ? RowPadding.Padded : line.Length < width ? RowPadding.Trimmed : RowPadding.Unknown;
        return position == line.Length && (row.Padding != RowPadding.Padded || line.Length == width);
    }

    /// <summary>Finds the cells of a row whose description is on a separate line (<see cref="DescriptionWrapping.OwnLine"/>).</summary>
    /// <param name="columns">The table's columns, of which the description is the first.</param>
    /// <param name="description">The first line.</param>
    /// <param name="cells">The second line.</param>
    /// <param name="row">The row; a new one.</param>
    public static bool TryScanWrapped(RowColumns columns, ReadOnlySpan<byte> description, ReadOnlySpan<byte> cells, ref ScannedRow row)
    {
        int width = columns.Cells[0].Width;
        if (cells.Length < width || cells[..width].ContainsAnyExcept((byte)' ') || !TryScan(columns, cells, isSpaced: false, ref row)
            || !row.Description.IsEmpty)
        {
            return false;
        }

        row.Description = description;
        row.Wrapping = DescriptionWrapping.OwnLine;
        return true;
    }

    /// <summary>Whether a text can be a description.</summary>
    public static bool IsDescription(ReadOnlySpan<byte> text) => !text.IsEmpty && text[^1] != ' ' && text[0] != ' ';

    private static bool ScanDescription(
        RowColumns columns, RowColumns.Cell column, ReadOnlySpan<byte> line, bool isSpaced, ref int position, ref ScannedRow row)
    {
        ReadOnlySpan<byte> rest = line[position..];
        int width = column.Width;
        int end = columns.EndsInDescription || rest.Length <= width
            ? rest.LastIndexOfAnyExcept((byte)' ') + 1
            : DescriptionEnd(rest, width);
        row.Description = rest[..end];
        if (end > width && column.Start == 0)
        {
            bool hasSpaces = isSpaced && rest.Length > end + width && !rest.Slice(end, width).ContainsAnyExcept((byte)' ');
            row.Wrapping = hasSpaces ? DescriptionWrapping.Spaced
                : end == rest.Length ? DescriptionWrapping.None | DescriptionWrapping.Spaced
                : DescriptionWrapping.None;
            end += hasSpaces ? width : 0;
        }

        position += Math.Max(end, Math.Min(width, rest.Length));
        return true;
    }

    // A pin with its cell may be longer than the column, which pushes the other cells to the right. It ends at its closing bracket.
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

    // The last column: it takes the rest of the line.
    private static bool TryScanAttribute(ReadOnlySpan<byte> line, ref int position, ref ScannedRow row)
    {
        ReadOnlySpan<byte> rest = line[position..];
        row.Attribute = rest[..(rest.LastIndexOfAnyExcept((byte)' ') + 1)];
        position = line.Length;
        return row.Attribute.IsEmpty || row.Attribute[0] != ' ';
    }

    private static bool TryScanEdge(ReadOnlySpan<byte> line, ref int position, ref ScannedRow row)
    {
        if (position >= line.Length || line[position] is not ((byte)' ' or (byte)'^' or (byte)'v'))
        {
            return false;
        }

        byte edge = line[position++];
        row.Cells.Transition = edge == ' ' ? Transition.None : (Transition)edge;
        row.HasCells |= edge != ' ';
        return true;
    }

    private static bool TryScanNumber(RowColumns.Cell column, ReadOnlySpan<byte> line, ref int position, ref ScannedRow row)
    {
        if (!TryFindNumber(line, ref position, column.Width, out ReadOnlySpan<byte> number))
        {
            return false;
        }

        row.HasCells |= !number.IsEmpty;
        return number.IsEmpty || TryReadNumber(column, number, ref row);
    }

    // Finds the number in the cell that begins at position; empty for a blank cell. Moves position to the end of the cell.
    private static bool TryFindNumber(ReadOnlySpan<byte> line, scoped ref int position, int width, out ReadOnlySpan<byte> number)
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

        // A number that is longer than its column begins at the column's start.
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

    private static bool TryReadNumber(RowColumns.Cell column, scoped ReadOnlySpan<byte> number, ref ScannedRow row)
    {
        if (column.Number < 0)
        {
            return DecimalText.TryReadCount(number, out row.Cells.Fanout);
        }

        ref double mean = ref row.Cells.Numbers[column.Number];
        if (row.Numbers.TryRead(number, out mean))
        {
            return true;
        }

        row.HasSpreads = true;
        return column.Number switch
        {
            RowCells.Slew => StatisticalText.TryRead(number, ref row.Numbers, out mean, out row.Cells.SlewSpread),
            RowCells.Delay => StatisticalText.TryRead(number, ref row.Numbers, out mean, out row.Cells.DelaySpread),
            RowCells.Time => StatisticalText.TryRead(number, ref row.Numbers, out mean, out row.Cells.TimeSpread),
            _ => false,
        };
    }
}
