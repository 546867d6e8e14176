namespace Slackline.Mcp;

/// <summary>Bounds on what a client's query may compute.</summary>
/// <param name="Script">Time for its own script, its longest report not counted.</param>
/// <param name="Process">Time of each process that works on it, in whole seconds.</param>
public sealed record QueryBounds(TimeSpan Script, TimeSpan Process);
