namespace Slackline.Timing.Schema;

/// <summary>
/// The columns of timing paths and of their points, each defined here and nowhere else. Filters, orders, groups, tables, NDJSON, CSV and
/// <c>slackline columns</c> all use these definitions.
/// </summary>
public static class PathSchema
{
    /// <summary>Begins the name of every column of points.</summary>
    internal const string PointPrefix = "point.";

    // In the order of their definitions, which is that of lists. It stands before them.
    private static readonly List<Column> s_all = [];

    internal static readonly NumberColumn Slack = Add(
        new NumberColumn("slack", ColumnType.Time, new SlackNumber(), "slack; blank for an unconstrained path"));

    internal static readonly NumberColumn Arrival = Add(new NumberColumn(
        "arrival", ColumnType.Time, new StoredNumber(static chunk => chunk.Paths.Arrival),
        "data arrival time")
    { IsWorstLargest = true });

    internal static readonly NumberColumn Required = Add(new NumberColumn(
        "required", ColumnType.Time, new StoredNumber(static chunk => chunk.Paths.Required),
        "data required time; blank for an unconstrained path"));

    internal static readonly NumberColumn Uncertainty = Add(new NumberColumn(
        "uncertainty", ColumnType.Time, new ComputedNumber(static (chunk, path) => chunk.Term(path, DescriptionKind.ClockUncertainty)),
        "clock uncertainty, with the sign that it has in the report; blank where none is printed"));

    internal static readonly NumberColumn Pessimism = Add(new NumberColumn(
        "crpr", ColumnType.Time, new ComputedNumber(static (chunk, path) => chunk.Term(path, DescriptionKind.ClockReconvergencePessimism)),
        "clock reconvergence pessimism, likewise"));

    internal static readonly NumberColumn CheckTime = Add(new NumberColumn(
        "check_time", ColumnType.Time, new ComputedNumber(static (chunk, path) => chunk.CheckTime(path)),
        "time of the check: the library's setup, hold, recovery or removal time, or that of a clock gating or data check, likewise"));

    internal static readonly TextColumn Startpoint = Add(new TextColumn(
        "startpoint", new NameSource(static chunk => chunk.Paths.Startpoint),
        "instance or port that launches the path")
    { Noun = "startpoint" });

    internal static readonly TextColumn Endpoint = Add(new TextColumn(
        "endpoint", new NameSource(static chunk => chunk.Paths.Endpoint),
        "instance or port at which the path ends")
    { Noun = "endpoint" });

    internal static readonly TextColumn StartpointPin = Add(new TextColumn(
        "startpoint_pin", new PinOfEndSource(isEndpoint: false),
        "pin or port that launches the path, such as r1/Q; blank in the format slack_only, and in short unless a port")
    { Noun = "startpoint" });

    internal static readonly TextColumn EndpointPin = Add(new TextColumn(
        "endpoint_pin", new PinOfEndSource(isEndpoint: true),
        "pin or port at which the path ends, such as r2/D; blank as startpoint_pin")
    { Noun = "endpoint" });

    internal static readonly TextColumn PathGroup = Add(new TextColumn(
        "path_group", new NameSource(static chunk => chunk.Paths.PathGroup),
        "path group")
    { Synonyms = ["group"], Noun = "path group" });

    internal static readonly TextColumn PathType = Add(new TextColumn(
        "path_type", new WordSource<PathType>(
            static chunk => chunk.Paths.PathType, Words(TimingWords.Word, Timing.PathType.Max, Timing.PathType.Min)),
        "\"max\" (setup side) or \"min\" (hold side); a filter may say \"setup\" and \"hold\"")
    { Synonyms = ["type"], OtherWords = new Dictionary<string, string> { ["setup"] = "max", ["hold"] = "min" } });

    internal static readonly TextColumn Corner = Add(new TextColumn(
        "corner", new NameSource(static chunk => chunk.Paths.Corner),
        "corner (scene), as the path, a heading above it or the directory of its file says it; blank when none does")
    { Synonyms = ["scene"], Noun = "corner" });

    internal static readonly TextColumn Mode = Add(new TextColumn(
        "mode", new NameSource(static chunk => chunk.Paths.Mode),
        "mode; blank when the analysis has but one")
    { Noun = "mode" });

    internal static readonly TextColumn File = Add(new TextColumn(
        "file", new NameSource(static chunk => chunk.Paths.File),
        "report file that the path was read from; blank for a running OpenSTA"));

    internal static readonly TextColumn Section = Add(new TextColumn(
        "section", new NameSource(static chunk => chunk.Paths.Section),
        "title of the heading above the path, such as \"report_checks -path_delay max (Setup)\"; blank when there is none"));

    internal static readonly TextColumn LaunchClock = Add(new TextColumn(
        "launch_clock", new ClockSource(new NameSource(static chunk => chunk.Paths.StartpointDetail)),
        "clock that launches the path")
    { Noun = "clock" });

    internal static readonly TextColumn CaptureClock = Add(new TextColumn(
        "capture_clock", new ClockSource(new NameSource(static chunk => chunk.Paths.EndpointDetail)),
        "clock that captures the path")
    { Noun = "clock" });

    internal static readonly TextColumn Clock = Add(
        new TextColumn("clock", LaunchClock, CaptureClock, "launch or capture clock: either may fit"));

    internal static readonly TextColumn StartpointDetail = Add(new TextColumn(
        "startpoint_detail", new NameSource(static chunk => chunk.Paths.StartpointDetail),
        "what the startpoint is, as the report says it"));

    internal static readonly TextColumn EndpointDetail = Add(new TextColumn(
        "endpoint_detail", new NameSource(static chunk => chunk.Paths.EndpointDetail),
        "what the endpoint is, as the report says it"));

    internal static readonly FlagColumn Violated = Add(new FlagColumn(
        "violated", static (chunk, path) => chunk.IsViolated(path),
        "whether the tool calls the slack violated; blank when it is printed 0.00 without a word, or not at all")
    { IsWorstLargest = true });

    internal static readonly FlagColumn Constrained = Add(new FlagColumn(
        "constrained", static (chunk, path) => !double.IsNaN(chunk.Slack[path]),
        "slack is not null")
    { IsWorstLargest = true });

    internal static readonly NumberColumn Depth = Add(new NumberColumn(
        "depth", ColumnType.Count, new ComputedNumber(static (chunk, path) => chunk.Depth(path) is >= 0 and int depth ? depth : double.NaN),
        "how many stages (cells) the data goes through, the launching one included")
    { IsWorstLargest = true });

    internal static readonly TextColumn PointPin = Add(new TextColumn("point.pin", new PinSource(), "name of the pin or port"));

    internal static readonly TextColumn PointInstance = Add(
        new TextColumn("point.instance", new InstanceSource(), "instance of the pin; a port's own name"));

    internal static readonly TextColumn PointNet = Add(
        new TextColumn("point.net", new NetSource(), "net of the pin, where the report prints it (-fields net; JSON)"));

    internal static readonly TextColumn PointSource = Add(new TextColumn(
        "point.source", new NameSource(static chunk => chunk.Rows.Attribute),
        "where in the source code the cell is from (-fields src_attr; JSON)"));

    internal static readonly TextColumn PointCell = Add(
        new TextColumn(
            "point.cell", new CellSource(), "library cell of the pin, or a port's direction (blank in JSON, which does not say it)"));

    internal static readonly TextColumn PointEdge = Add(new TextColumn(
        "point.edge", new WordSource<Transition>(
            static chunk => chunk.Rows.Transition, Words(TimingWords.Word, Transition.Rise, Transition.Fall)),
        "\"rise\" or \"fall\""));

    internal static readonly TextColumn PointPart = Add(new TextColumn(
        "point.part", new PartSource(),
        "\"launch_clock\", \"data\" or \"capture_clock\"; conditions that do not ask for it are about the data's points")
    { Words = PartSource.Words });

    internal static readonly NumberColumn PointDelay = Add(new NumberColumn(
        "point.delay", ColumnType.Time, new StoredNumber(static chunk => chunk.Rows.Delay),
        "delay of this point"));

    internal static readonly NumberColumn PointTime = Add(new NumberColumn(
        "point.time", ColumnType.Time, new StoredNumber(static chunk => chunk.Rows.Time),
        "time from the path's start up to this point"));

    internal static readonly NumberColumn PointSlew = Add(new NumberColumn(
        "point.slew", ColumnType.Time, new StoredNumber(static chunk => chunk.Rows.Slew),
        "slew (transition time)"));

    internal static readonly NumberColumn PointCapacitance = Add(new NumberColumn(
        "point.capacitance", ColumnType.Capacitance, new ComputedNumber(static (chunk, row) => chunk.CapacitanceOf(row)),
        "load capacitance")
    { Synonyms = ["point.cap"] });

    internal static readonly NumberColumn PointFanout = Add(new NumberColumn(
        "point.fanout", ColumnType.Count, new ComputedNumber(
            static (chunk, row) => chunk.FanoutOf(row) is >= 0 and int fanout ? fanout : double.NaN),
        "number of loads"));

    internal static readonly NumberColumn PointVariation = Add(new NumberColumn(
        "point.variation", ColumnType.Time, new StoredNumber(static chunk => chunk.Rows.Variation),
        "variation of the delay"));

    /// <summary>All columns.</summary>
    public static ColumnSet Columns { get; } = new(s_all);

    /// <summary>
    /// The columns of paths that kept streams have, in the order of their table. The others follow from these, or from the points.
    /// </summary>
    internal static IReadOnlyList<Column> Kept { get; } =
    [
        Slack, Violated, Arrival, Required, Startpoint, StartpointPin, StartpointDetail, Endpoint, EndpointPin, EndpointDetail, PathGroup,
        PathType, Corner, Mode, File, Section, Depth,
    ];

    private static (T Value, string Word)[] Words<T>(Func<T, string?> word, params IEnumerable<T> values) =>
        [.. values.Select(value => (value, word(value)!))];

    private static T Add<T>(T column)
        where T : Column
    {
        s_all.Add(column);
        return column;
    }
}
