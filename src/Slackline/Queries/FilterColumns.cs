using Slackline.Queries.Model;

namespace Slackline.Queries;

/// <summary>The columns of the filter language, known by their names and synonyms.</summary>
internal static class FilterColumns
{
    /// <summary>Begins the name of every column of points.</summary>
    public const string PointPrefix = "point.";

    /// <summary>All columns, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<FilterColumn> All =
    [
        new(ColumnId.Slack, "slack", [], FilterColumnKind.Time, "slack; blank for an unconstrained path"),
        new(ColumnId.Arrival, "arrival", [], FilterColumnKind.Time, "data arrival time"),
        new(ColumnId.Required, "required", [], FilterColumnKind.Time, "data required time; blank for an unconstrained path"),
        new(ColumnId.Uncertainty, "uncertainty", [], FilterColumnKind.Time, "clock uncertainty, with the sign that it has in the report; blank where none is printed"),
        new(ColumnId.Pessimism, "crpr", [], FilterColumnKind.Time, "clock reconvergence pessimism, likewise"),
        new(ColumnId.CheckTime, "check_time", [], FilterColumnKind.Time, "time of the check: the library's setup, hold, recovery or removal time, or that of a clock gating or data check, likewise"),
        new(ColumnId.Startpoint, "startpoint", [], FilterColumnKind.Text, "instance or port that launches the path"),
        new(ColumnId.Endpoint, "endpoint", [], FilterColumnKind.Text, "instance or port at which the path ends"),
        new(ColumnId.StartpointPin, "startpoint_pin", [], FilterColumnKind.Text, "pin or port that launches the path, such as r1/Q; blank in the format slack_only, and in short unless a port"),
        new(ColumnId.EndpointPin, "endpoint_pin", [], FilterColumnKind.Text, "pin or port at which the path ends, such as r2/D; blank as startpoint_pin"),
        new(ColumnId.Group, "group", ["path_group"], FilterColumnKind.Text, "path group"),
        new(ColumnId.PathType, "type", ["path_type"], FilterColumnKind.Text, "\"max\" (setup side) or \"min\" (hold side); a filter may say \"setup\" and \"hold\""),
        new(ColumnId.Corner, "corner", ["scene"], FilterColumnKind.Text, "corner (scene), as the path, a heading above it or the directory of its file says it; blank when none does"),
        new(ColumnId.Mode, "mode", [], FilterColumnKind.Text, "mode; blank when the analysis has but one"),
        new(ColumnId.File, "file", [], FilterColumnKind.Text, "report file that the path was read from; blank for a running OpenSTA"),
        new(ColumnId.Section, "section", [], FilterColumnKind.Text, "title of the heading above the path, such as \"report_checks -path_delay max (Setup)\"; blank when there is none"),
        new(ColumnId.LaunchClock, "launch_clock", [], FilterColumnKind.Text, "clock that launches the path"),
        new(ColumnId.CaptureClock, "capture_clock", [], FilterColumnKind.Text, "clock that captures the path"),
        new(ColumnId.Clock, "clock", [], FilterColumnKind.Text, "launch or capture clock: either may fit"),
        new(ColumnId.StartpointDetail, "startpoint_detail", [], FilterColumnKind.Text, "what the startpoint is, as the report says it"),
        new(ColumnId.EndpointDetail, "endpoint_detail", [], FilterColumnKind.Text, "what the endpoint is, as the report says it"),
        new(ColumnId.Violated, "violated", [], FilterColumnKind.Condition, "whether the tool calls the slack violated; blank when it is printed 0.00 without a word"),
        new(ColumnId.Constrained, "constrained", [], FilterColumnKind.Condition, "slack is not null"),
        new(ColumnId.Depth, "depth", [], FilterColumnKind.Count, "how many stages (cells) the data goes through, the launching one included"),
        new(ColumnId.PointPin, "point.pin", [], FilterColumnKind.Text, "name of the pin or port"),
        new(ColumnId.PointInstance, "point.instance", [], FilterColumnKind.Text, "instance of the pin; a port's own name"),
        new(ColumnId.PointNet, "point.net", [], FilterColumnKind.Text, "net of the pin, where the report prints it (-fields net; JSON)"),
        new(ColumnId.PointSource, "point.source", [], FilterColumnKind.Text, "where in the source code the cell is from (-fields src_attr; JSON)"),
        new(ColumnId.PointCell, "point.cell", [], FilterColumnKind.Text, "library cell of the pin, or a port's direction"),
        new(ColumnId.PointEdge, "point.edge", [], FilterColumnKind.Text, "\"rise\" or \"fall\""),
        new(ColumnId.PointPart, "point.part", [], FilterColumnKind.Text, "\"launch_clock\", \"data\" or \"capture_clock\"; conditions that do not ask for it are about the data's points"),
        new(ColumnId.PointDelay, "point.delay", [], FilterColumnKind.Time, "delay of this point"),
        new(ColumnId.PointTime, "point.time", [], FilterColumnKind.Time, "time from the path's start up to this point"),
        new(ColumnId.PointSlew, "point.slew", [], FilterColumnKind.Time, "slew (transition time)"),
        new(ColumnId.PointCapacitance, "point.capacitance", ["point.cap"], FilterColumnKind.Capacitance, "load capacitance"),
        new(ColumnId.PointFanout, "point.fanout", [], FilterColumnKind.Count, "number of loads"),
        new(ColumnId.PointVariation, "point.variation", [], FilterColumnKind.Time, "variation of the delay"),
    ];

    private static readonly Dictionary<string, FilterColumn> s_byName = All
        .SelectMany(column => column.Synonyms.Append(column.Name), (column, name) => (column, name))
        .ToDictionary(pair => pair.name, pair => pair.column, StringComparer.OrdinalIgnoreCase);

    /// <summary>All names and synonyms.</summary>
    public static IReadOnlyCollection<string> Names => s_byName.Keys;

    /// <summary>The column of this name or synonym, or null.</summary>
    public static FilterColumn? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The column of this id.</summary>
    public static FilterColumn Of(ColumnId id) => All[(int)id];
}
