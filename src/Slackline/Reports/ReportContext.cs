namespace Slackline.Reports;

/// <summary>What a report is about, where the report itself does not say so.</summary>
/// <param name="File">The file that it is in, as the user calls it; empty for a running tool.</param>
/// <param name="Section">The title of the heading above it: <c>report_checks -path_delay max (Setup)</c>; empty where there is
/// none.</param>
/// <param name="Corner">The corner that a heading above it names, or else its file's directory; empty where none does.</param>
public sealed record ReportContext(string File, string Section, string Corner)
{
    /// <summary>The context of an output about which nothing is known.</summary>
    public static ReportContext None { get; } = new("", "", "");
}
