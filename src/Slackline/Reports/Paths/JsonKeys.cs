using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>The keys of <c>-format json</c> as they are printed, up to the value; and the layout of the points.</summary>
internal static class JsonKeys
{
    /// <summary>The first line of an object that is only a path, in the versions that opened its list of points there.</summary>
    public static ReadOnlySpan<byte> InlineOpening => "{ \"path\": ["u8;

    public static ReadOnlySpan<byte> Type => "\"type\": \""u8;

    public static ReadOnlySpan<byte> PathGroup => "\"path_group\": \""u8;

    public static ReadOnlySpan<byte> PathType => "\"path_type\": \""u8;

    public static ReadOnlySpan<byte> Startpoint => "\"startpoint\": \""u8;

    public static ReadOnlySpan<byte> Endpoint => "\"endpoint\": \""u8;

    public static ReadOnlySpan<byte> SourceClock => "\"source_clock\": \""u8;

    public static ReadOnlySpan<byte> SourceClockEdge => "\"source_clock_edge\": \""u8;

    public static ReadOnlySpan<byte> TargetClock => "\"target_clock\": \""u8;

    public static ReadOnlySpan<byte> TargetClockEdge => "\"target_clock_edge\": \""u8;

    public static ReadOnlySpan<byte> Instance => "\"instance\": \""u8;

    public static ReadOnlySpan<byte> OldInstance => "\"inst\": \""u8;

    public static ReadOnlySpan<byte> Cell => "\"cell\": \""u8;

    public static ReadOnlySpan<byte> Source => "\"verilog_src\": \""u8;

    public static ReadOnlySpan<byte> OldSource => "\"src\": \""u8;

    public static ReadOnlySpan<byte> Pin => "\"pin\": \""u8;

    public static ReadOnlySpan<byte> Net => "\"net\": \""u8;

    public static ReadOnlySpan<byte> OldNets => "\"nets\": ["u8;

    public static ReadOnlySpan<byte> HierarchicalPins => "\"hier_pins\": ["u8;

    public static ReadOnlySpan<byte> X => "\"x\": "u8;

    public static ReadOnlySpan<byte> Y => "\"y\": "u8;

    public static ReadOnlySpan<byte> PointArrival => "\"arrival\": "u8;

    public static ReadOnlySpan<byte> Capacitance => "\"capacitance\": "u8;

    public static ReadOnlySpan<byte> Slew => "\"slew\": "u8;

    public static ReadOnlySpan<byte> Arrival => "\"data_arrival_time\": "u8;

    public static ReadOnlySpan<byte> Required => "\"required_time\": "u8;

    public static ReadOnlySpan<byte> Slack => "\"slack\": "u8;

    /// <summary>The names of the lists of points.</summary>
    public static ReadOnlySpan<byte> SourceClockPath => "source_clock_path"u8;

    /// <inheritdoc cref="SourceClockPath"/>
    public static ReadOnlySpan<byte> SourcePath => "source_path"u8;

    /// <inheritdoc cref="SourceClockPath"/>
    public static ReadOnlySpan<byte> TargetClockPath => "target_clock_path"u8;

    /// <inheritdoc cref="SourceClockPath"/>
    public static ReadOnlySpan<byte> Path => "path"u8;

    /// <summary>A field with a separate row: a whole number.</summary>
    public static ReadOnlySpan<byte> MultiCyclePath => "multi_cycle_path"u8;

    /// <summary>A field with a separate row: seconds.</summary>
    public static ReadOnlySpan<byte> PathDelay => "path_delay"u8;

    /// <inheritdoc cref="PathDelay"/>
    public static ReadOnlySpan<byte> Pessimism => "crpr"u8;

    /// <inheritdoc cref="PathDelay"/>
    public static ReadOnlySpan<byte> Margin => "margin"u8;

    /// <summary>The words for a clock's edge in the detail of an end, as <see cref="DetailParser.FindClock"/> expects them.</summary>
    public static ReadOnlySpan<byte> RisingEdge => "rising-edge clock "u8;

    /// <inheritdoc cref="RisingEdge"/>
    public static ReadOnlySpan<byte> FallingEdge => "falling-edge clock "u8;

    /// <summary>The word between an endpoint's type and its clock.</summary>
    public static ReadOnlySpan<byte> Against => " against "u8;

    /// <summary>Digits after the point of a location.</summary>
    public const int LocationDigits = 9;

    /// <summary>The columns of the points.</summary>
    public static TableLayout Layout { get; } = LayoutOf(
        ColumnKind.Slew, ColumnKind.Capacitance, ColumnKind.Time, ColumnKind.Instance, ColumnKind.Description, ColumnKind.Attribute);

    /// <summary>The columns of the points when their locations are known.</summary>
    public static TableLayout PlacedLayout { get; } = LayoutOf([.. Layout.Kinds, ColumnKind.X, ColumnKind.Y]);

    private static TableLayout LayoutOf(params ReadOnlySpan<ColumnKind> kinds)
    {
        var columns = new List<TableColumn>();
        foreach (ColumnKind kind in kinds)
        {
            columns.Add(new TableColumn(kind, "", 0));
        }

        return new TableLayout(columns);
    }
}
