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

    /// <summary>How many commands run at once in the session, each in a forked process; further ones wait. 64 unless set.</summary>
    public int MaxCommands { get; init; } = 64;
}
