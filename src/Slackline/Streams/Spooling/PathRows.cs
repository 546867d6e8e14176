using Apache.Arrow;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Streams.Spooling;

/// <summary>The paths in a batch of the table <c>paths</c>, to be put back into a chunk.</summary>
internal readonly ref struct PathRows
{
    private readonly NumberView<double> _slack;
    private readonly NumberView<double> _arrival;
    private readonly NumberView<double> _required;
    private readonly TextView _startpoint;
    private readonly TextView _startpointPin;
    private readonly TextView _endpointPin;
    private readonly NumberView<byte> _verdict;
    private readonly NumberView<double> _printedSlack;
    private readonly TextView _startpointDetail;
    private readonly TextView _endpoint;
    private readonly TextView _endpointDetail;
    private readonly TextView _pathGroup;
    private readonly TextView _pathType;
    private readonly TextView _corner;
    private readonly TextView _mode;
    private readonly TextView _file;
    private readonly TextView _section;
    private readonly NumberView<int> _rows;
    private readonly TextView _format;
    private readonly NumberView<byte> _digits;
    private readonly NumberView<ushort> _shape;
    private readonly NumberView<int> _blankLines;
    private readonly TextView _layout;
    private readonly LayoutText _layouts;

    public PathRows(RecordBatch paths, LayoutText layouts)
    {
        _slack = Numbers(paths, PathSchema.Slack.Field);
        _arrival = Numbers(paths, PathSchema.Arrival.Field);
        _required = Numbers(paths, PathSchema.Required.Field);
        _startpoint = Texts(paths, PathSchema.Startpoint.Field);
        _startpointPin = Texts(paths, PathSchema.StartpointPin.Field);
        _endpointPin = Texts(paths, PathSchema.EndpointPin.Field);
        _verdict = new NumberView<byte>(paths.Column(PathColumnNames.Verdict));
        _printedSlack = Numbers(paths, PathColumnNames.PrintedSlack);
        _startpointDetail = Texts(paths, PathSchema.StartpointDetail.Field);
        _endpoint = Texts(paths, PathSchema.Endpoint.Field);
        _endpointDetail = Texts(paths, PathSchema.EndpointDetail.Field);
        _pathGroup = Texts(paths, PathSchema.Group.Field);
        _pathType = Texts(paths, PathSchema.PathType.Field);
        _corner = Texts(paths, PathSchema.Corner.Field);
        _mode = Texts(paths, PathSchema.Mode.Field);
        _file = Texts(paths, PathSchema.File.Field);
        _section = Texts(paths, PathSchema.Section.Field);
        _rows = new NumberView<int>(paths.Column(PathColumnNames.Rows));
        _format = Texts(paths, PathColumnNames.Format);
        _digits = new NumberView<byte>(paths.Column(PathColumnNames.Digits));
        _shape = new NumberView<ushort>(paths.Column(PathColumnNames.Shape));
        _blankLines = new NumberView<int>(paths.Column(PathColumnNames.BlankLines));
        _layout = Texts(paths, PathColumnNames.Layout);
        _layouts = layouts;
        Units = new TimingUnits(
            new NumberView<double>(paths.Column(PathColumnNames.TimeUnit))[0],
            new NumberView<double>(paths.Column(PathColumnNames.CapacitanceUnit))[0]);
    }

    /// <summary>The units of the batch's numbers: a batch comes of one chunk and has one pair.</summary>
    public TimingUnits Units { get; }

    /// <summary>Appends <paramref name="count"/> paths from <paramref name="first"/> on, with their rows.</summary>
    public void AppendTo(PathChunk chunk, int first, int count, PointRows points)
    {
        int row = 0;
        for (int i = 0; i < first; i++)
        {
            row += _rows[i];
        }

        for (int i = first; i < first + count; i++)
        {
            int layout = UseLayout(chunk, i);
            points.AppendTo(chunk, layout == PathChunk.NoTable ? null : chunk.Layouts[layout], row, _rows[i]);
            row += _rows[i];
            Commit(chunk, i, layout);
        }
    }

    /// <summary>Appends paths without their rows. Those that have rows come without a layout, too; those that have none come whole.</summary>
    public void AppendTo(PathChunk chunk, int first, int count)
    {
        for (int i = first; i < first + count; i++)
        {
            Commit(chunk, i, _rows[i] == 0 ? UseLayout(chunk, i) : PathChunk.NoTable);
        }
    }

    private int UseLayout(PathChunk chunk, int i) =>
        _layout.IsNull(i) ? PathChunk.NoTable : chunk.UseLayout(_layouts.Parse(_layout[i]));

    private void Commit(PathChunk chunk, int i, int layout)
    {
        // The pins are found in the rows again where these are there.
        bool hasRows = chunk.RowCount > chunk.FirstRow[chunk.Count];
        var heading = new PathHeading
        {
            Startpoint = Name(chunk, _startpoint, i),
            StartpointDetail = Name(chunk, _startpointDetail, i),
            Endpoint = Name(chunk, _endpoint, i),
            EndpointDetail = Name(chunk, _endpointDetail, i),
            PathGroup = Name(chunk, _pathGroup, i),
            StartpointPin = hasRows ? PathChunk.NoName : Name(chunk, _startpointPin, i),
            EndpointPin = hasRows ? PathChunk.NoName : Name(chunk, _endpointPin, i),
            Verdict = (SlackVerdict)_verdict[i],
            Corner = Name(chunk, _corner, i),
            Mode = Name(chunk, _mode, i),
            File = Name(chunk, _file, i),
            Section = Name(chunk, _section, i),
            PathType = _pathType.IsNull(i) ? PathType.Unknown : PathColumnNames.TypeOf(_pathType[i]),
            Format = PathColumnNames.FormatOf(_format[i]),
            Shape = (PathShape)_shape[i],
            BlankLinesBefore = _blankLines[i],
        };
        chunk.CommitPath(in heading, _arrival[i], _required[i], _slack[i], layout, _digits[i]);
        if (!double.IsNaN(_printedSlack[i]))
        {
            chunk.SetSlack(chunk.Count - 1, _slack[i], _printedSlack[i]);
        }
    }

    private static NumberView<double> Numbers(RecordBatch paths, string name) => new(paths.Column(name), double.NaN);

    private static TextView Texts(RecordBatch paths, string name) => new(paths.Column(name));

    private static int Name(PathChunk chunk, TextView names, int i) => names.IsNull(i) ? PathChunk.NoName : chunk.Names.Intern(names[i]);
}
