namespace Slackline.Timing;

/// <summary>
/// Up to 1,000 timing paths, one array per field: the unit in which paths are read, filtered, buffered and exported.
/// Path <c>i</c>'s rows are those from <c>FirstRow[i]</c> up to <c>FirstRow[i + 1]</c>. Numbers that the report leaves blank are NaN.
/// Times, slews and capacitances are in <see cref="Units"/>: those of the tool that printed them (<c>report_units</c>).
/// A chunk is filled by a reader and then only read. It is valid until the next one is requested, which may refill it.
/// <see cref="Copy"/> makes a chunk that stays.
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

    private readonly int[] _firstRow;
    private readonly List<TableLayout> _layouts = [];
    private TimingUnits? _units;

    /// <summary>A chunk with room for 1,000 paths.</summary>
    public PathChunk()
        : this(Capacity, FirstRoomForRows)
    {
    }

    private PathChunk(int paths, int rows, PathChunk? like = null)
    {
        Names = new NameTable(like?.Names);
        Descriptions = new DescriptionTable(like?.Descriptions);
        Paths = new PathArrays(paths);
        Rows = new RowArrays(rows);
        _firstRow = new int[paths + 1];
    }

    /// <summary>The arrays with one value per path.</summary>
    internal PathArrays Paths { get; }

    /// <summary>The arrays with one value per row.</summary>
    internal RowArrays Rows { get; }

    /// <summary>How many paths the chunk holds.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Whether no further path fits: 1,000 paths, as many as the bound on memory allows, or all whose numbers count the same.
    /// </summary>
    public bool IsFull => Count == Paths.Length || IsClosed || (Count > 0 && SizeInBytes >= MaxSizeInBytes);

    /// <summary>
    /// The bound on memory, in bytes, at which a chunk counts as full although it holds fewer than 1,000 paths. 8 MB by default.
    /// </summary>
    public int MaxSizeInBytes { get; init; } = 8_000_000;

    /// <summary>The pool that the chunk came from and returns to after its last use; null for a chunk outside any pool.</summary>
    internal ChunkPool? Home { get; set; }

    /// <summary>Names of startpoints, endpoints, path groups and corners, and the details of start- and endpoints.</summary>
    internal NameTable Names { get; }

    /// <summary>The Description column's texts.</summary>
    internal DescriptionTable Descriptions { get; }

    /// <summary>The table layouts that the paths of this chunk use; one, unless reports were printed with different options.</summary>
    internal IReadOnlyList<TableLayout> Layouts => _layouts;

    /// <summary>Startpoints as ids in <see cref="Names"/>: the instance or port of the <c>Startpoint:</c> line.</summary>
    public ReadOnlySpan<int> Startpoint => Paths.Startpoint.First(Count);

    /// <summary>The text of the <c>Startpoint:</c> line in brackets, as ids in <see cref="Names"/>.</summary>
    public ReadOnlySpan<int> StartpointDetail => Paths.StartpointDetail.First(Count);

    /// <summary>Endpoints as ids in <see cref="Names"/>: the instance or port of the <c>Endpoint:</c> line.</summary>
    public ReadOnlySpan<int> Endpoint => Paths.Endpoint.First(Count);

    /// <summary>The text of the <c>Endpoint:</c> line in brackets, as ids in <see cref="Names"/>.</summary>
    public ReadOnlySpan<int> EndpointDetail => Paths.EndpointDetail.First(Count);

    /// <summary>Path groups as ids in <see cref="Names"/>; <see cref="NoName"/> where none is printed.</summary>
    public ReadOnlySpan<int> PathGroup => Paths.PathGroup.First(Count);

    /// <summary>Corners (scenes) as ids in <see cref="Names"/>; <see cref="NoName"/> where the analysis has but one.</summary>
    public ReadOnlySpan<int> Corner => Paths.Corner.First(Count);

    /// <summary>Modes of a multi-mode analysis as ids in <see cref="Names"/>; <see cref="NoName"/> where it has but one.</summary>
    public ReadOnlySpan<int> Mode => Paths.Mode.First(Count);

    /// <summary>Max (setup side) or min (hold side).</summary>
    public ReadOnlySpan<PathType> PathType => Paths.PathType.First(Count);

    /// <summary>Data arrival times.</summary>
    public ReadOnlySpan<double> Arrival => Paths.Arrival.First(Count);

    /// <summary>Data required times; NaN for unconstrained paths.</summary>
    public ReadOnlySpan<double> Required => Paths.Required.First(Count);

    /// <summary>
    /// Slacks; NaN for unconstrained paths. Exact where the tool recorded them beside its text (<see cref="HasExactSlack"/>), otherwise as
    /// printed.
    /// </summary>
    public ReadOnlySpan<double> Slack => Paths.Slack.First(Count);

    /// <summary>The tool's word for each slack: MET, VIOLATED or none.</summary>
    public ReadOnlySpan<SlackVerdict> Verdict => Paths.Verdict.First(Count);

    /// <summary>Whether a path's slack is the tool's own, in single precision, and not the digits that it printed of it.</summary>
    public bool HasExactSlack(int path) => !double.IsNaN(Paths.PrintedSlack.ValueOf(path));

    /// <summary>A path's slack as it is printed, which its rendering shows again.</summary>
    public double PrintedSlack(int path) => HasExactSlack(path) ? Paths.PrintedSlack[path] : Paths.Slack[path];

    /// <summary>
    /// Whether a path violates its check: what the tool's word says, else what the sign of the slack says. Null when neither is known,
    /// since the digits are all zero. An unconstrained path violates nothing; of one without numbers (format short) nothing is known.
    /// </summary>
    public bool? IsViolated(int path) => Paths.Verdict[path] switch
    {
        SlackVerdict.Violated => true,
        SlackVerdict.Met => false,
        _ when Paths.Slack[path] == 0 && !IsSlackSignKnown(path) => null,
        _ when !IsSlackPrinted(path) => null,
        _ => Paths.Slack[path] < 0,
    };

    /// <summary>Whether the path's format prints a slack, if it has one: short does not, nor does report_path.</summary>
    internal bool IsSlackPrinted(int path) =>
        !double.IsNaN(Paths.Slack[path]) || !double.IsNaN(Paths.Arrival[path])
            || Paths.Format[path] is not (PathFormat.Full or PathFormat.Json);

    /// <summary>A slack to compare with others: a violation that is printed 0.00 is below all that is zero or more.</summary>
    internal double ComparedSlack(int path) =>
        Paths.Slack[path] == 0 && Paths.Verdict[path] == SlackVerdict.Violated ? -double.Epsilon : Paths.Slack[path];

    /// <summary>Whether digits do not hide a slack: it is exact, or printed with an exponent.</summary>
    internal bool IsSlackSignKnown(int path) => HasExactSlack(path) || Paths.Format[path] == PathFormat.Json;

    /// <summary>Where each path's rows begin; one more entry than paths.</summary>
    public ReadOnlySpan<int> FirstRow => _firstRow.AsSpan(0, Count + 1);

    /// <summary>
    /// Each path's table layout as an index into <see cref="Layouts"/>; <see cref="NoTable"/> in the format short. In lists (end, summary,
    /// slack_only): the widths of names and of numbers.
    /// </summary>
    public ReadOnlySpan<int> Layout => Paths.Layout.First(Count);

    /// <summary>Digits after the point in each path's numbers (<c>-digits</c>).</summary>
    public ReadOnlySpan<byte> Digits => Paths.Digits.First(Count);

    /// <summary>The form in which each path is printed.</summary>
    internal ReadOnlySpan<PathFormat> Format => Paths.Format.First(Count);

    /// <summary>How each path is laid out outside its table.</summary>
    internal ReadOnlySpan<PathShape> Shape => Paths.Shape.First(Count);

    /// <summary>Empty lines printed before each path; not part of the path, kept so that no byte is lost.</summary>
    public ReadOnlySpan<int> BlankLinesBefore => Paths.BlankLinesBefore.First(Count);

    /// <summary>
    /// The units of the numbers. The producer sets them before the first path, and all paths of a chunk have the same units.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing was read into the chunk.</exception>
    public TimingUnits Units =>
        _units ?? throw new InvalidOperationException("Nothing was read into the chunk yet, so its numbers have no units.");

    /// <summary>Bytes of memory that the chunk takes, unused room included.</summary>
    public int SizeInBytes =>
        Paths.SizeInBytes + (_firstRow.Length * sizeof(int)) + Rows.SizeInBytes
        + Names.SizeInBytes + Descriptions.SizeInBytes + CopyMapsSizeInBytes;

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
    internal void Clear()
    {
        Paths.PrintedSlack.Blank(0, Paths.Length);
        Count = 0;
        IsClosed = false;
        Rows.Forget(0, _rowCount);
        _rowCount = 0;
        _units = null;
        _layouts.Clear();
        Names.Clear();
        Descriptions.Clear();
        ForgetCopies();
    }
}
