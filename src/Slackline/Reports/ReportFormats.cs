namespace Slackline.Reports;

/// <summary>The kinds of reports that are known besides paths, in the order in which they are tried.</summary>
internal static class ReportFormats
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IReportFormat> All { get; } =
    [
    ];
}
