namespace Slackline.Reports.Paths;

/// <summary>What tells that text is a path's, in the order in which a path has them.</summary>
internal enum PathMark
{
    /// <summary>Nothing does.</summary>
    None,

    /// <summary><c>Startpoint:</c>, or <c>Endpoint:</c> where the startpoint is lost.</summary>
    Startpoint,

    /// <summary><c>Path Group:</c>.</summary>
    Group,

    /// <summary><c>slack (</c>, the last.</summary>
    Slack,
}

/// <summary>Tells lines that only a path report has, to find what a reader left behind.</summary>
internal static class PathLines
{
    /// <summary>Whether a line (without its line end) is the heading, the title line, a summing-up row or the slack of a path report.</summary>
    public static bool IsPathLine(ReadOnlySpan<byte> line) =>
        MarkIn(line) != PathMark.None || line.StartsWith("Endpoint: "u8) || line.StartsWith("Path Type: "u8)
        || TableHeaderReader.IsTitleLine(line) || SummaryListHeadingReader.IsTitleLine(line) || SlackListHeadingReader.IsTitleLine(line)
        || line.StartsWith(EndListHeading.SetupGroup) || line.StartsWith(EndListHeading.HoldGroup)
        || line.StartsWith("  \"source_path\": ["u8) || line.StartsWith("  \"data_arrival_time\": "u8) || line.SequenceEqual(JsonListHeading.Text)
        || line.EndsWith("   data arrival time"u8) || line.EndsWith("   data required time"u8)
        || line.SequenceEqual("(Path is unconstrained)"u8);

    /// <summary>The first mark of a path in a line, wherever it stands there.</summary>
    internal static PathMark MarkIn(ReadOnlySpan<byte> line) =>
        line.IndexOfAny((byte)':', (byte)'(') < 0 ? PathMark.None
        : line.IndexOf("Startpoint:"u8) >= 0 ? PathMark.Startpoint
        : line.IndexOf("Path Group:"u8) >= 0 ? PathMark.Group
        : HasSlack(line) ? PathMark.Slack
        : PathMark.None;

    // slack (MET), slack (VIOLATED), or what is left of them; "worst slack (max)" speaks of no path.
    private static bool HasSlack(ReadOnlySpan<byte> line)
    {
        int slack = line.IndexOf("slack ("u8);
        ReadOnlySpan<byte> word = slack < 0 ? default : line[(slack + "slack ("u8.Length)..];
        return slack >= 0 && (word.IsEmpty || word[0] is (byte)'M' or (byte)'V');
    }
}
