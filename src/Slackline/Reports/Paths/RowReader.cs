using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Reads the rows of a path's table into a chunk: with the <see cref="FastRowReader"/> where that accepts a row, otherwise with the
/// <see cref="CellScanner"/>. It enforces the table's style (<see cref="TableStyle"/>).
/// </summary>
internal sealed class RowReader
{
    private readonly TableStyle _style = new();
    private readonly FastRowReader? _fast;
    private PathChunk _chunk = null!;
    private RowColumns _columns = null!;
    private int _firstRow;

    /// <summary>A reader of rows.</summary>
    /// <param name="isFast">Whether to use a fast reader, which is worthwhile if many paths follow one another.</param>
    public RowReader(bool isFast = true) => _fast = isFast ? new FastRowReader() : null;

    /// <summary>How the rows read so far are laid out: padded, wrapped.</summary>
    public PathShape Shape => _style.Shape;

    /// <summary>Digits after the point of the numbers read so far; 0 when there were none.</summary>
    public int Digits => Math.Max(_style.Digits, 0);

    /// <summary>Begins the table of another path.</summary>
    public void Begin(PathChunk chunk, RowColumns columns)
    {
        _chunk = chunk;
        _columns = columns;
        _firstRow = chunk.RowCount;
        _style.Clear();
        _fast?.Begin(chunk, columns);
    }

    /// <summary>
    /// Reads the next lines as long as the fast reader can. Stops after a row that sums up and returns it; otherwise returns
    /// <see cref="RowPredictor.NoRow"/>.
    /// </summary>
    public int ReadFast(ref LineCursor lines) =>
        _fast is null || _style.Padding == RowPadding.Padded ? RowPredictor.NoRow : _fast.Read(ref lines, _style);

    /// <summary>
    /// Reads a row whose first line was already read. It has a second line if its description is too long for the first column. When it
    /// fails, the cursor is before the first line, or <see cref="LineCursor.NeedsMore"/> is set.
    /// </summary>
    /// <param name="lines">The lines after the first.</param>
    /// <param name="line">The first line.</param>
    /// <param name="start">Where the first line begins.</param>
    /// <param name="row">The row of the chunk that was added.</param>
    public bool TryRead(ref LineCursor lines, ReadOnlySpan<byte> line, int start, out int row)
    {
        if (BeginsInDescription && line.Length > _columns.Cells[0].Width)
        {
            int next = lines.Position;
            bool hasNext = lines.TryNext(out ReadOnlySpan<byte> cells);
            if (hasNext && TryReadWrapped(line, cells, out row))
            {
                return true;
            }

            if (lines.NeedsMore)
            {
                row = RowPredictor.NoRow;
                return false;
            }

            lines.Return(next);
        }

        if (TryReadLine(line, lines.RestFrom(start), out row))
        {
            return true;
        }

        lines.Return(start);
        return false;
    }

    /// <summary>Reads a line of the time borrowing table: a description, and a time on the right.</summary>
    public bool TryReadTotal(ReadOnlySpan<byte> line)
    {
        int numberStart = line.LastIndexOf((byte)' ') + 1;
        int descriptionEnd = line[..numberStart].LastIndexOfAnyExcept((byte)' ') + 1;
        Spread spread = Spread.None;
        var numbers = new SameDigits();
        if (descriptionEnd == 0
            || (!numbers.TryRead(line[numberStart..], out double time)
                && !StatisticalText.TryRead(line[numberStart..], ref numbers, out time, out spread)))
        {
            return false;
        }

        int cellStart = Math.Max(descriptionEnd, _columns.Layout.DescriptionWidth) + 1;
        if (line.Length != cellStart + Math.Max(_columns.Layout.TimeWidth, line.Length - numberStart)
            || !TryAdd(new RowStyle(RowPadding.Unknown, DescriptionWrapping.Any, numbers.Digits)))
        {
            return false;
        }

        int row = _chunk.AddRow(RowForm.Total, _chunk.Descriptions.Intern(line[..descriptionEnd]));
        _chunk.SetTime(row, time);
        if (!spread.IsNone)
        {
            _chunk.UseSpreads();
            _chunk.SetTimeSpread(row, spread);
        }

        return true;
    }

    private bool BeginsInDescription => _columns.Cells[0].Kind == ColumnKind.Description;

    private bool TryReadLine(ReadOnlySpan<byte> line, ReadOnlySpan<byte> text, out int row)
    {
        if (_fast is not null && _style.Padding != RowPadding.Padded && _fast.TryReadLine(line, text, _style, out row))
        {
            return true;
        }

        // Spaces after a description that is too long for the first column may belong to it, or be blank cells.
        var scanned = new ScannedRow();
        if (BeginsInDescription)
        {
            if (CellScanner.TryScan(_columns, line, isSpaced: true, ref scanned) && TryAdd(scanned, out row))
            {
                return true;
            }

            scanned = new ScannedRow();
        }

        row = RowPredictor.NoRow;
        return CellScanner.TryScan(_columns, line, isSpaced: false, ref scanned) && TryAdd(scanned, out row);
    }

    private bool TryReadWrapped(ReadOnlySpan<byte> description, ReadOnlySpan<byte> cells, out int row)
    {
        row = RowPredictor.NoRow;
        var scanned = new ScannedRow();
        return CellScanner.TryScanWrapped(_columns, description, cells, ref scanned) && TryAdd(scanned, out row);
    }

    private bool TryAdd(in ScannedRow scanned, out int row)
    {
        row = RowPredictor.NoRow;
        bool isRow = CellScanner.IsDescription(scanned.Description)
            && (scanned.HasCells || !BeginsInDescription || CanStandAlone(scanned.Description));
        if (!isRow || !TryAdd(scanned.Style))
        {
            return false;
        }

        RowCells cells = scanned.Cells;
        if (!scanned.Attribute.IsEmpty)
        {
            cells.Attribute = _chunk.Names.Intern(scanned.Attribute);
        }

        if (scanned.HasSpreads)
        {
            _chunk.UseSpreads();
        }

        int description = _chunk.Descriptions.Intern(scanned.Description);
        _fast?.Follow(description);
        row = _chunk.AddRow(cells, description);
        return true;
    }

    private bool TryAdd(RowStyle style)
    {
        if (style.Padding == RowPadding.Padded && _style.Padding == RowPadding.Unknown && HasTrimmedRow())
        {
            _style.UseTrimmed();
        }

        if (!_style.TryAdd(style))
        {
            return false;
        }

        if (_style.Digits != TableStyle.DigitsUnknown)
        {
            _fast?.UseDigits(_style.Digits);
        }

        return true;
    }

    // Rows of the fast reader do not end in spaces. They are trimmed if their description is shorter than its column.
    private bool HasTrimmedRow()
    {
        if (!_columns.EndsInDescription)
        {
            return false;
        }

        for (int row = _firstRow; row < _chunk.RowCount; row++)
        {
            int description = _chunk.RowForm[row] == RowForm.Cells ? _chunk.RowDescription[row] : RowPredictor.NoRow;
            if (description >= 0 && _chunk.Descriptions[description].Length < _columns.Layout.DescriptionWidth)
            {
                return true;
            }
        }

        return false;
    }

    // Where rows begin with their description, any line of text looks like one without numbers. Only nets and pins have none.
    private static bool CanStandAlone(ReadOnlySpan<byte> description) =>
        description[^1] == ')' && !description.StartsWith("Startpoint: "u8) && !description.StartsWith("Endpoint: "u8);
}
