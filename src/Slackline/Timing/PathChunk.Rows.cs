namespace Slackline.Timing;

/// <content>The rows of the paths' tables, again one array per field.</content>
public sealed partial class PathChunk
{
    private const int FirstRoomForRows = 16 * 1024;

    private int _rows;
    private RowForm[] _form;
    private Transition[] _transition;
    private int[] _description;
    private double[] _delay;
    private double[] _time;

    // Columns that only some -fields print take no memory until a report has them.
    private double[]? _slew;
    private double[]? _capacitance;
    private double[]? _variation;
    private int[]? _fanout;
    private int[]? _attribute;
    private int[]? _instance;
    private double[]? _x;
    private double[]? _y;
    private Spread[]? _slewSpread;
    private Spread[]? _delaySpread;
    private Spread[]? _timeSpread;

    /// <summary>How many rows all paths of the chunk have together.</summary>
    public int RowCount => _rows;

    /// <summary>How each row is laid out.</summary>
    public ReadOnlySpan<RowForm> RowForm => _form.AsSpan(0, _rows);

    /// <summary>The edges shown.</summary>
    public ReadOnlySpan<Transition> RowTransition => _transition.AsSpan(0, _rows);

    /// <summary>Descriptions as ids in <see cref="Descriptions"/>; -1 for rows without one.</summary>
    public ReadOnlySpan<int> RowDescription => _description.AsSpan(0, _rows);

    /// <summary>The Delay column.</summary>
    public ReadOnlySpan<double> RowDelay => _delay.AsSpan(0, _rows);

    /// <summary>
    /// The Time column. NaN also in the rows that repeat the path's own arrival, required time or slack: those are
    /// kept once, in <see cref="Arrival"/>, <see cref="Required"/> and <see cref="Slack"/>.
    /// </summary>
    public ReadOnlySpan<double> RowTime => _time.AsSpan(0, _rows);

    /// <summary>The Slew column; empty when no path of the chunk has it.</summary>
    public ReadOnlySpan<double> RowSlew => Optional(_slew);

    /// <summary>The Cap column; empty when no path of the chunk has it.</summary>
    public ReadOnlySpan<double> RowCapacitance => Optional(_capacitance);

    /// <summary>The Variation column; empty when no path of the chunk has it.</summary>
    public ReadOnlySpan<double> RowVariation => Optional(_variation);

    /// <summary>The Fanout column, -1 where blank; empty when no path of the chunk has it.</summary>
    public ReadOnlySpan<int> RowFanout => Optional(_fanout);

    /// <summary>The Src Attr column as ids in <see cref="Names"/>, -1 where blank; empty when no path of the chunk has it.</summary>
    public ReadOnlySpan<int> RowAttribute => Optional(_attribute);

    /// <summary>The instances of JSON's points as ids in <see cref="Names"/>, -1 where there is none; empty when no path of the chunk has them.</summary>
    public ReadOnlySpan<int> RowInstance => Optional(_instance);

    /// <summary>Where JSON's points are placed, in metres, NaN where unknown; empty when no path of the chunk says.</summary>
    public ReadOnlySpan<double> RowX => Optional(_x);

    /// <inheritdoc cref="RowX"/>
    public ReadOnlySpan<double> RowY => Optional(_y);

    /// <summary>
    /// What statistical slews say beside their means, in the tool's time unit; <see cref="Spread.None"/> where only a number is shown, empty when that is so
    /// in the whole chunk.
    /// </summary>
    public ReadOnlySpan<Spread> RowSlewSpread => Optional(_slewSpread);

    /// <summary>Those of <see cref="RowDelay"/>, likewise.</summary>
    public ReadOnlySpan<Spread> RowDelaySpread => Optional(_delaySpread);

    /// <summary>Those of the Time column, likewise: also in the rows that repeat the path's own arrival, required time or slack.</summary>
    public ReadOnlySpan<Spread> RowTimeSpread => Optional(_timeSpread);

    /// <summary>
    /// What the Time column shows in a row: its own number, or the path's arrival, required time or slack where the row repeats that.
    /// Below the first pair, the arrival is shown as what is taken off the required time: negated.
    /// </summary>
    internal double EffectiveTime(int path, int row)
    {
        double time = _time[row];
        if (!double.IsNaN(time) || _form[row] != Timing.RowForm.Cells)
        {
            return time;
        }

        return Descriptions.Kind(_description[row]) switch
        {
            DescriptionKind.DataArrival => IsRepeated(path, row) ? -_arrival[path] : _arrival[path],
            DescriptionKind.DataRequired => _required[path],
            DescriptionKind.SlackMet or DescriptionKind.SlackViolated => PrintedSlack(path),
            _ => time,
        };
    }

    /// <summary>Loads of the pin of a row; -1 when blank. OpenSTA 2.0.17 prints them in the row of its net where nets are shown.</summary>
    internal int FanoutOf(int row) =>
        _fanout is not { } fanouts ? -1
        : fanouts[row] >= 0 ? fanouts[row]
        : NetRow(row) is >= 0 and int net ? fanouts[net]
        : -1;

    /// <summary>Load capacitance of the pin of a row; NaN when blank. It stands where <see cref="FanoutOf"/> says.</summary>
    internal double CapacitanceOf(int row) =>
        _capacitance is not { } loads ? double.NaN
        : !double.IsNaN(loads[row]) ? loads[row]
        : NetRow(row) is >= 0 and int net ? loads[net]
        : double.NaN;

    /// <summary>Whether a row is a port's in JSON, which names the design as its cell, and an empty instance. (Its first version named no instances at all.)</summary>
    internal bool IsJsonPort(int row) =>
        _form[row] == Timing.RowForm.Point && _instance is { } instances && instances[row] >= 0 && Names[instances[row]].IsEmpty;

    /// <summary>The description of the net whose row stands below that of a pin; negative when none does.</summary>
    internal int NetOf(int row) => NetRow(row) is >= 0 and int net ? _description[net] : NoName;

    // The row of the net of a pin's row; -1 when none is shown.
    private int NetRow(int row)
    {
        if (_description[row] < 0 || Descriptions.Kind(_description[row]) != DescriptionKind.Pin)
        {
            return -1;
        }

        while (++row < _rows && _description[row] >= 0)
        {
            switch (Descriptions.Kind(_description[row]))
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

    /// <summary>What a row of some kind adds to a path's times; the last one, NaN when there is none.</summary>
    internal double Term(int path, DescriptionKind kind)
    {
        for (int row = _firstRow[path + 1] - 1; row >= _firstRow[path]; row--)
        {
            if (_description[row] >= 0 && Descriptions.Kind(_description[row]) == kind && _form[row] is Timing.RowForm.Cells or Timing.RowForm.Field)
            {
                return _delay[row];
            }
        }

        return double.NaN;
    }

    /// <summary>The time of the check of a path. An external delay is none, which JSON prints in the same place.</summary>
    internal double CheckTime(int path) => _format[path] == PathFormat.Json && _endpointDetail[path] is >= 0 and int detail && Names[detail].StartsWith("output_delay"u8)
        ? double.NaN
        : Term(path, DescriptionKind.CheckMargin);

    private bool IsRepeated(int path, int row) =>
        _description.AsSpan(_firstRow[path], row - _firstRow[path]).Contains(_description[row]);

    private int RowSizeInBytes =>
        (_form.Length * (1 + 1 + 4 + 8 + 8))
        + (((_slew?.Length ?? 0) + (_capacitance?.Length ?? 0) + (_variation?.Length ?? 0) + (9 * (_timeSpread?.Length ?? 0)) + (_x?.Length ?? 0) + (_y?.Length ?? 0)) * 8)
        + (((_fanout?.Length ?? 0) + (_attribute?.Length ?? 0) + (_instance?.Length ?? 0)) * 4);

    private ReadOnlySpan<T> Optional<T>(T[]? column) => column is null ? default : column.AsSpan(0, _rows);

    private void GrowRows()
    {
        int length = _form.Length * 2;
        Array.Resize(ref _form, length);
        Array.Resize(ref _transition, length);
        Array.Resize(ref _description, length);
        Array.Resize(ref _delay, length);
        Array.Resize(ref _time, length);
        GrowOptional(ref _slew, length);
        GrowOptional(ref _capacitance, length);
        GrowOptional(ref _variation, length);
        GrowOptional(ref _fanout, length);
        GrowOptional(ref _attribute, length);
        GrowOptional(ref _instance, length);
        GrowOptional(ref _x, length);
        GrowOptional(ref _y, length);
        GrowOptional(ref _slewSpread, length);
        GrowOptional(ref _delaySpread, length);
        GrowOptional(ref _timeSpread, length);
    }

    private static void GrowOptional<T>(ref T[]? column, int length)
    {
        if (column is not null)
        {
            Array.Resize(ref column, length);
        }
    }
}
