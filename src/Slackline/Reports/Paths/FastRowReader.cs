using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Reads rows whose numbers all fit their columns: all numbers of a row at once (<see cref="RowColumns.TryReadInPlace"/>), and the
/// description with one comparison where it was predicted (<see cref="RowPredictor"/>). It declines every other row, and never reads a row
/// differently from <see cref="CellScanner"/>, which states what a row is.
/// </summary>
internal sealed class FastRowReader
{
    // This much text from the start of a line is read without a bounds check: the cells, the description and the rest of its last block.
    private const int TextAhead = 4 * LineBlock.Length;

    private readonly RowPredictor _predictor = new();
    private PathChunk _chunk = null!;
    private long _content;
    private RowColumns _columns = null!;
    private int _firstRow;
    private int _previous;
    private int _digits = TableStyle.DigitsUnknown;
    private bool _hasDeclined;

    /// <summary>Begins the table of another path.</summary>
    public void Begin(PathChunk chunk, RowColumns columns)
    {
        if (chunk.Content != _content || columns != _columns)
        {
            _columns = columns;
            _columns.UseDigits(_digits);
            _chunk = chunk;
            _content = chunk.Content;
            _predictor.Clear();
        }

        _firstRow = chunk.RowCount;
        _previous = RowPredictor.NoRow;
        _hasDeclined = false;
    }

    /// <summary>
    /// Reads the next lines as long as it can. Stops after a row that sums up (an arrival or required time, a slack) and returns it.
    /// Otherwise stops before the first line that it does not read, and returns <see cref="RowPredictor.NoRow"/>.
    /// </summary>
    /// <param name="lines">The lines.</param>
    /// <param name="style">The style of the table, whose rows are not padded.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(ref LineCursor lines, TableStyle style)
    {
        RowColumns columns = _columns;
        RowPredictor predictor = _predictor;
        _hasDeclined = false;
        if (!columns.AreInPlace || lines.CarriageReturns || !predictor.Knows(_previous))
        {
            return RowPredictor.NoRow;
        }

        _hasDeclined = true;
        ReadOnlySpan<byte> rest = lines.Rest;
        ref byte text = ref MemoryMarshal.GetReference(rest);
        int descriptionStart = columns.DescriptionStart;
        int last = rest.Length - TextAhead;
        int position = 0;
        int summary = RowPredictor.NoRow;
        var seen = Vector256<double>.Zero;
        ref PredictedRow previous = ref predictor.Row(_previous);
        while (position <= last)
        {
            ref byte line = ref Unsafe.Add(ref text, (nint)position);
            if (!columns.TryReadInPlace(ref line, out PlacedCells cells))
            {
                break;
            }

            ref byte shown = ref Unsafe.Add(ref line, (nint)descriptionStart);
            int description = predictor.Predict(ref previous, ref shown);
            if (description < 0)
            {
                description = Learn(predictor, ref shown);
                if (description < 0)
                {
                    break;
                }
            }

            int row = _chunk.AddRow(cells.Numbers, cells.Variation, cells.Fanout, cells.Transition, description);
            seen = Vector256.BitwiseOr(seen, Vector256.Equals(cells.Numbers, cells.Numbers));
            previous = ref predictor.Row(description);
            position += descriptionStart + previous.Length;
            _previous = description;
            if (previous.SumsUp)
            {
                summary = row;
                break;
            }
        }

        // Blank cells do not show how many digits the numbers have.
        if (seen.ExtractMostSignificantBits() != 0 || HasVariationAlone(style))
        {
            style.UseDigits(_digits);
        }

        if (position > 0)
        {
            lines.Skip(position);
        }

        return summary;
    }

    /// <summary>
    /// Reads one line whose end is known. It also takes rows that <see cref="Read"/> declines although their numbers fit their columns: the
    /// description is too long to be remembered, the line ends in CR LF, or the table is a bare one.
    /// </summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="text">All text from the start of the line on.</param>
    /// <param name="style">The style of the table, whose rows are not padded.</param>
    /// <param name="row">The row of the chunk that was added.</param>
    public bool TryReadLine(ReadOnlySpan<byte> line, ReadOnlySpan<byte> text, TableStyle style, out int row)
    {
        row = RowPredictor.NoRow;
        int start = _columns.DescriptionStart;
        bool isDeclined = _hasDeclined && line.Length < start + PredictedRow.MaxLength;
        return _columns.AreInPlace && !isDeclined && text.Length >= TextAhead && line.Length > start
            && CellScanner.IsDescription(line[start..])
            && TryReadLine(line[start..], ref MemoryMarshal.GetReference(text), style, out row);
    }

    /// <summary>Records a row that was read by other means. Rows after it are predicted from it.</summary>
    public void Follow(int description)
    {
        _predictor.AddSuccessor(_previous, description);
        _previous = description;
    }

    /// <summary>Sets how many digits the numbers have. Rows with another number of digits are declined.</summary>
    public void UseDigits(int digits)
    {
        if (digits == _digits)
        {
            return;
        }

        _digits = digits;
        _columns.UseDigits(digits);
        _predictor.Clear();
        _previous = RowPredictor.NoRow;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private bool TryReadLine(ReadOnlySpan<byte> description, ref byte text, TableStyle style, out int row)
    {
        row = RowPredictor.NoRow;
        if (!_columns.TryReadInPlace(ref text, out PlacedCells cells))
        {
            return false;
        }

        int id = _chunk.Descriptions.Intern(description);
        Follow(id);
        if (Vector256.EqualsAny(cells.Numbers, cells.Numbers) || !double.IsNaN(cells.Variation))
        {
            style.UseDigits(_digits);
        }

        row = _chunk.AddRow(cells.Numbers, cells.Variation, cells.Fanout, cells.Transition, id);
        return true;
    }

    // Whether variations are the only numbers of the table so far, which is rare.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool HasVariationAlone(TableStyle style)
    {
        ReadOnlySpan<double> variations = _chunk.RowVariation;
        return style.Digits == TableStyle.DigitsUnknown && !variations.IsEmpty && variations[_firstRow..].ContainsAnyExcept(double.NaN);
    }

    // Adds the description at the start of a text to those that may follow the previous one. -1 when it cannot be remembered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Learn(RowPredictor predictor, ref byte text)
    {
        int length = LineBlock.LineLength(ref text);
        if (length is 0 or >= PredictedRow.MaxLength)
        {
            return RowPredictor.NoRow;
        }

        ReadOnlySpan<byte> shown = MemoryMarshal.CreateReadOnlySpan(ref text, length);
        if (!CellScanner.IsDescription(shown) || shown[^1] == '\r')
        {
            return RowPredictor.NoRow;
        }

        int description = _chunk.Descriptions.Intern(shown);
        ref PredictedRow remembered = ref predictor.AddSuccessor(_previous, description);
        if (Unsafe.IsNullRef(ref remembered))
        {
            return RowPredictor.NoRow;
        }

        if (remembered.Length == 0)
        {
            remembered.Remember(ref text, length + 1, _chunk.Descriptions.Kind(description) >= DescriptionKind.DataArrival);
        }

        return description;
    }
}
