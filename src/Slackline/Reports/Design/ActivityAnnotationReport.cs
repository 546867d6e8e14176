namespace Slackline.Reports.Design;

/// <summary>The origins of the activities of the design's pins, by <c>report_activity_annotation</c>.</summary>
public sealed record ActivityAnnotationReport : Report
{
    internal const int OriginWidth = 12;

    /// <summary>How many pins have an activity from each origin; origins without pins are left out.</summary>
    public required IReadOnlyList<ActivityCount> Annotated { get; init; }

    /// <summary>How many pins have no annotated activity.</summary>
    public required int Unannotated { get; init; }

    /// <summary>The annotated pins (<c>-report_annotated</c>); null if they were not requested.</summary>
    public IReadOnlyList<AnnotatedActivity>? AnnotatedPins { get; init; }

    /// <summary>The pins without annotation (<c>-report_unannotated</c>); null if they were not requested.</summary>
    public IReadOnlyList<string>? UnannotatedPins { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        foreach (ActivityCount count in Annotated)
        {
            lines.Line($"{count.Origin,-OriginWidth}{count.Count,5}");
        }

        lines.Line($"{"unannotated",-OriginWidth}{Unannotated,5}");
        if (AnnotatedPins is not null)
        {
            lines.Line("Annotated pins:"u8);
            foreach (AnnotatedActivity pin in AnnotatedPins)
            {
                lines.Line($"{pin.Origin,5} {pin.Pin}");
            }
        }

        if (UnannotatedPins is not null)
        {
            lines.Line("Unannotated pins:"u8);
            foreach (string pin in UnannotatedPins)
            {
                lines.Line($" {pin}");
            }
        }
    }
}
