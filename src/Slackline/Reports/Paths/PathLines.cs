namespace Slackline.Reports.Paths;

/// <summary>The marks of a path's text, in the order in which a path has them.</summary>
internal enum PathMark
{
    /// <summary>None.</summary>
    None,

    /// <summary><c>Startpoint:</c>, or <c>Endpoint:</c> where the startpoint's line is lost.</summary>
    Startpoint,

    /// <summary><c>Path Group:</c>.</summary>
    Group,

    /// <summary><c>slack (</c>, the last.</summary>
    Slack,
}

/// <summary>Recognises lines that only a path report has, to find paths that were not read.</summary>
internal static class PathLines
{
    /// <summary>
    /// Whether a line (without its line end) belongs to the heading of a path report, or is its title line, a row that sums up, or its
    /// slack.
    /// </summary>
    public static bool IsPathLine(ReadOnlySpan<byte> line) =>
        MarkIn(line) != PathMark.None || line.StartsWith("Endpoint: "u8) || line.StartsWith("Path Type: "u8)
        || TableHeaderReader.IsTitleLine(line) || SummaryListHeadingReader.IsTitleLine(line) || SlackListHeadingReader.IsTitleLine(line)
        || line.StartsWith(EndListHeading.SetupGroup) || line.StartsWith(EndListHeading.HoldGroup)
        || line.StartsWith("  \"source_path\": ["u8) || line.StartsWith("  \"data_arrival_time\": "u8)
            || line.SequenceEqual(JsonListHeading.Text)
        || line.EndsWith("   data arrival time"u8) || line.EndsWith("   data required time"u8)
        || line.SequenceEqual("(Path is unconstrained)"u8);

    /// <summary>The first mark of a path in a line, anywhere in it.</summary>
    internal static PathMark MarkIn(ReadOnlySpan<byte> line) =>
        line.IndexOfAny((byte)':', (byte)'(') < 0 ? PathMark.None
        : line.IndexOf("Startpoint:"u8) >= 0 ? PathMark.Startpoint
        : line.IndexOf("Path Group:"u8) >= 0 ? PathMark.Group
        : HasSlack(line) ? PathMark.Slack
        : PathMark.None;

    // slack (MET), slack (VIOLATED), or a part of them; "worst slack (max)" is not a path's.
    private static bool HasSlack(ReadOnlySpan<byte> line)
    {
        int slack = line.IndexOf("slack ("u8);
        ReadOnlySpan<byte> word = slack < 0 ? default : line[(slack + "slack ("u8.Length)..];
        return slack >= 0 && (word.IsEmpty || word[0] is (byte)'M' or (byte)'V');
    }
}
