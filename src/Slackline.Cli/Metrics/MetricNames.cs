namespace Slackline.Cli.Metrics;

/// <summary>Finds the number that a text names: the title of a heading, or the name of a flow's metric.</summary>
internal static class MetricNames
{
    /// <summary>
    /// The number that a heading such as <c>report_wns (Hold)</c> or <c>finish report_tns</c> names; null for other headings.
    /// </summary>
    public static MetricName? OfHeading(string title)
    {
        bool isHold = IsHold(title);
        return title switch
        {
            _ when title.Contains("tns", StringComparison.OrdinalIgnoreCase) => isHold ? MetricName.HoldTns : MetricName.SetupTns,
            _ when title.Contains("wns", StringComparison.OrdinalIgnoreCase) => isHold ? MetricName.HoldWns : MetricName.SetupWns,
            _ when title.Contains("worst_slack", StringComparison.OrdinalIgnoreCase)
                || title.Contains("worst slack", StringComparison.OrdinalIgnoreCase) => isHold
                ? MetricName.HoldWorstSlack
                : MetricName.SetupWorstSlack,
            _ when title.Contains("skew", StringComparison.OrdinalIgnoreCase) => isHold ? MetricName.HoldSkew : MetricName.SetupSkew,
            _ => null,
        };
    }

    /// <summary>Whether a heading says that the numbers below it are of the hold side.</summary>
    public static bool IsHold(string title) =>
        title.Contains("hold", StringComparison.OrdinalIgnoreCase) || title.Contains("-min", StringComparison.Ordinal)
            || title.Contains("_delay min", StringComparison.Ordinal)
        || title.StartsWith("min.", StringComparison.Ordinal) || title.Contains(".min.", StringComparison.Ordinal);

    /// <summary>The number for a flow's metric, by its name without the corner; null for other metrics.</summary>
    public static MetricName? OfMetric(string name) => name switch
    {
        "timing__setup__wns" or "timing__setup__wns__all" => MetricName.SetupWns,
        "timing__setup__tns" => MetricName.SetupTns,
        "timing__setup__ws" => MetricName.SetupWorstSlack,
        "timing__setup_vio__count" => MetricName.SetupViolations,
        "timing__hold__wns" => MetricName.HoldWns,
        "timing__hold__tns" => MetricName.HoldTns,
        "timing__hold__ws" => MetricName.HoldWorstSlack,
        "timing__hold_vio__count" => MetricName.HoldViolations,
        "design__max_slew_violation__count" => MetricName.SlewViolations,
        "design__max_cap_violation__count" => MetricName.CapacitanceViolations,
        "design__max_fanout_violation__count" => MetricName.FanoutViolations,
        "clock__skew__worst_setup" => MetricName.SetupSkew,
        "clock__skew__worst_hold" => MetricName.HoldSkew,
        "power__total" => MetricName.Power,
        _ => null,
    };

    /// <summary>
    /// The number that a line such as <c>max slew violation count 25</c> gives, by the words before its value; null for other lines.
    /// </summary>
    public static MetricName? OfCount(string words) => words switch
    {
        "setup violation count" => MetricName.SetupViolations,
        "hold violation count" => MetricName.HoldViolations,
        "max slew violation count" => MetricName.SlewViolations,
        "max cap violation count" or "max capacitance violation count" => MetricName.CapacitanceViolations,
        "max fanout violation count" => MetricName.FanoutViolations,
        _ => null,
    };
}
