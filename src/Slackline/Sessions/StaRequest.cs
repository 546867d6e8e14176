namespace Slackline.Sessions;

/// <summary>A script that is evaluated in a session.</summary>
/// <param name="Script">A command, or several, in Tcl, without redirection.</param>
public sealed record StaRequest(string Script)
{
    /// <summary>
    /// The most memory that the script's process may take beyond what it shares with the session, in bytes; null for no bound. Holds only
    /// for forked processes.
    /// </summary>
    public long? MaxMemory { get; init; }

    /// <summary>
    /// If set, the script is untrusted: it runs in a sandbox that can report and query and reach nothing else (query.tcl), with this
    /// budget of CPU time, not counting its longest single report. Tcl cannot interrupt a single command: <see cref="MaxCpuTime"/> and
    /// <see cref="MaxMemory"/> bound those.
    /// </summary>
    public TimeSpan? SandboxLimit { get; init; }

    /// <summary>
    /// The most time that the script's process may compute, in whole seconds, before the system ends it; null for no bound. Holds only for
    /// forked processes.
    /// </summary>
    public TimeSpan? MaxCpuTime { get; init; }

    /// <summary>
    /// The number of the session restart that the script is valid for, since it names handles of that process; null for a script that is
    /// always valid.
    /// </summary>
    internal int? MustBeRestart { get; init; }

    /// <summary>How its timing paths are narrowed; null to leave it as it is.</summary>
    internal PathSteering? Steering { get; init; }
}
