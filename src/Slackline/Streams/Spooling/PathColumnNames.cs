using Slackline.Timing;

namespace Slackline.Streams.Spooling;

/// <summary>
/// The columns of the table <c>paths</c> that are none of <see cref="Timing.Schema.PathSchema"/>, and the words in them. They are a file format: what is changed here needs a new version of it.
/// </summary>
internal static class PathColumnNames
{
    public const string Path = "path";

    /// <summary>What the format prints of the slack where the tool has told its own, exact one; null where <c>slack</c> is what is printed.</summary>
    public const string PrintedSlack = "printed_slack";

    /// <summary>The value of <see cref="SlackVerdict"/>: the word behind the slack.</summary>
    public const string Verdict = "verdict";

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

    /// <summary>The type for a word.</summary>
    public static PathType TypeOf(ReadOnlySpan<byte> word) => word.SequenceEqual("min"u8) ? Timing.PathType.Min : Timing.PathType.Max;
}
