using Slackline.Streams;

namespace Slackline.Mcp.Sessions;

/// <summary>A command that runs.</summary>
/// <param name="Paths">Its paths; those that the filter drops may be missing already.</param>
/// <param name="Plan">How it is executed, in a line; it may become known later.</param>
internal sealed record RunningQuery(TimingPathStream Paths, Func<string> Plan);
