namespace Slackline.Reports.Design;

/// <summary>Which drivers have no parasitics, or none for some of their loads, by <c>report_parasitic_annotation</c>.</summary>
public sealed record ParasiticAnnotationReport : Report
{
    /// <summary>How many drivers have no parasitics.</summary>
    public required int UnannotatedCount { get; init; }

    /// <summary>How many drivers have parasitics that miss some of their loads.</summary>
    public required int PartiallyAnnotatedCount { get; init; }

    /// <summary>The driver pins without parasitics (<c>-report_unannotated</c>); empty if they were not asked for.</summary>
    public IReadOnlyList<string> Unannotated { get; init; } = [];

    /// <summary>The driver pins whose parasitics miss loads (<c>-report_unannotated</c>); empty if they were not asked for.</summary>
    public IReadOnlyList<PartiallyAnnotatedDriver> PartiallyAnnotated { get; init; } = [];

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line($"Found {UnannotatedCount} unannotated drivers.");
        foreach (string driver in Unannotated)
        {
            lines.Text.Write(" "u8);
            lines.Line(driver);
        }

        lines.Line($"Found {PartiallyAnnotatedCount} partially unannotated drivers.");
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
