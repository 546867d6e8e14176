using System.Text;
using Slackline.Reports;
using Slackline.Tcl;

namespace Slackline.Sessions;

/// <summary>
/// Why a setup script did not load a design, in words for the user: which script, which line, and what the tool said about it.
/// </summary>
/// <param name="setupFile">The script, as the user calls it.</param>
/// <param name="log">What the tool said.</param>
/// <param name="tail">What it printed last.</param>
internal sealed class SetupFailure(string setupFile, DiagnosticLog log, OutputTail tail)
{
    private const int QuotedLines = 5;

    /// <summary>The script stopped at an error, or ended the tool.</summary>
    public StaSetupException Of(ControlReply reply)
    {
        if (reply.IsExit)
        {
            return Make(reply.File, reply.Line, $"""
                '{reply.Text}' ends the tool here, and the design with it. Remove this line: Slackline ends the tool itself when it is done.{ToolErrorText.Quote(tail.Lines(QuotedLines))}
                """);
        }

        Diagnostic error = ToolErrorText.Read(reply.Text, log.Diagnostics);
        if (error.File.Length == 0)
        {
            error = error with { File = reply.File, Line = reply.Line };
        }

        return Of(error, stopped: true);
    }

    /// <summary>The script went on after an error, and at its end there was no design.</summary>
    public StaSetupException Of(Diagnostic error) => Of(error, stopped: false);

    /// <summary>The tool's process ended.</summary>
    /// <param name="death">How.</param>
    /// <param name="track">The file that records what was being evaluated.</param>
    public StaSetupException Of(StaDiedException death, string track)
    {
        IReadOnlyList<string> place = File.Exists(track)
            ? TclList.Parse(Encoding.UTF8.GetBytes(File.ReadLines(track).FirstOrDefault() ?? ""))
            : [];
        string quote = ToolErrorText.Quote(tail.Lines(QuotedLines));
        return place.Count == 2 && int.TryParse(place[1], out int line)
            ? Make(place[0], line, $"the tool ended in this command. {death.Message}{quote}")
            : Make("", 0, $"the tool ended. {death.Message}{quote}");
    }

    private StaSetupException Of(Diagnostic error, bool stopped)
    {
        // Those before it: of the same command, and not of one further on.
        IReadOnlyList<Diagnostic> before = [.. log.Diagnostics.TakeWhile(diagnostic => !ReferenceEquals(diagnostic, error))];
        return Make(error.File, error.Line, ToolErrorText.Describe(error, ToolErrorText.CausesOf(error, before)), stopped);
    }

    private StaSetupException Make(string file, int line, string reason, bool couldGoOn = false)
    {
        // The tool says only the file's name; the setup script is called as the user calls it.
        bool isSetup = file.Length == 0 || file == Path.GetFileName(setupFile) || file == Path.GetFullPath(setupFile);
        return new StaSetupException(isSetup ? setupFile : file, line, reason) { Diagnostics = log.Diagnostics, CouldGoOn = couldGoOn };
    }
}
