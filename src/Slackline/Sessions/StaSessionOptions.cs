namespace Slackline.Sessions;

/// <summary>How a session is started.</summary>
public sealed record StaSessionOptions
{
    /// <summary>The environment variable that says what may fork the tool's process: tclx, expect or none.</summary>
    public const string ForkerVariable = "SLACKLINE_FORKER";

    /// <summary>The program.</summary>
    public required StaTool Tool { get; init; }

    /// <summary>The tool's working directory, which relative file names in scripts refer to; the current directory by default.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>How long the program may take to answer its first request. 30 s by default.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The mechanism that forks the tool's process; by default the value of <see cref="ForkerVariable"/>, else the best one available.
    /// </summary>
    public Forker? Forker { get; init; }

    /// <summary>
    /// Whether a setup script continues after an error in every case. By default the tool decides: OpenSTA 2.0.17 continues, newer
    /// versions stop unless the script sets <c>sta_continue_on_error</c>.
    /// </summary>
    public bool ContinueOnError { get; init; }

    /// <summary>How many commands run at once in the session, each in a forked process; further ones wait. 64 by default.</summary>
    public int MaxCommands { get; init; } = 64;

    /// <summary>The forkers to try, by their names in forking.tcl.</summary>
    /// <exception cref="StaException">The environment variable says something else.</exception>
    internal string ForkersInTcl()
    {
        string? asked = Forker?.ToString() ?? Environment.GetEnvironmentVariable(ForkerVariable);
        return asked?.ToLowerInvariant() switch
        {
            null or "" => "tclx expect",
            "tclx" => "tclx",
            "expect" => "expect",
            "none" => "",
            _ =>
                throw new StaException(
                    $"${ForkerVariable} is '{asked}'. It may be tclx, expect or none; without it the best that there is forks."),
        };
    }
}
