namespace Slackline.Reports.Checks;

/// <summary>How slacks of a whole design are summed up in one number.</summary>
public enum SlackMeasure
{
    /// <summary>The sum of every endpoint's negative slack: <c>report_tns</c>.</summary>
    TotalNegativeSlack,

    /// <summary>The worst slack, or 0 when that is positive: <c>report_wns</c>.</summary>
    WorstNegativeSlack,

    /// <summary>The worst slack: <c>report_worst_slack</c>.</summary>
    WorstSlack,
}
