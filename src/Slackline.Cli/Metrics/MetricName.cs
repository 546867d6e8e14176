namespace Slackline.Cli.Metrics;

/// <summary>The numbers of the table of <c>slackline metrics</c>, in the order of its columns.</summary>
internal enum MetricName
{
    SetupWns,
    SetupTns,
    SetupWorstSlack,
    SetupViolations,
    HoldWns,
    HoldTns,
    HoldWorstSlack,
    HoldViolations,
    SlewViolations,
    CapacitanceViolations,
    FanoutViolations,
    SetupSkew,
    HoldSkew,
    Power,
}
