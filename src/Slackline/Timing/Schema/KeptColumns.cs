namespace Slackline.Timing.Schema;

/// <summary>
/// The columns that kept streams have besides those of <see cref="PathSchema"/>: what only printing a path again needs, and the points as
/// their rows are printed.
/// </summary>
internal static class KeptColumns
{
    /// <summary>Whether the edge of a row is a rising one.</summary>
    public static readonly FlagColumn Rising = new(
        "rising", static (chunk, row) => chunk.Rows.Transition[row] switch { Transition.Rise => true, Transition.Fall => false, _ => null },
        "whether the edge shown is a rising one");

    /// <summary>Whether a row is a pin's or a port's.</summary>
    public static readonly FlagColumn IsPin = new(
        "is_pin", static (chunk, row) =>
            chunk.Rows.Description[row] >= 0 && chunk.Descriptions.Kind(chunk.Rows.Description[row]) == DescriptionKind.Pin,
        "whether the row is a pin's or a port's");

    /// <summary>The columns of paths that only printing needs, in the order of their table.</summary>
    public static IReadOnlyList<Column> OfPaths { get; } =
    [
        new TextColumn(
            "format", new WordSource<PathFormat>(
                static chunk => chunk.Paths.Format,
                (PathFormat.Full, "full"), (PathFormat.End, "end"), (PathFormat.Summary, "summary"), (PathFormat.SlackOnly, "slack_only"),
                (PathFormat.Json, "json")),
            "form in which the path is printed"),
        new NumberColumn("digits", ColumnType.Count, new StoredInteger<byte>(static chunk => chunk.Paths.Digits), "digits after the point"),
        new NumberColumn(
            "verdict", ColumnType.Count, new StoredInteger<SlackVerdict>(static chunk => chunk.Paths.Verdict),
            "word after the slack: 0 none, 1 MET, 2 VIOLATED"),
        new NumberColumn(
            "printed_slack",
            ColumnType.Time,
            new StoredNumber(static chunk => chunk.Paths.PrintedSlack),
            "the printed slack, where the slack is the tool's exact one"),
        new NumberColumn(
            "shape_flags", ColumnType.Count, new StoredInteger<PathShape>(static chunk => chunk.Paths.Shape), "the bits of PathShape"),
        new NumberColumn(
            "blank_lines_before", ColumnType.Count, new StoredInteger<int>(static chunk => chunk.Paths.BlankLinesBefore),
            "empty lines before the path"),
    ];

    /// <summary>The columns of rows, in the order of their table.</summary>
    public static IReadOnlyList<Column> OfRows { get; } =
    [
        new NumberColumn(
            "form", ColumnType.Count, new StoredInteger<RowForm>(static chunk => chunk.Rows.Form),
            "the value of RowForm: 0 is a line of cells"),
        IsPin,
        PathSchema.PointPart,
        new TextColumn("description", new DescriptionSource(static chunk => chunk.Rows.Description), "the row's description"),
        Rising,
        PathSchema.PointDelay, PathSchema.PointTime, PathSchema.PointSlew,
        new NumberColumn(
            "capacitance", ColumnType.Capacitance, new StoredNumber(static chunk => chunk.Rows.Capacitance),
            "load capacitance, in the row that prints it"),
        PathSchema.PointVariation,
        new NumberColumn(
            "fanout", ColumnType.Count, new StoredCount(static chunk => chunk.Rows.Fanout), "number of loads, in the row that prints it"),
        new TextColumn("attribute", new NameSource(static chunk => chunk.Rows.Attribute), "text after the description"),
        new TextColumn("instance", new NameSource(static chunk => chunk.Rows.Instance), "instance of a point in JSON"),
        new NumberColumn(
            "x", ColumnType.Distance, new StoredNumber(static chunk => chunk.Rows.X), "where a point in JSON is placed, in metres"),
        new NumberColumn("y", ColumnType.Distance, new StoredNumber(static chunk => chunk.Rows.Y), "likewise"),
        new SpreadColumn("slew_spread", static chunk => chunk.Rows.SlewSpread, "what a statistical slew gives besides its mean"),
        new SpreadColumn("delay_spread", static chunk => chunk.Rows.DelaySpread, "what a statistical delay gives besides its mean"),
        new SpreadColumn("time_spread", static chunk => chunk.Rows.TimeSpread, "what a statistical time gives besides its mean"),
    ];
}
