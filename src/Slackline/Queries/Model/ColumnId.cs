namespace Slackline.Queries.Model;

/// <summary>The columns of the filter language, in the order of <see cref="FilterColumns.All"/>.</summary>
internal enum ColumnId
{
    Slack,
    Arrival,
    Required,
    Startpoint,
    Endpoint,
    Group,
    PathType,
    Corner,
    Mode,
    File,
    Section,
    LaunchClock,
    CaptureClock,
    Clock,
    StartpointDetail,
    EndpointDetail,
    Violated,
    Constrained,
    Depth,
    PointPin,
    PointCell,
    PointEdge,
    PointDelay,
    PointTime,
    PointSlew,
    PointCapacitance,
    PointFanout,
    PointVariation,
}
