namespace Slackline.Cli.Commands;

/// <summary>What makes a query fail that could be answered.</summary>
internal enum FailOn
{
    /// <summary>A path that violates.</summary>
    Violations,
}
