namespace Slackline.Reports.Checks;

/// <summary>The ways to sum up the slacks of a whole design in one number.</summary>
public enum SlackMeasure
{
    /// <summary>The sum of the negative slacks of all endpoints: <c>report_tns</c>.</summary>
    TotalNegativeSlack,

    /// <summary>The worst slack, or 0 when that is positive: <c>report_wns</c>.</summary>
    WorstNegativeSlack,

    /// <summary>The worst slack: <c>report_worst_slack</c>.</summary>
    WorstSlack,
}
