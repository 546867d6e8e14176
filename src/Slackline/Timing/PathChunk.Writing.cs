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
    /// <summary>
    /// Sets the units of the numbers that are read into the chunk from now on. They must equal the units of the paths already there.
    /// </summary>
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
        int row = AddRow(cells.Numbers[RowCells.Delay], cells.Numbers[RowCells.Time], cells.Transition, description);
        RowArrays rows = Rows;
        rows.Form[row] = form;
        if (rows.HasOptional)
        {
            rows.Slew.SetIfUsed(row, cells.Numbers[RowCells.Slew]);
            rows.Capacitance.SetIfUsed(row, cells.Numbers[RowCells.Capacitance]);
            rows.Fanout.SetIfUsed(row, cells.Fanout);
            if (rows.HasRare)
            {
                rows.Variation.SetIfUsed(row, cells.Numbers[RowCells.Variation]);
                rows.Attribute.SetIfUsed(row, cells.Attribute);
                rows.SlewSpread.SetIfUsed(row, cells.SlewSpread);
                rows.DelaySpread.SetIfUsed(row, cells.DelaySpread);
                rows.TimeSpread.SetIfUsed(row, cells.TimeSpread);
            }
        }

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
        int row = AddRow(numbers[RowCells.Delay], numbers[RowCells.Time], transition, description);
        RowArrays rows = Rows;
        if (rows.HasOptional)
        {
            rows.Slew.SetIfUsed(row, numbers[RowCells.Slew]);
            rows.Capacitance.SetIfUsed(row, numbers[RowCells.Capacitance]);
            rows.Fanout.SetIfUsed(row, fanout);
            if (rows.HasRare)
            {
                rows.Variation.SetIfUsed(row, variation);
            }
        }

        return row;
    }

    // The cells that every table has. The hottest code of all reading.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int AddRow(double delay, double time, Transition transition, int description)
    {
        int row = _rowCount;
        RowArrays rows = Rows;
        if (row == rows.Length)
        {
            rows.Grow();
        }

        // These arrays are equally long.
        At(rows.Forms, row) = Timing.RowForm.Cells;
        At(rows.Transitions, row) = transition;
        At(rows.Descriptions, row) = description;
        At(rows.Delays, row) = delay;
        At(rows.Times, row) = time;
        _rowCount = row + 1;
        return row;

        static ref T At<T>(T[] values, int row) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), (nint)row);
    }

    internal void SetTime(int row, double time) => Rows.Time[row] = time;

    internal void SetTimeSpread(int row, Spread spread) => Rows.TimeSpread[row] = spread;

    internal void SetAttribute(int row, int name) => Rows.Attribute[row] = name;

    internal void SetInstance(int row, int name) => Rows.Instance[row] = name;

    internal void SetNumber(int row, ColumnKind column, double value) => ((ChunkArray<double>)Rows.Of(column))[row] = value;

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

        foreach (TableColumn column in layout.Columns)
        {
            Rows.Use(Rows.Of(column.Kind));
        }

        _layouts.Add(layout);
        return _layouts.Count - 1;
    }

    /// <summary>Gives the chunk the columns of spreads: no layout shows that a report is a statistical one, only its numbers do.</summary>
    internal void UseSpreads()
    {
        Rows.Use(Rows.SlewSpread);
        Rows.Use(Rows.DelaySpread);
        Rows.Use(Rows.TimeSpread);
    }

    /// <summary>Makes a path of the rows added since the last one.</summary>
    internal void CommitPath(in PathHeading heading, double arrival, double required, double slack, int layout, int digits)
    {
        if (_units is null)
        {
            throw new InvalidOperationException("The units of the path's numbers were not said.");
        }

        int path = Count;
        PathArrays paths = Paths;
        paths.Startpoint[path] = heading.Startpoint;
        paths.StartpointDetail[path] = heading.StartpointDetail;
        paths.Endpoint[path] = heading.Endpoint;
        paths.EndpointDetail[path] = heading.EndpointDetail;
        paths.PathGroup[path] = heading.PathGroup;
        paths.Corner[path] = heading.Corner;
        paths.Mode[path] = heading.Mode;
        paths.File[path] = heading.File;
        paths.Section[path] = heading.Section;
        paths.PathType[path] = heading.PathType;
        paths.Format[path] = heading.Format;
        paths.Shape[path] = heading.Shape;
        paths.BlankLinesBefore[path] = heading.BlankLinesBefore;
        paths.Arrival[path] = arrival;
        paths.Required[path] = required;
        paths.Slack[path] = slack;
        paths.Verdict[path] = heading.Verdict;
        paths.Layout[path] = layout;
        paths.Digits[path] = (byte)digits;
        paths.StartpointPin[path] = PinOfName(heading.StartpointPin);
        paths.EndpointPin[path] = PinOfName(heading.EndpointPin);
        _firstRow[path + 1] = _rowCount;
        FindPins(path);
        Count = path + 1;
    }

    /// <summary>Makes room for more rows, all at once, and returns the index of the first.</summary>
    internal int AddRows(int count)
    {
        int first = _rowCount;
        while (first + count > Rows.Length)
        {
            Rows.Grow();
        }

        _rowCount = first + count;
        return first;
    }

    /// <summary>
    /// Says how the rows that were added since the last path belong to the next ones, whose other columns are set before
    /// <see cref="CommitPaths"/>.
    /// </summary>
    internal void ReservePaths(ReadOnlySpan<int> rowsOfEach)
    {
        for (int i = 0; i < rowsOfEach.Length; i++)
        {
            _firstRow[Count + i + 1] = _firstRow[Count + i] + rowsOfEach[i];
        }
    }

    /// <summary>Turns reserved rows into paths.</summary>
    internal void CommitPaths(int count)
    {
        for (int end = Count + count; Count < end; Count++)
        {
            FindPins(Count);
        }
    }

    /// <summary>Whether the chunk has rows of a path, reserved rows included.</summary>
    internal bool HasRows(int path) => _firstRow[path + 1] > _firstRow[path];

    /// <summary>
    /// Gives a path the slack that the tool recorded beside its text, in seconds and single precision. From then on it is the path's
    /// slack, and the printed one is only its rendering. A path printed without a slack has none.
    /// </summary>
    internal void SetExactSlack(int path, float seconds)
    {
        double printed = PrintedSlack(path);
        if (double.IsNaN(printed) || !float.IsFinite(seconds))
        {
            return;
        }

        SetSlack(path, seconds / Units.Time, printed);
        if (Paths.Verdict[path] == SlackVerdict.None)
        {
            Paths.Verdict[path] = seconds < -SlackTolerance ? SlackVerdict.Violated : SlackVerdict.Met;
        }
    }

    /// <summary>Gives a path a slack and its printed form.</summary>
    internal void SetSlack(int path, double exact, double printed)
    {
        Paths.Use(Paths.PrintedSlack);
        Paths.PrintedSlack[path] = printed;
        Paths.Slack[path] = exact;
    }

    // The tool calls a slack violated that is below zero by more than that, in seconds.
    private const float SlackTolerance = 1e-15f;

    /// <summary>Forgets the rows added since the last path.</summary>
    internal void DropRows()
    {
        Rows.Forget(_firstRow[Count], _rowCount);
        _rowCount = _firstRow[Count];
    }

    /// <summary>For tests that change the model and look at the rendering.</summary>
    internal void SetSlack(int path, double slack) => Paths.Slack[path] = slack;

    /// <inheritdoc cref="SetSlack(int, double)"/>
    internal void SetTransition(int row, Transition transition) => Rows.Transition[row] = transition;
}
