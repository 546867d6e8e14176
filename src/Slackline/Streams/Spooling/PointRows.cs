using Apache.Arrow;
using Slackline.Timing;

namespace Slackline.Streams.Spooling;

/// <summary>The rows in a batch of the table <c>points</c>, to be put back into a chunk.</summary>
internal readonly ref struct PointRows
{
    private readonly NumberView<byte> _form;
    private readonly TextView _description;
    private readonly BooleanArray _rising;
    private readonly NumberView<double> _delay;
    private readonly NumberView<double> _time;
    private readonly NumberView<double> _slew;
    private readonly NumberView<double> _capacitance;
    private readonly NumberView<double> _variation;
    private readonly NumberView<int> _fanout;
    private readonly TextView _attribute;
    private readonly TextView _instance;
    private readonly NumberView<double> _x;
    private readonly NumberView<double> _y;
    private readonly bool _hasSpreads;
    private readonly SpreadView _slewSpread;
    private readonly SpreadView _delaySpread;
    private readonly SpreadView _timeSpread;

    public PointRows(RecordBatch points)
    {
        _form = new NumberView<byte>(points.Column(PointColumnNames.Form));
        _description = new TextView(points.Column(PointColumnNames.Description));
        _rising = (BooleanArray)points.Column(PointColumnNames.Rising);
        _delay = Numbers(points, PointColumnNames.Delay);
        _time = Numbers(points, PointColumnNames.Time);
        _slew = Numbers(points, PointColumnNames.Slew);
        _capacitance = Numbers(points, PointColumnNames.Capacitance);
        _variation = Numbers(points, PointColumnNames.Variation);
        _fanout = new NumberView<int>(points.Column(PointColumnNames.Fanout), -1);
        _attribute = new TextView(points.Column(PointColumnNames.Attribute));
        _instance = new TextView(points.Column(PointColumnNames.Instance));
        _x = Numbers(points, PointColumnNames.X);
        _y = Numbers(points, PointColumnNames.Y);
        _hasSpreads = HasValues(points, PointColumnNames.TimeSpread) || HasValues(points, PointColumnNames.DelaySpread) || HasValues(points, PointColumnNames.SlewSpread);
        if (_hasSpreads)
        {
            _slewSpread = new SpreadView(points.Column(PointColumnNames.SlewSpread));
            _delaySpread = new SpreadView(points.Column(PointColumnNames.DelaySpread));
            _timeSpread = new SpreadView(points.Column(PointColumnNames.TimeSpread));
        }
    }

    /// <summary>Appends <paramref name="count"/> rows from <paramref name="first"/> on, of a path whose layout the chunk knows already.</summary>
    public void AppendTo(PathChunk chunk, TableLayout? layout, int first, int count)
    {
        bool hasInstance = layout?.Contains(ColumnKind.Instance) == true;
        bool hasPlace = layout?.Contains(ColumnKind.X) == true;
        RowCells cells = RowCells.Blank;
        if (_hasSpreads)
        {
            chunk.UseSpreads();
        }

        for (int i = first; i < first + count; i++)
        {
            int description = _description.IsNull(i) ? -1 : chunk.Descriptions.Intern(_description[i]);
            cells.Transition = _rising.GetValue(i) switch { true => Transition.Rise, false => Transition.Fall, null => Transition.None };
            cells.Numbers[RowCells.Delay] = _delay[i];
            cells.Numbers[RowCells.Time] = _time[i];
            cells.Numbers[RowCells.Slew] = _slew[i];
            cells.Numbers[RowCells.Capacitance] = _capacitance[i];
            cells.Numbers[RowCells.Variation] = _variation[i];
            cells.Fanout = _fanout[i];
            cells.Attribute = _attribute.IsNull(i) ? PathChunk.NoName : chunk.Names.Intern(_attribute[i]);
            if (_hasSpreads)
            {
                cells.SlewSpread = _slewSpread[i];
                cells.DelaySpread = _delaySpread[i];
                cells.TimeSpread = _timeSpread[i];
            }

            int row = chunk.AddRow(cells, description, (RowForm)_form[i]);
            if (hasInstance && !_instance.IsNull(i))
            {
                chunk.SetInstance(row, chunk.Names.Intern(_instance[i]));
            }

            if (hasPlace)
            {
                chunk.SetNumber(row, ColumnKind.X, _x[i]);
                chunk.SetNumber(row, ColumnKind.Y, _y[i]);
            }
        }
    }

    private static bool HasValues(RecordBatch points, string name) => points.Column(name) is var column && column.NullCount < column.Length;

    private static NumberView<double> Numbers(RecordBatch points, string name) => new(points.Column(name), double.NaN);
}
