namespace Slackline.Transport;

/// <summary>How a query ended.</summary>
/// <param name="ExitCode">The exit code of the command line for it; 0 when it succeeded.</param>
/// <param name="Error">The error that ended it; null without one.</param>
/// <param name="Notes">Warnings of the tool, damage in a report, and other remarks for the user.</param>
internal sealed record QueryEnd(int ExitCode, string? Error, IReadOnlyList<string> Notes);
