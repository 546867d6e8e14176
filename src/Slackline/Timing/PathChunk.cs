namespace Slackline.Timing;

/// <summary>
/// Up to 1,000 timing paths, one array per field: the unit in which paths are read, filtered, buffered and exported.
/// Path <c>i</c>'s rows are those from <c>FirstRow[i]</c> up to <c>FirstRow[i + 1]</c>. Numbers that the report leaves blank are NaN.
/// Times, slews and capacitances are in <see cref="Units"/>: those of the tool that printed them (<c>report_units</c>).
/// A chunk is filled by a reader, then only read, and <see cref="Clear"/>ed for the next use. Not thread-safe while it is filled.
/// </summary>
/// <remarks>
/// It holds everything that the report said and no text of it: a renderer prints the same bytes again from these columns alone.
/// </remarks>
public sealed partial class PathChunk
{
    /// <summary>How many paths a chunk holds at the most.</summary>
    public const int Capacity = 1000;

    /// <summary>Stands for "the report names none" in columns of name ids.</summary>
    public const int NoName = -1;

    /// <summary>Stands for "the path has no table" in <see cref="Layout"/>.</summary>
    public const int NoTable = -1;

    private readonly int[] _startpoint;
    private readonly int[] _startpointDetail;
    private readonly int[] _endpoint;
    private readonly int[] _endpointDetail;
    private readonly int[] _pathGroup;
    private readonly int[] _corner;
    private readonly int[] _mode;
    private readonly PathType[] _pathType;
    private readonly double[] _arrival;
    private readonly double[] _required;
    private readonly double[] _slack;
    private readonly SlackVerdict[] _verdict;
    private readonly int[] _firstRow;
    private readonly int[] _layout;
    private readonly byte[] _digits;
    private readonly PathFormat[] _format;
    private readonly PathShape[] _shape;
    private readonly int[] _blankLinesBefore;
    private readonly List<TableLayout> _layouts = [];
    private TimingUnits? _units;

    // The slacks as printed, where the tool has told exact ones; NaN where it has not. Most chunks have none.
    private double[]? _printedSlack;

    /// <summary>A chunk with room for 1,000 paths.</summary>
    public PathChunk()
        : this(Capacity, FirstRoomForRows)
    {
    }

    private PathChunk(int paths, int rows, PathChunk? like = null)
    {
        Names = new NameTable(like?.Names);
        Descriptions = new DescriptionTable(like?.Descriptions);
        _startpoint = new int[paths];
        _startpointDetail = new int[paths];
        _endpoint = new int[paths];
        _endpointDetail = new int[paths];
        _pathGroup = new int[paths];
        _corner = new int[paths];
        _mode = new int[paths];
        _file = new int[paths];
        _section = new int[paths];
        _pathType = new PathType[paths];
        _arrival = new double[paths];
        _required = new double[paths];
        _slack = new double[paths];
        _verdict = new SlackVerdict[paths];
        _startpointPin = new int[paths];
        _endpointPin = new int[paths];
        _firstRow = new int[paths + 1];
        _layout = new int[paths];
        _digits = new byte[paths];
        _format = new PathFormat[paths];
        _shape = new PathShape[paths];
        _blankLinesBefore = new int[paths];
        _form = new RowForm[rows];
        _transition = new Transition[rows];
        _description = new int[rows];
        _delay = new double[rows];
        _time = new double[rows];
    }

    /// <summary>How many paths the chunk holds.</summary>
    public int Count { get; private set; }

    /// <summary>Whether no further path fits: 1,000 paths, as many as the bound on memory allows, or all whose numbers count the same.</summary>
    public bool IsFull => Count == _startpoint.Length || IsClosed || (Count > 0 && SizeInBytes >= MaxSizeInBytes);

    /// <summary>The bound on memory at which a chunk counts as full although it holds fewer than 1,000 paths. In bytes; 8 MB unless set.</summary>
    public int MaxSizeInBytes { get; init; } = 8_000_000;

    /// <summary>The pool that it is from, to which it goes back whoever has it last; null for one that is nobody's.</summary>
    internal ChunkPool? Home { get; set; }

    /// <summary>Names of startpoints, endpoints, path groups and corners, and the details of start- and endpoints.</summary>
    public NameTable Names { get; }

    /// <summary>The Description column's texts.</summary>
    public DescriptionTable Descriptions { get; }

    /// <summary>The table layouts that the paths of this chunk use; one, unless reports were printed with different options.</summary>
    public IReadOnlyList<TableLayout> Layouts => _layouts;

    /// <summary>Startpoints as ids in <see cref="Names"/>: the instance or port of the <c>Startpoint:</c> line.</summary>
    public ReadOnlySpan<int> Startpoint => _startpoint.AsSpan(0, Count);

    /// <summary>What the <c>Startpoint:</c> line says in brackets, as ids in <see cref="Names"/>.</summary>
    public ReadOnlySpan<int> StartpointDetail => _startpointDetail.AsSpan(0, Count);

    /// <summary>Endpoints as ids in <see cref="Names"/>: the instance or port of the <c>Endpoint:</c> line.</summary>
    public ReadOnlySpan<int> Endpoint => _endpoint.AsSpan(0, Count);

    /// <summary>What the <c>Endpoint:</c> line says in brackets, as ids in <see cref="Names"/>.</summary>
    public ReadOnlySpan<int> EndpointDetail => _endpointDetail.AsSpan(0, Count);

    /// <summary>Path groups as ids in <see cref="Names"/>; <see cref="NoName"/> where none is printed.</summary>
    public ReadOnlySpan<int> PathGroup => _pathGroup.AsSpan(0, Count);

    /// <summary>Corners (scenes) as ids in <see cref="Names"/>; <see cref="NoName"/> where the analysis has but one.</summary>
    public ReadOnlySpan<int> Corner => _corner.AsSpan(0, Count);

    /// <summary>Modes of a multi-mode analysis as ids in <see cref="Names"/>; <see cref="NoName"/> where it has but one.</summary>
    public ReadOnlySpan<int> Mode => _mode.AsSpan(0, Count);

    /// <summary>Max (setup side) or min (hold side).</summary>
    public ReadOnlySpan<PathType> PathType => _pathType.AsSpan(0, Count);

    /// <summary>Data arrival times.</summary>
    public ReadOnlySpan<double> Arrival => _arrival.AsSpan(0, Count);

    /// <summary>Data required times; NaN for unconstrained paths.</summary>
    public ReadOnlySpan<double> Required => _required.AsSpan(0, Count);

    /// <summary>Slacks; NaN for unconstrained paths. Exact where the tool told them beside its text (<see cref="HasExactSlack"/>), otherwise as printed.</summary>
    public ReadOnlySpan<double> Slack => _slack.AsSpan(0, Count);

    /// <summary>What the tool says of each slack in words.</summary>
    public ReadOnlySpan<SlackVerdict> Verdict => _verdict.AsSpan(0, Count);

    /// <summary>Whether a path's slack is the tool's own, in single precision, and not the digits that it printed of it.</summary>
    public bool HasExactSlack(int path) => _printedSlack is { } printed && !double.IsNaN(printed[path]);

    /// <summary>A path's slack as it is printed, which its rendering shows again.</summary>
    public double PrintedSlack(int path) => HasExactSlack(path) ? _printedSlack![path] : _slack[path];

    /// <summary>
    /// Whether a path violates its check: what the tool's word says, else what the sign of the slack says. Null when neither is known, since the digits are all zero.
    /// An unconstrained path violates nothing; of one without numbers (format short) nothing is known.
    /// </summary>
    public bool? IsViolated(int path) => _verdict[path] switch
    {
        SlackVerdict.Violated => true,
        SlackVerdict.Met => false,
        _ when _slack[path] == 0 && !IsSlackSignKnown(path) => null,
        _ when !IsSlackPrinted(path) => null,
        _ => _slack[path] < 0,
    };

    /// <summary>Whether the path's format prints a slack, if it has one: short does not, nor does report_path.</summary>
    internal bool IsSlackPrinted(int path) => !double.IsNaN(_slack[path]) || !double.IsNaN(_arrival[path]) || _format[path] is not (PathFormat.Full or PathFormat.Json);

    /// <summary>A slack to compare with others: a violation that is printed 0.00 is below all that is zero or more.</summary>
    internal double ComparedSlack(int path) => _slack[path] == 0 && _verdict[path] == SlackVerdict.Violated ? -double.Epsilon : _slack[path];

    /// <summary>Whether digits do not hide a slack: it is exact, or printed with an exponent.</summary>
    internal bool IsSlackSignKnown(int path) => HasExactSlack(path) || _format[path] == PathFormat.Json;

    /// <summary>Where each path's rows begin; one more entry than paths.</summary>
    public ReadOnlySpan<int> FirstRow => _firstRow.AsSpan(0, Count + 1);

    /// <summary>Each path's table layout as an index into <see cref="Layouts"/>; <see cref="NoTable"/> in the format short. In lists (end, summary, slack_only): the widths of names and of numbers.</summary>
    public ReadOnlySpan<int> Layout => _layout.AsSpan(0, Count);

    /// <summary>Digits after the point in each path's numbers (<c>-digits</c>).</summary>
    public ReadOnlySpan<byte> Digits => _digits.AsSpan(0, Count);

    /// <summary>The form in which each path is printed.</summary>
    public ReadOnlySpan<PathFormat> Format => _format.AsSpan(0, Count);

    /// <summary>How each path is laid out outside its table.</summary>
    public ReadOnlySpan<PathShape> Shape => _shape.AsSpan(0, Count);

    /// <summary>Empty lines printed before each path; not part of the path, kept so that no byte is lost.</summary>
    public ReadOnlySpan<int> BlankLinesBefore => _blankLinesBefore.AsSpan(0, Count);

    /// <summary>What the numbers count. Whoever fills the chunk says it before the first path, and all paths of a chunk have the same units.</summary>
    /// <exception cref="InvalidOperationException">Nothing was read into the chunk.</exception>
    public TimingUnits Units => _units ?? throw new InvalidOperationException("Nothing was read into the chunk yet, so its numbers have no units.");

    /// <summary>Bytes of memory that the chunk takes, unused room included.</summary>
    public int SizeInBytes => (_startpoint.Length * ((14 * 4) + (3 * 8) + 6)) + (8 * (_printedSlack?.Length ?? 0)) + RowSizeInBytes + Names.SizeInBytes + Descriptions.SizeInBytes + CopyMapsSizeInBytes;

    /// <summary>One path of the chunk.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The chunk has no such path.</exception>
    public TimingPath this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new TimingPath(this, index);
        }
    }

    /// <summary>Forgets everything and keeps the memory for the next use.</summary>
    public void Clear()
    {
        Count = 0;
        IsClosed = false;
        _rows = 0;
        _units = null;
        _printedSlack?.AsSpan().Fill(double.NaN);
        _layouts.Clear();
        Names.Clear();
        Descriptions.Clear();
        ForgetCopies();
    }
}
