namespace Slackline.Sessions;

/// <summary>What is evaluated in a session.</summary>
/// <param name="Script">A command, or several, in Tcl, without redirection.</param>
public sealed record StaRequest(string Script)
{
    /// <summary>The most memory that the script's process may take beyond what it shares with the session, in bytes; null for no bound. Holds only for forked processes.</summary>
    public long? MaxMemory { get; init; }

    /// <summary>How its timing paths are narrowed; null to leave it as it is.</summary>
    internal PathSteering? Steering { get; init; }
}
