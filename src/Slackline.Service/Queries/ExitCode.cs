using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;
using Slackline.Reports.Files;
using Slackline.Sessions;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;

namespace Slackline.Service.Queries;

/// <summary>
/// How a query ended, as a number: the exit codes of the command, which <c>slackline --help</c> lists, and of a result's last frame.
/// </summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary><c>verify</c> found a difference.</summary>
    public const int Different = 1;

    /// <summary>There is what <c>--fail-on</c> looks for.</summary>
    public const int Violating = 1;

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

    /// <summary>The output, or a file, could not be written or read.</summary>
    public const int NotWritten = 7;

    /// <summary>A fault in slackline itself: <c>EX_SOFTWARE</c> of sysexits.h.</summary>
    public const int Fault = 70;

    /// <summary>Ctrl-C; what had come was given.</summary>
    public const int Interrupted = 130;

    /// <summary>The exit code for a fault.</summary>
    public static int Of(Exception fault) => fault switch
    {
        OperationCanceledException => Interrupted,
        SetupPathException or CursorException or FilterException => Usage,
        SavedReportException => BadInput,
        StaException => ToolFailed,
        QueryLimitException => LimitReached,
        SpoolException => NotKept,
        IOException or UnauthorizedAccessException => NotWritten,
        _ => Fault,
    };
}
