namespace Slackline.Cli.Output;

/// <summary>The bins that were asked for cannot be drawn for these slacks.</summary>
internal sealed class SlackRangeException(string message) : Exception(message);
