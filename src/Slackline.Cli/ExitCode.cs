namespace Slackline.Cli;

/// <summary>The exit codes of the command; <c>slackline --help</c> lists them.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary><c>verify</c> found a difference.</summary>
    public const int Different = 1;

    /// <summary>The command line or the filter is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The report is damaged, empty, or no report; what could be read was given.</summary>
    public const int BadInput = 3;

    /// <summary>The timing tool is missing, failed, or refused the command.</summary>
    public const int ToolFailed = 4;

    /// <summary>The query needs to remember more than it may; what came before was given.</summary>
    public const int LimitReached = 5;

    /// <summary>The paths could not be kept, or a kept stream is not there or cannot be read.</summary>
    public const int NotKept = 6;

    /// <summary>Ctrl-C; what had come was given.</summary>
    public const int Interrupted = 130;
}
