using Apache.Arrow;
using Apache.Arrow.Types;
using Slackline.Timing;

namespace Slackline.Streams.Spooling;

/// <summary>The paths of a chunk as a batch of the table <c>paths</c>: one row a path.</summary>
internal sealed class PathBatch
{
    private readonly ArrowNumberColumn<long> _path = new(PathColumnNames.Path, Int64Type.Default);
    private readonly ArrowNumberColumn<double> _slack = new(PathColumnNames.Slack, DoubleType.Default);
    private readonly ArrowNumberColumn<double> _arrival = new(PathColumnNames.Arrival, DoubleType.Default);
    private readonly ArrowNumberColumn<double> _required = new(PathColumnNames.Required, DoubleType.Default);
    private readonly ArrowTextColumn _startpoint = new(PathColumnNames.Startpoint);
    private readonly ArrowTextColumn _startpointPin = new(PathColumnNames.StartpointPin);
    private readonly ArrowTextColumn _endpointPin = new(PathColumnNames.EndpointPin);
    private readonly ArrowFlagColumn _violated = new(PathColumnNames.Violated);
    private readonly ArrowNumberColumn<double> _printedSlack = new(PathColumnNames.PrintedSlack, DoubleType.Default);
    private readonly ArrowNumberColumn<byte> _verdict = new(PathColumnNames.Verdict, UInt8Type.Default);
    private readonly ArrowNumberColumn<int> _depth = new(PathColumnNames.Depth, Int32Type.Default);
    private readonly ArrowTextColumn _startpointDetail = new(PathColumnNames.StartpointDetail);
    private readonly ArrowTextColumn _endpoint = new(PathColumnNames.Endpoint);
    private readonly ArrowTextColumn _endpointDetail = new(PathColumnNames.EndpointDetail);
    private readonly ArrowTextColumn _pathGroup = new(PathColumnNames.PathGroup);
    private readonly ArrowTextColumn _pathType = new(PathColumnNames.PathType);
    private readonly ArrowTextColumn _corner = new(PathColumnNames.Corner);
    private readonly ArrowTextColumn _mode = new(PathColumnNames.Mode);
    private readonly ArrowTextColumn _file = new(PathColumnNames.File);
    private readonly ArrowTextColumn _section = new(PathColumnNames.Section);
    private readonly ArrowNumberColumn<double> _timeUnit = new(PathColumnNames.TimeUnit, DoubleType.Default);
    private readonly ArrowNumberColumn<double> _capacitanceUnit = new(PathColumnNames.CapacitanceUnit, DoubleType.Default);
    private readonly ArrowNumberColumn<int> _rows = new(PathColumnNames.Rows, Int32Type.Default);
    private readonly ArrowTextColumn _format = new(PathColumnNames.Format);
    private readonly ArrowNumberColumn<byte> _digits = new(PathColumnNames.Digits, UInt8Type.Default);
    private readonly ArrowNumberColumn<ushort> _shape = new(PathColumnNames.Shape, UInt16Type.Default);
    private readonly ArrowNumberColumn<int> _blankLines = new(PathColumnNames.BlankLines, Int32Type.Default);
    private readonly ArrowTextColumn _layout = new(PathColumnNames.Layout);
    private readonly LayoutText _layouts = new();
    private readonly ArrowColumn[] _columns;

    public PathBatch()
    {
        _columns =
        [
            _path, _slack, _violated, _arrival, _required, _startpoint, _startpointPin, _startpointDetail, _endpoint, _endpointPin, _endpointDetail, _pathGroup, _pathType, _corner, _mode, _file, _section, _depth,
            _timeUnit, _capacitanceUnit, _rows, _format, _digits, _verdict, _printedSlack, _shape, _blankLines, _layout,
        ];
        Schema = new Schema([.. _columns.Select(column => column.Field)], metadata: null);
    }

    /// <summary>The table's columns.</summary>
    public Schema Schema { get; }

    /// <summary>The paths of a chunk, numbered from <paramref name="firstPath"/>; valid until the next call.</summary>
    public RecordBatch Fill(PathChunk chunk, long firstPath)
    {
        int count = chunk.Count;
        foreach (ArrowColumn column in _columns)
        {
            column.Start(count);
        }

        _slack.SetAll(chunk.Slack, count);
        _arrival.SetAll(chunk.Arrival, count);
        _required.SetAll(chunk.Required, count);
        SetNames(_startpoint, chunk, chunk.Startpoint);
        SetNames(_startpointDetail, chunk, chunk.StartpointDetail);
        SetNames(_endpoint, chunk, chunk.Endpoint);
        SetNames(_endpointDetail, chunk, chunk.EndpointDetail);
        SetNames(_pathGroup, chunk, chunk.PathGroup);
        SetNames(_corner, chunk, chunk.Corner);
        SetNames(_mode, chunk, chunk.Mode);
        SetNames(_file, chunk, chunk.File);
        SetNames(_section, chunk, chunk.Section);
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
            _violated.Set(i, chunk.IsViolated(i));
            _printedSlack.Set(i, chunk.HasExactSlack(i) ? chunk.PrintedSlack(i) : null);
            _depth.Set(i, chunk.Depth(i) is >= 0 and int depth ? depth : null);
            SetPin(_startpointPin, chunk.StartpointPin(i));
            SetPin(_endpointPin, chunk.EndpointPin(i));
            SetPathType(chunk.PathType[i]);
            SetLayout(chunk, chunk.Layout[i]);
        }

        return new RecordBatch(Schema, _columns.Select(column => column.ToArray(count)), count);
    }

    private static void SetPin(ArrowTextColumn column, ReadOnlySpan<byte> pin)
    {
        if (pin.IsEmpty)
        {
            column.AppendNull();
        }
        else
        {
            column.Append(pin);
        }
    }

    private static void SetNames(ArrowTextColumn column, PathChunk chunk, ReadOnlySpan<int> ids)
    {
        foreach (int id in ids)
        {
            if (id == PathChunk.NoName)
            {
                column.AppendNull();
            }
            else
            {
                column.Append(chunk.Names[id]);
            }
        }
    }

    private void SetPathType(PathType type)
    {
        if (type == PathType.Unknown)
        {
            _pathType.AppendNull();
        }
        else
        {
            _pathType.Append(PathColumnNames.Of(type));
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
