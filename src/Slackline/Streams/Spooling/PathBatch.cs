using Apache.Arrow;
using Apache.Arrow.Types;
using Slackline.Timing;
using Slackline.Timing.Schema;
using Column = Slackline.Timing.Schema.Column;

namespace Slackline.Streams.Spooling;

/// <summary>The paths of a chunk as a batch of the table <c>paths</c>: one row a path.</summary>
internal sealed class PathBatch
{
    private readonly ArrowNumberColumn<long> _path = new(PathColumnNames.Path, Int64Type.Default);
    private readonly (Column From, ArrowColumn To)[] _kept = [.. PathSchema.Kept.Select(static column => (column, ArrowOf(column)))];
    private readonly ArrowNumberColumn<double> _timeUnit = new(PathColumnNames.TimeUnit, DoubleType.Default);
    private readonly ArrowNumberColumn<double> _capacitanceUnit = new(PathColumnNames.CapacitanceUnit, DoubleType.Default);
    private readonly ArrowNumberColumn<int> _rows = new(PathColumnNames.Rows, Int32Type.Default);
    private readonly ArrowTextColumn _format = new(PathColumnNames.Format);
    private readonly ArrowNumberColumn<byte> _digits = new(PathColumnNames.Digits, UInt8Type.Default);
    private readonly ArrowNumberColumn<byte> _verdict = new(PathColumnNames.Verdict, UInt8Type.Default);
    private readonly ArrowNumberColumn<double> _printedSlack = new(PathColumnNames.PrintedSlack, DoubleType.Default);
    private readonly ArrowNumberColumn<ushort> _shape = new(PathColumnNames.Shape, UInt16Type.Default);
    private readonly ArrowNumberColumn<int> _blankLines = new(PathColumnNames.BlankLines, Int32Type.Default);
    private readonly ArrowTextColumn _layout = new(PathColumnNames.Layout);
    private readonly LayoutText _layouts = new();
    private readonly ArrowColumn[] _columns;

    // The paths' places in their chunk, and what was read of them last.
    private readonly int[] _items = [.. Enumerable.Range(0, PathChunk.Capacity)];
    private readonly int[] _ids = new int[PathChunk.Capacity];
    private readonly double[] _numbers = new double[PathChunk.Capacity];

    public PathBatch()
    {
        _columns =
        [
            _path, .. _kept.Select(static column => column.To), _timeUnit, _capacitanceUnit, _rows, _format, _digits, _verdict, _printedSlack, _shape, _blankLines, _layout,
        ];
        Schema = new Apache.Arrow.Schema([.. _columns.Select(column => column.Field)], metadata: null);
    }

    /// <summary>The table's columns.</summary>
    public Apache.Arrow.Schema Schema { get; }

    /// <summary>The paths of a chunk, numbered from <paramref name="firstPath"/>; valid until the next call.</summary>
    public RecordBatch Fill(PathChunk chunk, long firstPath)
    {
        int count = chunk.Count;
        foreach (ArrowColumn column in _columns)
        {
            column.Start(count);
        }

        foreach ((Column from, ArrowColumn to) in _kept)
        {
            Fill(chunk, from, to);
        }

        _timeUnit.Values[..count].Fill(chunk.Units.Time);
        _capacitanceUnit.Values[..count].Fill(chunk.Units.Capacitance);
        chunk.BlankLinesBefore.CopyTo(_blankLines.Values);
        chunk.Digits.CopyTo(_digits.Values);
        for (int i = 0; i < count; i++)
        {
            _path.Values[i] = firstPath + i;
            _rows.Values[i] = chunk.FirstRow[i + 1] - chunk.FirstRow[i];
            _shape.Values[i] = (ushort)chunk.Shape[i];
            _format.Append(PathColumnNames.Of(chunk.Format[i]));
            _verdict.Values[i] = (byte)chunk.Verdict[i];
            _printedSlack.Set(i, chunk.HasExactSlack(i) ? chunk.PrintedSlack(i) : null);
            SetLayout(chunk, chunk.Layout[i]);
        }

        return new RecordBatch(Schema, _columns.Select(column => column.ToArray(count)), count);
    }

    private static ArrowColumn ArrowOf(Column column) => column.Type switch
    {
        ColumnType.Text => new ArrowTextColumn(column.Field),
        ColumnType.Flag => new ArrowFlagColumn(column.Field),
        ColumnType.Count => new ArrowNumberColumn<int>(column.Field, Int32Type.Default),
        _ => new ArrowNumberColumn<double>(column.Field, DoubleType.Default),
    };

    private void Fill(PathChunk chunk, Column from, ArrowColumn to)
    {
        int count = chunk.Count;
        switch (from, to)
        {
            case (TextColumn text, ArrowTextColumn texts):
                text.Source.Ids(chunk, _items.AsSpan(0, count), _ids);
                foreach (int id in _ids.AsSpan(0, count))
                {
                    if (id < 0)
                    {
                        texts.AppendNull();
                    }
                    else
                    {
                        texts.Append(text.Source.Text(chunk, id));
                    }
                }

                break;
            case (FlagColumn flag, ArrowFlagColumn flags):
                for (int i = 0; i < count; i++)
                {
                    flags.Set(i, flag.FlagOf(chunk, i));
                }

                break;
            case (NumberColumn number, ArrowNumberColumn<double> numbers):
                number.Source.Read(chunk, _items.AsSpan(0, count), _numbers);
                numbers.SetAll(_numbers, count);
                break;
            case (NumberColumn number, ArrowNumberColumn<int> counts):
                number.Source.Read(chunk, _items.AsSpan(0, count), _numbers);
                for (int i = 0; i < count; i++)
                {
                    counts.Set(i, double.IsNaN(_numbers[i]) ? null : (int)_numbers[i]);
                }

                break;
        }
    }

    private void SetLayout(PathChunk chunk, int layout)
    {
        if (layout == PathChunk.NoTable)
        {
            _layout.AppendNull();
        }
        else
        {
            _layout.Append(_layouts.Of(chunk.Layouts[layout]));
        }
    }
}
