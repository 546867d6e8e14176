using Slackline.Timing;

namespace Slackline.Streams.Spooling;

/// <summary>The columns of the table <c>paths</c> and the words in them. They are a file format: what is changed here needs a new version of it.</summary>
internal static class PathColumnNames
{
    public const string Path = "path";
    public const string Slack = "slack";
    public const string Arrival = "arrival";
    public const string Required = "required";
    public const string Startpoint = "startpoint";
    public const string StartpointPin = "startpoint_pin";
    public const string EndpointPin = "endpoint_pin";
    public const string StartpointDetail = "startpoint_detail";
    public const string Endpoint = "endpoint";
    public const string EndpointDetail = "endpoint_detail";
    /// <summary>Whether the path violates its check; null where the report does not tell.</summary>
    public const string Violated = "violated";

    /// <summary>What the format prints of the slack where the tool has told its own, exact one; null where <c>slack</c> is what is printed.</summary>
    public const string PrintedSlack = "printed_slack";

    /// <summary>The value of <see cref="SlackVerdict"/>: the word behind the slack.</summary>
    public const string Verdict = "verdict";

    /// <summary>How many stages the data goes through; null where the report shows none.</summary>
    public const string Depth = "depth";
    public const string PathGroup = "path_group";
    public const string PathType = "path_type";
    public const string Corner = "corner";
    public const string Mode = "mode";

    /// <summary>The report file that the path was read from.</summary>
    public const string File = "file";

    /// <summary>The title of the heading above the path.</summary>
    public const string Section = "section";

    /// <summary>Seconds in one unit of the path's times.</summary>
    public const string TimeUnit = "time_unit";

    /// <summary>Farads in one unit of the path's capacitances.</summary>
    public const string CapacitanceUnit = "capacitance_unit";

    /// <summary>How many rows the path has in the table <c>points</c>.</summary>
    public const string Rows = "rows";

    /// <summary>What <c>-format</c> asked for.</summary>
    public const string Format = "format";

    /// <summary>Digits after the point.</summary>
    public const string Digits = "digits";

    /// <summary>The bits of <see cref="PathShape"/>.</summary>
    public const string Shape = "shape_flags";

    /// <summary>Empty lines before the path.</summary>
    public const string BlankLines = "blank_lines_before";

    /// <summary>The columns of the path's printed table, see <see cref="LayoutText"/>.</summary>
    public const string Layout = "layout";

    /// <summary>The word for a format.</summary>
    public static ReadOnlySpan<byte> Of(PathFormat format) => format switch
    {
        PathFormat.Full => "full"u8,
        PathFormat.End => "end"u8,
        PathFormat.Summary => "summary"u8,
        PathFormat.SlackOnly => "slack_only"u8,
        PathFormat.Json => "json"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A path's format without a word in spools."),
    };

    /// <summary>The format for a word.</summary>
    public static PathFormat FormatOf(ReadOnlySpan<byte> word) => word switch
    {
        _ when word.SequenceEqual("full"u8) => PathFormat.Full,
        _ when word.SequenceEqual("end"u8) => PathFormat.End,
        _ when word.SequenceEqual("summary"u8) => PathFormat.Summary,
        _ when word.SequenceEqual("slack_only"u8) => PathFormat.SlackOnly,
        _ when word.SequenceEqual("json"u8) => PathFormat.Json,
        _ => throw new InvalidDataException("A spool holds a path in an unknown format."),
    };

    /// <summary>The word for a type that is known.</summary>
    public static ReadOnlySpan<byte> Of(PathType type) => type == Timing.PathType.Min ? "min"u8 : "max"u8;

    /// <summary>The type for a word.</summary>
    public static PathType TypeOf(ReadOnlySpan<byte> word) => word.SequenceEqual("min"u8) ? Timing.PathType.Min : Timing.PathType.Max;
}
