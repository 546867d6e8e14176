namespace Slackline.Cli.Output;

/// <summary>The command line cannot be carried out as it is. The message says why, in words for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
