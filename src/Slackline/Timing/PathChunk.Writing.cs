using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Slackline.Timing;

/// <content>
/// How a reader fills a chunk: rows first, then <see cref="CommitPath"/> makes a path of them, or <see cref="DropRows"/>
/// forgets them when the text turns out not to be a whole path.
/// </content>
public sealed partial class PathChunk
{
    /// <summary>Says what the numbers count that are read into the chunk from now on. They must count the same as those that are there.</summary>
    internal void UseUnits(TimingUnits units)
    {
        if (Count > 0 && _units != units)
        {
            throw new InvalidOperationException("The paths of a chunk have the same units.");
        }

        _units = units;
    }

    /// <summary>Appends a row with all cells blank and returns its index.</summary>
    internal int AddRow(RowForm form, int description) => AddRow(RowCells.Blank, description, form);

    /// <summary>Appends a row with its cells.</summary>
    internal int AddRow(in RowCells cells, int description, RowForm form = Timing.RowForm.Cells)
    {
        int row = _rows;
        if (row == _form.Length)
        {
            GrowRows();
        }

        _form[row] = form;
        _transition[row] = cells.Transition;
        _description[row] = description;
        _delay[row] = cells.Numbers[RowCells.Delay];
        _time[row] = cells.Numbers[RowCells.Time];
        if (_hasOptionalColumns)
        {
            Fill(_slew, row, cells.Numbers[RowCells.Slew]);
            Fill(_capacitance, row, cells.Numbers[RowCells.Capacitance]);
            Fill(_variation, row, cells.Numbers[RowCells.Variation]);
            Fill(_fanout, row, cells.Fanout);
            Fill(_attribute, row, cells.Attribute);
            Fill(_instance, row, NoName);
            Fill(_x, row, double.NaN);
            Fill(_y, row, double.NaN);
            Fill(_slewSpread, row, cells.SlewSpread);
            Fill(_delaySpread, row, cells.DelaySpread);
            Fill(_timeSpread, row, cells.TimeSpread);
        }

        _rows = row + 1;
        return row;
    }

    /// <summary>Appends a row of cells.</summary>
    /// <param name="numbers">Capacitance, slew, delay and time, in the order of <see cref="RowCells.Numbers"/>.</param>
    /// <param name="variation">The variation.</param>
    /// <param name="fanout">The fanout.</param>
    /// <param name="transition">The edge.</param>
    /// <param name="description">The description.</param>
    /// <returns>The row's index.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int AddRow(Vector256<double> numbers, double variation, int fanout, Transition transition, int description)
    {
        int row = _rows;
        if (row == _form.Length)
        {
            GrowRows();
        }

        // All these columns are equally long.
        At(_form, row) = Timing.RowForm.Cells;
        At(_transition, row) = transition;
        At(_description, row) = description;
        At(_delay, row) = numbers[RowCells.Delay];
        At(_time, row) = numbers[RowCells.Time];
        if (_hasOptionalColumns)
        {
            Fill(_slew, row, numbers[RowCells.Slew]);
            Fill(_capacitance, row, numbers[RowCells.Capacitance]);
            Fill(_fanout, row, fanout);
            if (_hasRareColumns)
            {
                FillRare(row, variation);
            }
        }

        _rows = row + 1;
        return row;

        static ref T At<T>(T[] column, int row) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(column), (nint)row);
    }

    private void FillRare(int row, double variation)
    {
        Fill(_variation, row, variation);
        Fill(_attribute, row, NoName);
        Fill(_instance, row, NoName);
        Fill(_x, row, double.NaN);
        Fill(_y, row, double.NaN);
        Fill(_slewSpread, row, Spread.None);
        Fill(_delaySpread, row, Spread.None);
        Fill(_timeSpread, row, Spread.None);
    }

    private bool _hasOptionalColumns;
    private bool _hasRareColumns;

    internal void SetTime(int row, double time) => _time[row] = time;

    internal void SetTimeSpread(int row, Spread spread) => _timeSpread![row] = spread;

    internal void SetAttribute(int row, int name) => _attribute![row] = name;

    internal void SetInstance(int row, int name) => _instance![row] = name;

    internal void SetNumber(int row, ColumnKind column, double value)
    {
        double[]? numbers = column switch
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
        numbers![row] = value;
    }

    /// <summary>Gives the chunk the columns of a layout and returns the layout's index in <see cref="Layouts"/>.</summary>
    internal int UseLayout(TableLayout layout)
    {
        for (int index = _layouts.Count - 1; index >= 0; index--)
        {
            if (ReferenceEquals(_layouts[index], layout))
            {
                return index;
            }
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

    /// <summary>Gives the chunk the columns of spreads: no layout shows that a report is a statistical one, only its numbers do.</summary>
    internal void UseSpreads()
    {
        UseColumn(ref _slewSpread, wanted: true, Spread.None);
        UseColumn(ref _delaySpread, wanted: true, Spread.None);
        UseColumn(ref _timeSpread, wanted: true, Spread.None);
    }

    /// <summary>Makes a path of the rows added since the last one.</summary>
    internal void CommitPath(in PathHeading heading, double arrival, double required, double slack, int layout, int digits)
    {
        if (_units is null)
        {
            throw new InvalidOperationException("The units of the path's numbers were not said.");
        }

        int path = Count;
        _startpoint[path] = heading.Startpoint;
        _startpointDetail[path] = heading.StartpointDetail;
        _endpoint[path] = heading.Endpoint;
        _endpointDetail[path] = heading.EndpointDetail;
        _pathGroup[path] = heading.PathGroup;
        _corner[path] = heading.Corner;
        _mode[path] = heading.Mode;
        _file[path] = heading.File;
        _section[path] = heading.Section;
        _pathType[path] = heading.PathType;
        _format[path] = heading.Format;
        _shape[path] = heading.Shape;
        _blankLinesBefore[path] = heading.BlankLinesBefore;
        _arrival[path] = arrival;
        _required[path] = required;
        _slack[path] = slack;
        _verdict[path] = heading.Verdict;
        _layout[path] = layout;
        _digits[path] = (byte)digits;
        FindPins(path, heading);
        Count = path + 1;
        _firstRow[path + 1] = _rows;
    }

    /// <summary>
    /// Gives a path the slack that the tool has told beside its text, in seconds and single precision. It is the path's slack from then on, and what was printed is only its
    /// rendering. A path that was printed without a slack has none.
    /// </summary>
    internal void SetExactSlack(int path, float seconds)
    {
        double printed = PrintedSlack(path);
        if (double.IsNaN(printed) || !float.IsFinite(seconds))
        {
            return;
        }

        SetSlack(path, seconds / Units.Time, printed);
        if (_verdict[path] == SlackVerdict.None)
        {
            _verdict[path] = seconds < -SlackTolerance ? SlackVerdict.Violated : SlackVerdict.Met;
        }
    }

    /// <summary>Gives a path a slack and what was printed of it.</summary>
    internal void SetSlack(int path, double exact, double printed)
    {
        if (_printedSlack is null)
        {
            _printedSlack = new double[_slack.Length];
            _printedSlack.AsSpan().Fill(double.NaN);
        }

        _printedSlack[path] = printed;
        _slack[path] = exact;
    }

    // The tool calls a slack violated that is below zero by more than that, in seconds.
    private const float SlackTolerance = 1e-15f;

    /// <summary>Forgets the rows added since the last path.</summary>
    internal void DropRows() => _rows = _firstRow[Count];

    /// <summary>For tests that change the model and look at the rendering.</summary>
    internal void SetSlack(int path, double slack) => _slack[path] = slack;

    /// <inheritdoc cref="SetSlack(int, double)"/>
    internal void SetTransition(int row, Transition transition) => _transition[row] = transition;

    private void UseColumn<T>(ref T[]? column, bool wanted, T blank)
    {
        if (!wanted || column is not null)
        {
            return;
        }

        column = new T[_form.Length];
        column.AsSpan().Fill(blank);
        _hasOptionalColumns = true;
        _hasRareColumns = _variation is not null || _attribute is not null || _instance is not null || _x is not null || _timeSpread is not null;
    }

    private static void Fill<T>(T[]? column, int row, T value)
    {
        if (column is not null)
        {
            column[row] = value;
        }
    }
}
