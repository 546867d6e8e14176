using Slackline.Timing;

namespace Slackline.Streams.Spooling;

/// <summary>The columns of the table <c>points</c> and the words in them. They are a file format: what is changed here needs a new version of it.</summary>
internal static class PointColumnNames
{
    /// <summary>The number of the path, as in the table <c>paths</c>.</summary>
    public const string Path = "path";

    /// <summary>The row's place in the path's printed table, from 0.</summary>
    public const string Row = "row";

    /// <summary>The value of <see cref="RowForm"/>.</summary>
    public const string Form = "form";

    /// <summary>What the description speaks of; for whoever reads the file, since it follows from the description.</summary>
    public const string Kind = "kind";
    public const string Description = "description";
    public const string Edge = "edge";
    public const string Delay = "delay";
    public const string Time = "time";
    public const string Slew = "slew";
    public const string Capacitance = "capacitance";
    public const string Variation = "variation";
    public const string Fanout = "fanout";
    public const string Attribute = "attribute";
    public const string Instance = "instance";
    public const string X = "x";
    public const string Y = "y";

    /// <summary>The word for a kind of description.</summary>
    public static ReadOnlySpan<byte> Of(DescriptionKind kind) => kind switch
    {
        DescriptionKind.Pin => "pin"u8,
        DescriptionKind.Net => "net"u8,
        DescriptionKind.ClockEdge => "clock_edge"u8,
        DescriptionKind.ClockNetworkDelay => "clock_network_delay"u8,
        DescriptionKind.ClockSourceLatency => "clock_source_latency"u8,
        DescriptionKind.ClockUncertainty => "clock_uncertainty"u8,
        DescriptionKind.ClockReconvergencePessimism => "clock_reconvergence_pessimism"u8,
        DescriptionKind.InputExternalDelay => "input_external_delay"u8,
        DescriptionKind.OutputExternalDelay => "output_external_delay"u8,
        DescriptionKind.CheckMargin => "check_margin"u8,
        DescriptionKind.PathDelay => "path_delay"u8,
        DescriptionKind.TimeBorrow => "time_borrow"u8,
        DescriptionKind.PathMargin => "path_margin"u8,
        DescriptionKind.DataArrival => "data_arrival"u8,
        DescriptionKind.DataRequired => "data_required"u8,
        DescriptionKind.SlackMet => "slack_met"u8,
        DescriptionKind.SlackViolated => "slack_violated"u8,
        _ => "other"u8,
    };
}
