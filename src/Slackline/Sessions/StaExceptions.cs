using Slackline.Reports;

namespace Slackline.Sessions;

/// <summary>A failure between Slackline and the timing tool. The message is meant for the user.</summary>
public class StaException : Exception
{
    /// <summary>An error with its message.</summary>
    public StaException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>There is no such program.</summary>
public sealed class StaNotFoundException(string message) : StaException(message);

/// <summary>The setup script failed, and with it the session.</summary>
/// <param name="file">The script.</param>
/// <param name="line">
/// The line of the failing command, as the tool counts: the one with which it ends, from 1; 0 when it is not known.
/// </param>
/// <param name="reason">What the tool said.</param>
public sealed class StaSetupException(string file, int line, string reason)
    : StaException(line > 0 ? $"{file}:{line}: {reason}" : $"{file}: {reason}")
{
    /// <summary>The script.</summary>
    public string File => file;

    /// <summary>The line of the failing command, as the tool counts: the one with which it ends, from 1; 0 when it is not known.</summary>
    public int Line => line;

    /// <summary>The tool's messages before the failure.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>
    /// Whether the script stopped at an error after which it could have gone on; see <see cref="StaSessionOptions.ContinueOnError"/>.
    /// </summary>
    public bool CouldGoOn { get; init; }
}

/// <summary>The tool refused a command; the session goes on.</summary>
/// <param name="command">The command.</param>
/// <param name="reason">What the tool said, in words for the user.</param>
public sealed class StaCommandException(string command, string reason)
    : StaException($"{reason}{Environment.NewLine}  in the command: {command}")
{
    /// <summary>The command.</summary>
    public string Command => command;

    /// <summary>The diagnostics that the message repeats.</summary>
    public IReadOnlyList<Diagnostic> Causes { get; init; } = [];
}

/// <summary>The tool has been started again, and what the script was made for is gone.</summary>
internal sealed class StaRestartedException() : StaException("The tool was started again meanwhile.");

/// <summary>The tool's process ended while it was needed.</summary>
public sealed class StaDiedException(string message) : StaException(message);
