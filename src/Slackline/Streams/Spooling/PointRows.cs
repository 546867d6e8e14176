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
    }

    /// <summary>Appends <paramref name="count"/> rows from <paramref name="first"/> on, of a path whose layout the chunk knows already.</summary>
    public void AppendTo(PathChunk chunk, TableLayout? layout, int first, int count)
    {
        int previous = -1;
        for (int i = first; i < first + count; i++)
        {
            int description = -1;
            if (!_description.IsNull(i))
            {
                description = chunk.Descriptions.InternAfter(previous, _description[i]);
                previous = description;
            }

            int row = chunk.AddRow((RowForm)_form[i], description);
            chunk.SetTransition(row, _rising.GetValue(i) switch { true => Transition.Rise, false => Transition.Fall, null => Transition.None });
            chunk.SetNumber(row, ColumnKind.Delay, _delay[i]);
            chunk.SetTime(row, _time[i]);
            if (layout is not null)
            {
                SetOptional(chunk, layout, row, i);
            }
        }
    }

    private void SetOptional(PathChunk chunk, TableLayout layout, int row, int i)
    {
        SetNumber(chunk, layout, row, ColumnKind.Slew, _slew, i);
        SetNumber(chunk, layout, row, ColumnKind.Capacitance, _capacitance, i);
        SetNumber(chunk, layout, row, ColumnKind.Variation, _variation, i);
        SetNumber(chunk, layout, row, ColumnKind.X, _x, i);
        SetNumber(chunk, layout, row, ColumnKind.Y, _y, i);
        if (layout.Contains(ColumnKind.Fanout))
        {
            chunk.SetFanout(row, _fanout[i]);
        }

        if (layout.Contains(ColumnKind.Attribute) && !_attribute.IsNull(i))
        {
            chunk.SetAttribute(row, chunk.Names.Intern(_attribute[i]));
        }

        if (layout.Contains(ColumnKind.Instance) && !_instance.IsNull(i))
        {
            chunk.SetInstance(row, chunk.Names.Intern(_instance[i]));
        }
    }

    private static NumberView<double> Numbers(RecordBatch points, string name) => new(points.Column(name), double.NaN);

    private static void SetNumber(PathChunk chunk, TableLayout layout, int row, ColumnKind kind, NumberView<double> numbers, int i)
    {
        if (layout.Contains(kind))
        {
            chunk.SetNumber(row, kind, numbers[i]);
        }
    }
}
