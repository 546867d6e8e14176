using System.Text;

namespace Slackline.Timing;

/// <summary>
/// One timing path: a view of one row of a <see cref="PathChunk"/>, cheap to pass around, valid until the chunk is used again for other
/// paths. After that every member throws an <see cref="InvalidOperationException"/>: <see cref="Detach"/> makes a path that stays.
/// </summary>
public readonly struct TimingPath
{
    private readonly PathChunk _chunk;
    private readonly long _content;

    internal TimingPath(PathChunk chunk, int index)
    {
        _chunk = chunk;
        _content = chunk.Content;
        Index = index;
    }

    /// <summary>The chunk that holds the path.</summary>
    /// <exception cref="InvalidOperationException">The chunk holds other paths by now.</exception>
    public PathChunk Chunk => _chunk.Content == _content ? _chunk : throw PathChunk.Reused();

    /// <summary>The path's place in its chunk.</summary>
    public int Index { get; }

    /// <summary>The instance or port that launches the path; empty when the report names none.</summary>
    public string Startpoint => Name(Chunk.Startpoint[Index]);

    /// <summary>The kind of the startpoint: <c>rising edge-triggered flip-flop clocked by clk</c>, <c>input port</c> ...</summary>
    public string StartpointDetail => Name(Chunk.StartpointDetail[Index]);

    /// <summary>The instance or port at which the path ends; empty when the report names none.</summary>
    public string Endpoint => Name(Chunk.Endpoint[Index]);

    /// <summary>The pin or port at which the path begins, such as <c>r1/Q</c>; empty when the report does not say.</summary>
    public string StartpointPin => Encoding.UTF8.GetString(Chunk.StartpointPin(Index));

    /// <summary>The pin or port at which the path ends, such as <c>r2/D</c>; empty when the report does not say.</summary>
    public string EndpointPin => Encoding.UTF8.GetString(Chunk.EndpointPin(Index));

    /// <summary>The kind of the endpoint.</summary>
    public string EndpointDetail => Name(Chunk.EndpointDetail[Index]);

    /// <summary>The path group; empty when the report names none.</summary>
    public string PathGroup => Name(Chunk.PathGroup[Index]);

    /// <summary>The corner (scene); empty when the analysis has but one.</summary>
    public string Corner => Name(Chunk.Corner[Index]);

    /// <summary>The mode of a multi-mode analysis; empty when it has but one.</summary>
    public string Mode => Name(Chunk.Mode[Index]);

    /// <summary>The report file that the path was read from; empty for a running tool and for standard input.</summary>
    public string File => Name(Chunk.File[Index]);

    /// <summary>The title of the heading above the path; empty for a path without a heading.</summary>
    public string Section => Name(Chunk.Section[Index]);

    /// <summary>The clock that launches the path; empty when it is not launched by a clock.</summary>
    public string LaunchClock => ClockOf(Chunk.StartpointDetail[Index]);

    /// <summary>The clock that captures the path; empty when no clock does.</summary>
    public string CaptureClock => ClockOf(Chunk.EndpointDetail[Index]);

    /// <summary>Max (setup side) or min (hold side).</summary>
    public PathType PathType => Chunk.PathType[Index];

    /// <summary>Data arrival time, in the tool's time unit.</summary>
    public double Arrival => Chunk.Arrival[Index];

    /// <summary>Data required time, in the tool's time unit; NaN for an unconstrained path.</summary>
    public double Required => Chunk.Required[Index];

    /// <inheritdoc cref="PathChunk.IsViolated"/>
    public bool? IsViolated => Chunk.IsViolated(Index);

    /// <summary>How many stages the data goes through; -1 when the report shows no points. See <see cref="PathChunk.Depth"/>.</summary>
    public int Depth => Chunk.Depth(Index);

    /// <summary>
    /// Slack, in the tool's time unit; NaN for an unconstrained path. Exact where the tool recorded it, otherwise as printed.
    /// </summary>
    public double Slack => Chunk.Slack[Index];

    /// <summary>The form in which the path is printed.</summary>
    internal PathFormat Format => Chunk.Format[Index];

    /// <summary>Digits after the point in the path's numbers.</summary>
    public int Digits => Chunk.Digits[Index];

    /// <summary>The layout of the path's table; null for a path without one (<c>-format short</c>).</summary>
    internal TableLayout? Layout => Chunk.Layout[Index] is >= 0 and int layout ? Chunk.Layouts[layout] : null;

    /// <summary>All rows of the path's table, top to bottom.</summary>
    public IEnumerable<PathRow> Rows
    {
        get
        {
            int end = Chunk.FirstRow[Index + 1];
            for (int row = Chunk.FirstRow[Index]; row < end; row++)
            {
                yield return new PathRow(Chunk, Index, row);
            }
        }
    }

    /// <summary>
    /// All pins and ports of the path's table: those of the launching clock, the data and the capturing clock. <see cref="PathRow.Part"/>
    /// distinguishes them.
    /// </summary>
    public IEnumerable<PathRow> Points => Rows.Where(static row => row.Kind == DescriptionKind.Pin);

    /// <summary>The pins and ports of the data, from the startpoint's to the endpoint's.</summary>
    public IEnumerable<PathRow> DataPoints => Points.Where(static row => row.Part == PathPart.Data);

    /// <summary>The same path in a chunk of its own, which is not reused for other paths.</summary>
    public TimingPath Detach()
    {
        PathChunk copy = PathChunk.WithRoomFor(1);
        copy.Append(Chunk, Index);
        return copy[0];
    }

    private string Name(int id) => id < 0 ? "" : Chunk.Names.GetString(id);

    private string ClockOf(int detail) =>
        detail < 0 ? "" : Encoding.UTF8.GetString(DetailParser.FindClock(Chunk.Names[detail]));
}
