using System.CommandLine;
using Slackline.Sessions;

namespace Slackline.Cli.Commands;

/// <summary>The options of every command that runs OpenSTA: which tool, and the script that loads the design.</summary>
/// <param name="isRequired">Whether the script must be given.</param>
internal sealed class ToolOptions(bool isRequired)
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
        Description = "Go on with the setup script after an error, and show all of them. Unless given, as the tool does: OpenSTA 2.0.17 goes on, newer ones stop at the first unless the script sets sta_continue_on_error.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_setup);
        command.Add(_sta);
        command.Add(_continueOnError);
    }

    /// <summary>The script that loads the design; null when none is given.</summary>
    public string? Setup(ParseResult arguments) => arguments.GetValue(_setup);

    /// <summary>What is wrong with the script, in words for the user; null when nothing is.</summary>
    public string? WrongSetup(ParseResult arguments)
    {
        string? setup = Setup(arguments);
        return setup is null || File.Exists(setup) ? null
            : Directory.Exists(setup) ? $"--setup takes a Tcl script that loads the design; '{setup}' is a folder."
            : $"--setup takes a Tcl script that loads the design; there is no such file: '{setup}'.";
    }

    /// <summary>How a session is to be started.</summary>
    /// <exception cref="StaException">There is no such tool.</exception>
    public StaSessionOptions Session(ParseResult arguments) => new() { Tool = StaTool.Find(arguments.GetValue(_sta)), ContinueOnError = arguments.GetValue(_continueOnError) };
}
