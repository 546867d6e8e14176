using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Sessions;

namespace Slackline.Cli.Commands;

/// <summary>The options of every command that runs OpenSTA: which tool, and the script that loads the design.</summary>
/// <param name="isRequired">Whether the script must be given by --setup.</param>
/// <param name="hasSetup">Whether it is given so at all.</param>
internal sealed class ToolOptions(bool isRequired, bool hasSetup = true)
{
    private readonly Option<string?> _setup = new("--setup", "-s")
    {
        Description = "Run COMMAND in OpenSTA after this Tcl script has loaded the design.",
        HelpName = "FILE",
        Required = isRequired,
    };

    private readonly Option<string?> _sta = new("--sta")
    {
        Description = "The OpenSTA or OpenROAD program. Default: $SLACKLINE_STA, then sta, then openroad on the PATH.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _continueOnError = new("--continue-on-error")
    {
        Description = "Continue the setup script after an error, and show all errors. Default: as the tool does. "
            + "OpenSTA 2.0.17 continues, newer ones stop at the first error unless the script sets sta_continue_on_error.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        if (hasSetup)
        {
            command.Add(_setup);
        }

        command.Add(_sta);
        command.Add(_continueOnError);
    }

    /// <summary>The script that loads the design; null when none is given.</summary>
    /// <exception cref="UsageException">There is no such script.</exception>
    public string? Setup(ParseResult arguments) => arguments.GetValue(_setup) is { } setup ? Check("--setup", setup) : null;

    /// <summary>A script that loads a design.</summary>
    /// <param name="option">The option or argument that gives it.</param>
    /// <param name="script">Its file.</param>
    /// <exception cref="UsageException">There is no such script.</exception>
    public static string Check(string option, string script) =>
        File.Exists(script) ? script
        : throw new UsageException(
            $"{option} takes a Tcl script that loads the design; {(Directory.Exists(script) ? $"'{script}' is a folder" : $"there is no such file: '{script}'")}.");

    /// <summary>How a session is to be started.</summary>
    /// <exception cref="StaException">There is no such tool.</exception>
    public StaSessionOptions Session(ParseResult arguments) =>
        new() { Tool = StaTool.Find(arguments.GetValue(_sta)), ContinueOnError = arguments.GetValue(_continueOnError) };
}
