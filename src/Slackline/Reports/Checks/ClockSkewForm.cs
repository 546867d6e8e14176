namespace Slackline.Reports.Checks;

/// <summary>How <c>report_clock_skew</c> prints a clock.</summary>
public enum ClockSkewForm
{
    /// <summary>The sentence that there are no launch or capture paths.</summary>
    NoPaths,

    /// <summary>A sum, one term on each line (OpenSTA from 2.4).</summary>
    Sum,

    /// <summary>Three columns: latency, CRPR and skew (OpenSTA 2.0).</summary>
    Columns,
}
