using System.Globalization;

namespace Slackline.Reports.Design;

/// <summary>
/// How much of the design's timing is annotated from SDF, by <c>report_annotated_delay</c> or <c>report_annotated_check</c>. The later
/// parts of a long report repeat its counts.
/// </summary>
public sealed record AnnotationReport : Report
{
    internal const int DashCount = 64;
    internal const string ConstantArcs = "constant arcs";

    /// <summary>Whether delays or checks are counted.</summary>
    public required AnnotatedTiming Timing { get; init; }

    /// <summary>The kinds of arcs.</summary>
    public required IReadOnlyList<AnnotationCount> Counts { get; init; }

    /// <summary>All arcs of those kinds.</summary>
    public required int Total { get; init; }

    /// <summary>Arcs with annotation.</summary>
    public required int Annotated { get; init; }

    /// <summary>Arcs without annotation.</summary>
    public required int NotAnnotated { get; init; }

    /// <summary>The annotated arcs (<c>-report_annotated</c>); null if they were not requested.</summary>
    public IReadOnlyList<AnnotatedArc>? AnnotatedArcs { get; init; }

    /// <summary>The arcs without annotation (<c>-report_unannotated</c>); null if they were not requested.</summary>
    public IReadOnlyList<AnnotatedArc>? UnannotatedArcs { get; init; }

    internal override RoundTripReader? MoreRows => (AnnotatedArcs?.Count ?? 0) + (UnannotatedArcs?.Count ?? 0) < MaxRows ? null
        : new AnnotationRowsReader(this, UnannotatedArcs is null ? AnnotationList.Annotated : AnnotationList.Unannotated);

    internal override void WriteLines(LineWriter lines)
    {
        if (IsContinued)
        {
            // The first list began in an earlier part.
            WriteArcs(lines, AnnotatedArcs ?? UnannotatedArcs ?? []);
            WriteArcs(lines, "Unannotated Arcs"u8, AnnotatedArcs is null ? null : UnannotatedArcs);
            return;
        }

        lines.Line("                                                          Not   "u8);
        lines.Line($"{Timing} type                        Total    Annotated   Annotated");
        lines.Dashes(DashCount);
        foreach (AnnotationCount count in Counts)
        {
            WriteRow(lines, count.Kind, Text(count.Total), count.Annotated, count.NotAnnotated);
            if (count.Constants is { } constants)
            {
                WriteRow(lines, ConstantArcs, "", constants.Annotated, constants.NotAnnotated);
            }
        }

        lines.Dashes(DashCount);
        WriteRow(lines, "", Text(Total), Annotated, NotAnnotated);
        WriteArcs(lines, "Annotated Arcs"u8, AnnotatedArcs);
        WriteArcs(lines, "Unannotated Arcs"u8, UnannotatedArcs);
    }

    private static void WriteRow(LineWriter lines, string kind, string total, int annotated, int notAnnotated) =>
        lines.Line($"{kind,-28} {total,10}  {Text(annotated),10}  {Text(notAnnotated),10}");

    private static void WriteArcs(LineWriter lines, ReadOnlySpan<byte> title, IReadOnlyList<AnnotatedArc>? arcs)
    {
        if (arcs is null)
        {
            return;
        }

        lines.End();
        lines.Line(title);
        WriteArcs(lines, arcs);
    }

    private static void WriteArcs(LineWriter lines, IReadOnlyList<AnnotatedArc> arcs)
    {
        foreach (AnnotatedArc arc in arcs)
        {
            string to = arc.To is null ? "" : " -> " + arc.To;
            string condition = arc.Condition is null ? "" : " " + arc.Condition;
            lines.Line($" {arc.Role,-18} {arc.From}{to}{condition}");
        }
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
