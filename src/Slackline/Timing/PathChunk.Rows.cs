namespace Slackline.Timing;

/// <content>The rows of the paths' tables, again one array per field.</content>
public sealed partial class PathChunk
{
    private const int FirstRoomForRows = 16 * 1024;

    private int _rowCount;

    /// <summary>How many rows all paths of the chunk have together.</summary>
    public int RowCount => _rowCount;

    /// <summary>How each row is laid out.</summary>
    internal ReadOnlySpan<RowForm> RowForm => Rows.Form.First(_rowCount);

    /// <summary>The edges shown.</summary>
    public ReadOnlySpan<Transition> RowTransition => Rows.Transition.First(_rowCount);

    /// <summary>Descriptions as ids in <see cref="Descriptions"/>; -1 for rows without one.</summary>
    public ReadOnlySpan<int> RowDescription => Rows.Description.First(_rowCount);

    /// <summary>The Delay column.</summary>
    public ReadOnlySpan<double> RowDelay => Rows.Delay.First(_rowCount);

    /// <summary>
    /// The Time column. NaN also in the rows that repeat the path's own arrival, required time or slack: those are
    /// kept once, in <see cref="Arrival"/>, <see cref="Required"/> and <see cref="Slack"/>.
    /// </summary>
    public ReadOnlySpan<double> RowTime => Rows.Time.First(_rowCount);

    /// <summary>The Slew column; empty when no path of the chunk has it.</summary>
    public ReadOnlySpan<double> RowSlew => Rows.Slew.First(_rowCount);

    /// <summary>The Cap column; empty when no path of the chunk has it.</summary>
    public ReadOnlySpan<double> RowCapacitance => Rows.Capacitance.First(_rowCount);

    /// <summary>The Variation column; empty when no path of the chunk has it.</summary>
    public ReadOnlySpan<double> RowVariation => Rows.Variation.First(_rowCount);

    /// <summary>The Fanout column, -1 where blank; empty when no path of the chunk has it.</summary>
    public ReadOnlySpan<int> RowFanout => Rows.Fanout.First(_rowCount);

    /// <summary>The Src Attr column as ids in <see cref="Names"/>, -1 where blank; empty when no path of the chunk has it.</summary>
    public ReadOnlySpan<int> RowAttribute => Rows.Attribute.First(_rowCount);

    /// <summary>
    /// The instances of JSON's points as ids in <see cref="Names"/>, -1 for a point without one; empty when no path of the chunk has
    /// instances.
    /// </summary>
    public ReadOnlySpan<int> RowInstance => Rows.Instance.First(_rowCount);

    /// <summary>Where JSON's points are placed, in metres, NaN where unknown; empty when no path of the chunk says.</summary>
    public ReadOnlySpan<double> RowX => Rows.X.First(_rowCount);

    /// <inheritdoc cref="RowX"/>
    public ReadOnlySpan<double> RowY => Rows.Y.First(_rowCount);

    /// <summary>
    /// What statistical slews give besides their means, in the tool's time unit; <see cref="Spread.None"/> where only a number is shown,
    /// empty when that is so in the whole chunk.
    /// </summary>
    public ReadOnlySpan<Spread> RowSlewSpread => Rows.SlewSpread.First(_rowCount);

    /// <summary>Those of <see cref="RowDelay"/>, likewise.</summary>
    public ReadOnlySpan<Spread> RowDelaySpread => Rows.DelaySpread.First(_rowCount);

    /// <summary>Those of the Time column, likewise: also in the rows that repeat the path's own arrival, required time or slack.</summary>
    public ReadOnlySpan<Spread> RowTimeSpread => Rows.TimeSpread.First(_rowCount);

    /// <summary>
    /// What the Time column shows in a row: its own number, or the path's arrival, required time or slack where the row repeats one of
    /// them. Below the first pair of rows, the arrival is negated, since it is subtracted from the required time.
    /// </summary>
    internal double EffectiveTime(int path, int row)
    {
        double time = Rows.Time[row];
        if (!double.IsNaN(time) || Rows.Form[row] != Timing.RowForm.Cells)
        {
            return time;
        }

        return Descriptions.Kind(Rows.Description[row]) switch
        {
            DescriptionKind.DataArrival => IsRepeated(path, row) ? -Paths.Arrival[path] : Paths.Arrival[path],
            DescriptionKind.DataRequired => Paths.Required[path],
            DescriptionKind.SlackMet or DescriptionKind.SlackViolated => PrintedSlack(path),
            _ => time,
        };
    }

    /// <summary>Loads of the pin of a row; -1 when blank. OpenSTA 2.0.17 prints them in the row of its net where nets are shown.</summary>
    internal int FanoutOf(int row) =>
        !Rows.Fanout.IsUsed ? -1
        : Rows.Fanout[row] is >= 0 and int fanout ? fanout
        : NetRow(row) is >= 0 and int net ? Rows.Fanout[net]
        : -1;

    /// <summary>Load capacitance of the pin of a row; NaN when blank. It stands where <see cref="FanoutOf"/> says.</summary>
    internal double CapacitanceOf(int row) =>
        !Rows.Capacitance.IsUsed ? double.NaN
        : Rows.Capacitance[row] is var load && !double.IsNaN(load) ? load
        : NetRow(row) is >= 0 and int net ? Rows.Capacitance[net]
        : double.NaN;

    /// <summary>
    /// Whether a row is a port's in JSON, which names the design as its cell, and an empty instance. (Its first version named no instances
    /// at all.)
    /// </summary>
    internal bool IsJsonPort(int row) =>
        Rows.Form[row] == Timing.RowForm.Point && Rows.Instance.ValueOf(row) is >= 0 and int instance && Names[instance].IsEmpty;

    /// <summary>The path that a row belongs to.</summary>
    internal int PathOf(int row)
    {
        ReadOnlySpan<int> firstRow = FirstRow;
        int place = firstRow.BinarySearch(row);
        if (place < 0)
        {
            return ~place - 1;
        }

        // Of paths without rows, the one after them has it.
        while (place + 1 < firstRow.Length && firstRow[place + 1] == row)
        {
            place++;
        }

        return place;
    }

    /// <summary>The description of the net whose row follows that of a pin; negative when none does.</summary>
    internal int NetOf(int row) => NetRow(row) is >= 0 and int net ? Rows.Description[net] : NoName;

    // The row of the net of a pin's row; -1 when none is shown.
    private int NetRow(int row)
    {
        if (Rows.Description[row] < 0 || Descriptions.Kind(Rows.Description[row]) != DescriptionKind.Pin)
        {
            return -1;
        }

        while (++row < _rowCount && Rows.Description[row] >= 0)
        {
            switch (Descriptions.Kind(Rows.Description[row]))
            {
                case DescriptionKind.Net:
                    return row;
                case DescriptionKind.VariationPart:
                    continue;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>What rows of one kind add to a path's times: the last such row counts; NaN when the path has no such row.</summary>
    internal double Term(int path, DescriptionKind kind)
    {
        for (int row = _firstRow[path + 1] - 1; row >= _firstRow[path]; row--)
        {
            if (Rows.Description[row] >= 0 && Descriptions.Kind(Rows.Description[row]) == kind
                && Rows.Form[row] is Timing.RowForm.Cells or Timing.RowForm.Field)
            {
                return Rows.Delay[row];
            }
        }

        return double.NaN;
    }

    /// <summary>The time of a path's check. An external delay, which JSON prints in the same place, is not a check time.</summary>
    internal double CheckTime(int path) => Paths.Format[path] == PathFormat.Json && Paths.EndpointDetail[path] is >= 0 and int detail
        && Names[detail].StartsWith("output_delay"u8)
        ? double.NaN
        : Term(path, DescriptionKind.CheckMargin);

    private bool IsRepeated(int path, int row) =>
        Rows.Description.Values.AsSpan(_firstRow[path], row - _firstRow[path]).Contains(Rows.Description[row]);
}
