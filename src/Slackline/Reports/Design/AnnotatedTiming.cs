namespace Slackline.Reports.Design;

/// <summary>What <see cref="AnnotationReport"/> counts.</summary>
public enum AnnotatedTiming
{
    /// <summary>Delays of cells and nets (<c>report_annotated_delay</c>).</summary>
    Delay,

    /// <summary>Timing checks (<c>report_annotated_check</c>).</summary>
    Check,
}
