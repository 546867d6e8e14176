namespace Slackline.Reports.Design;

/// <summary>The drivers without parasitics, or without parasitics for some of their loads, by <c>report_parasitic_annotation</c>.</summary>
public sealed record ParasiticAnnotationReport : Report
{
    /// <summary>The number of drivers without parasitics; null in a later part of a long report, which does not print it again.</summary>
    public required int? UnannotatedCount { get; init; }

    /// <summary>
    /// The number of drivers whose parasitics miss some of their loads; null in a part of a long report that does not print it.
    /// </summary>
    public required int? PartiallyAnnotatedCount { get; init; }

    /// <summary>The driver pins without parasitics (<c>-report_unannotated</c>); empty if they were not requested.</summary>
    public IReadOnlyList<string> Unannotated { get; init; } = [];

    /// <summary>The driver pins whose parasitics miss loads (<c>-report_unannotated</c>); empty if they were not requested.</summary>
    public IReadOnlyList<PartiallyAnnotatedDriver> PartiallyAnnotated { get; init; } = [];

    /// <summary>What may follow in a long report; null when the report is complete.</summary>
    internal ParasiticAnnotationRest? Rest { get; init; }

    internal override RoundTripReader? MoreRows => Rest is null ? null : new ParasiticAnnotationReader(Rest);

    internal override void WriteLines(LineWriter lines)
    {
        if (UnannotatedCount is { } unannotated)
        {
            lines.Line($"Found {unannotated} unannotated drivers.");
        }

        foreach (string driver in Unannotated)
        {
            lines.Text.Write(" "u8);
            lines.Line(driver);
        }

        if (PartiallyAnnotatedCount is { } partial)
        {
            lines.Line($"Found {partial} partially unannotated drivers.");
        }

        foreach (PartiallyAnnotatedDriver driver in PartiallyAnnotated)
        {
            lines.Line($" {driver.Driver}");
            foreach (string load in driver.UnannotatedLoads)
            {
                lines.Text.Write("  "u8);
                lines.Line(load);
            }
        }
    }
}
