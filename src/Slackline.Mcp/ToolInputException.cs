namespace Slackline.Mcp;

/// <summary>
/// A tool was called with something that cannot be. The message is meant for the agent: what is wrong, and what to do next.
/// </summary>
public sealed class ToolInputException(string message) : Exception(message);
