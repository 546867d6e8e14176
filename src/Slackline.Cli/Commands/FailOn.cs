namespace Slackline.Cli.Commands;

/// <summary>The reasons for which a query that succeeded still returns a failing exit code.</summary>
internal enum FailOn
{
    /// <summary>A path that violates.</summary>
    Violations,
}
