using System.Globalization;
using Slackline.Reports;
using Slackline.Service.Designs;
using Slackline.Sessions;

namespace Slackline.Cli.Output;

/// <summary>Shows on standard error what a tool printed while it loaded a design.</summary>
internal static class SetupMessages
{
    private const int MostWarnings = 20;

    /// <summary>Advice for a script that has stopped, on a line of its own; otherwise empty.</summary>
    public static string AdviceFor(StaException fault) =>
        fault is StaSetupException { CouldGoOn: true }
            ? $"{Environment.NewLine}  (--continue-on-error continues the script after errors, and shows all of them.)"
            : "";

    /// <summary>Prints them on standard error.</summary>
    /// <inheritdoc cref="Of"/>
    public static void Print(Design design, bool isVerbose, bool isQuiet = false)
    {
        foreach (string line in Of(design, isVerbose, isQuiet))
        {
            Console.Error.WriteLine(line);
        }
    }

    /// <summary>
    /// All errors and some warnings, and then how many errors the script went on after: answers without what it should have set may be
    /// wrong.
    /// </summary>
    /// <param name="design">The design.</param>
    /// <param name="isVerbose">Whether to give all of it.</param>
    /// <param name="isQuiet">Whether to give errors alone, without the first warnings.</param>
    public static IEnumerable<string> Of(Design design, bool isVerbose, bool isQuiet)
    {
        var tally = new MessageTally(isVerbose ? int.MaxValue : MostWarnings, "warnings of the setup script (--verbose shows them)");
        foreach (Diagnostic diagnostic in design.Diagnostics)
        {
            if (diagnostic.Severity == Severity.Error)
            {
                yield return diagnostic.ToString();
            }
            else if (diagnostic.Severity == Severity.Warning || isVerbose)
            {
                tally.Add(diagnostic.ToString());
            }
        }

        foreach (string line in isQuiet ? [] : tally.Lines)
        {
            yield return line;
        }

        if (design.SetupErrors is > 0 and int errors)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"slackline: warning: {errors:N0} error{(errors == 1 ? "" : "s")} in the setup script: what it should have set is missing from the answers.");
        }
    }
}
