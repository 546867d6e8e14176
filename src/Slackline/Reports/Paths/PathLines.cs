namespace Slackline.Reports.Paths;

/// <summary>Tells lines that only a path report has, to find what a reader left behind.</summary>
public static class PathLines
{
    /// <summary>Whether a line (without its line end) is the heading, the title line, a summing-up row or the slack of a path report.</summary>
    public static bool IsPathLine(ReadOnlySpan<byte> line) =>
        line.StartsWith("Startpoint: "u8) || line.StartsWith("Endpoint: "u8) || line.StartsWith("Path Group: "u8) || line.StartsWith("Path Type: "u8)
        || TableHeaderReader.IsTitleLine(line) || SummaryListFormat.IsTitleLine(line) || SlackListFormat.IsTitleLine(line)
        || line.StartsWith(EndListHeading.SetupGroup) || line.StartsWith(EndListHeading.HoldGroup)
        || line.StartsWith("  \"source_path\": ["u8) || line.StartsWith("  \"data_arrival_time\": "u8) || line.SequenceEqual(JsonListHeading.Text)
        || line.EndsWith("   data arrival time"u8) || line.EndsWith("   data required time"u8)
        || line.EndsWith("   slack (MET)"u8) || line.EndsWith("   slack (VIOLATED)"u8)
        || line.SequenceEqual("(Path is unconstrained)"u8);
}
