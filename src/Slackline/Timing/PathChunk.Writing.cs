using System.Runtime.CompilerServices;

namespace Slackline.Timing;

/// <content>
/// How a reader fills a chunk: rows first, then <see cref="CommitPath"/> makes a path of them, or <see cref="DropRows"/>
/// forgets them when the text turns out not to be a whole path.
/// </content>
public sealed partial class PathChunk
{
    /// <summary>Appends a row with all cells blank and returns its index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int AddRow(RowForm form, int description)
    {
        int row = _rows;
        if (row == _form.Length)
        {
            GrowRows();
        }

        _form[row] = form;
        _transition[row] = Transition.None;
        _description[row] = description;
        _delay[row] = double.NaN;
        _time[row] = double.NaN;
        if (_hasOptionalColumns)
        {
            BlankOptional(row);
        }

        _rows = row + 1;
        return row;
    }

    private bool _hasOptionalColumns;

    internal void SetTransition(int row, Transition transition) => _transition[row] = transition;

    internal void SetDescription(int row, int description) => _description[row] = description;

    internal void SetTime(int row, double time) => _time[row] = time;

    internal void SetFanout(int row, int fanout) => _fanout![row] = fanout;

    internal void SetAttribute(int row, int name) => _attribute![row] = name;

    internal void SetInstance(int row, int name) => _instance![row] = name;

    /// <summary>How many rows the arrays hold before they are exchanged for larger ones.</summary>
    internal int RowRoom => _form.Length;

    /// <summary>The array behind a column of decimal numbers, until the chunk grows; null for other columns.</summary>
    internal double[]? Numbers(ColumnKind column) => column switch
    {
        ColumnKind.Time => _time,
        ColumnKind.Delay => _delay,
        ColumnKind.Slew => _slew,
        ColumnKind.Capacitance => _capacitance,
        ColumnKind.Variation => _variation,
        ColumnKind.X => _x,
        ColumnKind.Y => _y,
        _ => null,
    };

    internal void SetNumber(int row, ColumnKind column, double value) => Numbers(column)![row] = value;

    /// <summary>Gives the chunk the columns of a layout and returns the layout's index in <see cref="Layouts"/>.</summary>
    internal int UseLayout(TableLayout layout)
    {
        int index = _layouts.IndexOf(layout);
        if (index >= 0)
        {
            return index;
        }

        UseColumn(ref _slew, layout.Contains(ColumnKind.Slew), double.NaN);
        UseColumn(ref _capacitance, layout.Contains(ColumnKind.Capacitance), double.NaN);
        UseColumn(ref _variation, layout.Contains(ColumnKind.Variation), double.NaN);
        UseColumn(ref _fanout, layout.Contains(ColumnKind.Fanout), -1);
        UseColumn(ref _attribute, layout.Contains(ColumnKind.Attribute), NoName);
        UseColumn(ref _instance, layout.Contains(ColumnKind.Instance), NoName);
        UseColumn(ref _x, layout.Contains(ColumnKind.X), double.NaN);
        UseColumn(ref _y, layout.Contains(ColumnKind.Y), double.NaN);
        _layouts.Add(layout);
        return _layouts.Count - 1;
    }

    /// <summary>Makes a path of the rows added since the last one.</summary>
    internal void CommitPath(in PathHeading heading, double arrival, double required, double slack, int layout, int digits)
    {
        int path = Count;
        _startpoint[path] = heading.Startpoint;
        _startpointDetail[path] = heading.StartpointDetail;
        _endpoint[path] = heading.Endpoint;
        _endpointDetail[path] = heading.EndpointDetail;
        _pathGroup[path] = heading.PathGroup;
        _corner[path] = heading.Corner;
        _mode[path] = heading.Mode;
        _pathType[path] = heading.PathType;
        _format[path] = heading.Format;
        _shape[path] = heading.Shape;
        _blankLinesBefore[path] = heading.BlankLinesBefore;
        _arrival[path] = arrival;
        _required[path] = required;
        _slack[path] = slack;
        _layout[path] = layout;
        _digits[path] = (byte)digits;
        Count = path + 1;
        _firstRow[path + 1] = _rows;
    }

    /// <summary>Forgets the rows added since the last path.</summary>
    internal void DropRows() => _rows = _firstRow[Count];

    /// <summary>Forgets the rows from <paramref name="row"/> on.</summary>
    internal void DropRow(int row) => _rows = row;

    /// <summary>For tests that change the model and look at the rendering.</summary>
    internal void SetSlack(int path, double slack) => _slack[path] = slack;

    private void UseColumn<T>(ref T[]? column, bool wanted, T blank)
    {
        if (!wanted || column is not null)
        {
            return;
        }

        column = new T[_form.Length];
        column.AsSpan().Fill(blank);
        _hasOptionalColumns = true;
    }

    private void BlankOptional(int row)
    {
        Blank(_slew, row, double.NaN);
        Blank(_capacitance, row, double.NaN);
        Blank(_variation, row, double.NaN);
        Blank(_fanout, row, -1);
        Blank(_attribute, row, NoName);
        Blank(_instance, row, NoName);
        Blank(_x, row, double.NaN);
        Blank(_y, row, double.NaN);
    }

    private static void Blank<T>(T[]? column, int row, T blank)
    {
        if (column is not null)
        {
            column[row] = blank;
        }
    }
}
