namespace Slackline.Sessions;

/// <summary>How a session is started.</summary>
public sealed record StaSessionOptions
{
    /// <summary>The program.</summary>
    public required StaTool Tool { get; init; }

    /// <summary>The directory in which it works, and from which relative file names in scripts count; the current one unless set.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>How long the program may take to answer its first request. 30 s unless set.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether a setup script goes on after an error in any case. Unless set, as the tool does it: OpenSTA 2.0.17 goes on, newer ones stop unless the script sets
    /// <c>sta_continue_on_error</c>.
    /// </summary>
    public bool ContinueOnError { get; init; }

    /// <summary>How many commands run at once in the session, each in a forked process; further ones wait. 64 unless set.</summary>
    public int MaxCommands { get; init; } = 64;
}
