using System.Diagnostics;
using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;
using Slackline.Service.Queries;
using Slackline.Sessions;

namespace Slackline.Cli.Output;

/// <summary>Reports to the user what stopped a command: one line, and an exit code. Users see no stack trace.</summary>
internal static class Failure
{
    /// <summary>Also reports faults on threads that no caller waits for.</summary>
    public static void Watch() => AppDomain.CurrentDomain.UnhandledException += static (_, e) =>
        Environment.Exit(Report((Exception)e.ExceptionObject));

    /// <summary>Prints a fault on standard error. Returns the exit code.</summary>
    public static int Report(Exception fault)
    {
        int exitCode = CodeOf(fault);
        if (exitCode is not (ExitCode.Success or ExitCode.Interrupted))
        {
            Console.Error.WriteLine($"slackline: {Describe(fault)}");
        }

        return exitCode;
    }

    /// <summary>The exit code for a fault.</summary>
    public static int CodeOf(Exception fault) => fault switch
    {
        // `slackline ... | head` has seen enough.
        OutputException { IsReaderGone: true } => ExitCode.Success,
        UsageException or SlackRangeException => ExitCode.Usage,
        _ => ExitCode.Of(fault),
    };

    /// <summary>A fault in words, for the user.</summary>
    public static string Describe(Exception fault) => fault switch
    {
        QueryLimitException { IsInBytes: false } => $"{fault.Message} (--max-keys)",
        StaException tool => tool.Message + SetupMessages.AdviceFor(tool),
        FilterException filter => $"{filter.Message}\n{filter.Picture}",
        _ when CodeOf(fault) != ExitCode.Fault => fault.Message,
        _ => $"this is a fault in slackline itself, not in your input: {fault.GetType().Name} in {PlaceOf(fault)}: {fault.Message.ReplaceLineEndings(" ")} Please report this line and the command that you ran.",
    };

    private static string PlaceOf(Exception fault) =>
        new StackTrace(fault).GetFrame(0)?.GetMethod() is { } method
            ? $"{method.DeclaringType?.FullName}.{method.Name}"
            : "an unknown place";
}
