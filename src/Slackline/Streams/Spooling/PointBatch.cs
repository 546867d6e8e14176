using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using Slackline.Timing;

namespace Slackline.Streams.Spooling;

/// <summary>The rows of a chunk's paths as a batch of the table <c>points</c>: one row a printed row.</summary>
internal sealed class PointBatch
{
    private readonly ArrowNumberColumn<long> _path = new(PointColumnNames.Path, Int64Type.Default);
    private readonly ArrowNumberColumn<int> _row = new(PointColumnNames.Row, Int32Type.Default);
    private readonly ArrowNumberColumn<byte> _form = new(PointColumnNames.Form, UInt8Type.Default);
    private readonly ArrowFlagColumn _isPin = new(PointColumnNames.IsPin);
    private readonly ArrowNumberColumn<byte> _part = new(PointColumnNames.Part, UInt8Type.Default);
    private readonly ArrowTextColumn _description = new(PointColumnNames.Description);
    private readonly ArrowFlagColumn _rising = new(PointColumnNames.Rising);
    private readonly ArrowNumberColumn<double> _delay = new(PointColumnNames.Delay, DoubleType.Default);
    private readonly ArrowNumberColumn<double> _time = new(PointColumnNames.Time, DoubleType.Default);
    private readonly ArrowNumberColumn<double> _slew = new(PointColumnNames.Slew, DoubleType.Default);
    private readonly ArrowNumberColumn<double> _capacitance = new(PointColumnNames.Capacitance, DoubleType.Default);
    private readonly ArrowNumberColumn<double> _variation = new(PointColumnNames.Variation, DoubleType.Default);
    private readonly ArrowNumberColumn<int> _fanout = new(PointColumnNames.Fanout, Int32Type.Default);
    private readonly ArrowTextColumn _attribute = new(PointColumnNames.Attribute);
    private readonly ArrowTextColumn _instance = new(PointColumnNames.Instance);
    private readonly ArrowNumberColumn<double> _x = new(PointColumnNames.X, DoubleType.Default);
    private readonly ArrowNumberColumn<double> _y = new(PointColumnNames.Y, DoubleType.Default);
    private readonly SpreadColumn _slewSpread = new(PointColumnNames.SlewSpread);
    private readonly SpreadColumn _delaySpread = new(PointColumnNames.DelaySpread);
    private readonly SpreadColumn _timeSpread = new(PointColumnNames.TimeSpread);
    private readonly ArrowColumn[] _columns;

    public PointBatch()
    {
        _columns = [_path, _row, _form, _isPin, _part, _description, _rising, _delay, _time, _slew, _capacitance, _variation, _fanout, _attribute, _instance, _x, _y, _slewSpread, _delaySpread, _timeSpread];
        Schema = new Schema([.. _columns.Select(column => column.Field)], metadata: null);
    }

    /// <summary>The table's columns.</summary>
    public Schema Schema { get; }

    /// <summary>The rows of all paths of a chunk, whose paths are numbered from <paramref name="firstPath"/>; valid until the next call.</summary>
    public RecordBatch Fill(PathChunk chunk, long firstPath)
    {
        int count = chunk.RowCount;
        foreach (ArrowColumn column in _columns)
        {
            column.Start(count);
        }

        for (int path = 0; path < chunk.Count; path++)
        {
            int first = chunk.FirstRow[path];
            int start = chunk.DataStart(path);
            bool hasArrived = false;
            for (int row = first; row < chunk.FirstRow[path + 1]; row++)
            {
                _path.Values[row] = firstPath + path;
                _row.Values[row] = row - first;
                hasArrived = hasArrived || (chunk.RowDescription[row] >= 0 && chunk.Descriptions.Kind(chunk.RowDescription[row]) == DescriptionKind.DataArrival);
                _part.Values[row] = (byte)(hasArrived ? PathPart.CaptureClock : row < start ? PathPart.LaunchClock : PathPart.Data);
            }
        }

        MemoryMarshal.Cast<RowForm, byte>(chunk.RowForm).CopyTo(_form.Values);
        SetDescriptions(chunk);
        SetEdges(chunk.RowTransition);
        _delay.SetAll(chunk.RowDelay, count);
        _time.SetAll(chunk.RowTime, count);
        _slew.SetAll(chunk.RowSlew, count);
        _capacitance.SetAll(chunk.RowCapacitance, count);
        _variation.SetAll(chunk.RowVariation, count);
        _fanout.SetAll(chunk.RowFanout, count);
        SetNames(_attribute, chunk, chunk.RowAttribute);
        SetNames(_instance, chunk, chunk.RowInstance);
        _x.SetAll(chunk.RowX, count);
        _y.SetAll(chunk.RowY, count);
        _slewSpread.SetAll(chunk.RowSlewSpread, count);
        _delaySpread.SetAll(chunk.RowDelaySpread, count);
        _timeSpread.SetAll(chunk.RowTimeSpread, count);
        return new RecordBatch(Schema, _columns.Select(column => column.ToArray(count)), count);
    }

    private void SetDescriptions(PathChunk chunk)
    {
        ReadOnlySpan<int> ids = chunk.RowDescription;
        for (int row = 0; row < ids.Length; row++)
        {
            if (ids[row] < 0)
            {
                _description.AppendNull();
            }
            else
            {
                _description.Append(chunk.Descriptions[ids[row]]);
                _isPin.Set(row, chunk.Descriptions.Kind(ids[row]) == DescriptionKind.Pin);
            }
        }
    }

    private void SetEdges(ReadOnlySpan<Transition> edges)
    {
        for (int row = 0; row < edges.Length; row++)
        {
            _rising.Set(row, edges[row] == Transition.None ? null : edges[row] == Transition.Rise);
        }
    }

    private static void SetNames(ArrowTextColumn column, PathChunk chunk, ReadOnlySpan<int> ids)
    {
        if (ids.IsEmpty)
        {
            column.SetAllNull(chunk.RowCount);
            return;
        }

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
}
