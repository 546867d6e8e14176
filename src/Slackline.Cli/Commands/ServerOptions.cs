using System.CommandLine;
using Slackline.Mcp;
using Slackline.Sessions;

namespace Slackline.Cli.Commands;

/// <summary>The options that both ways to serve agents have.</summary>
internal sealed class ServerOptions
{
    private readonly Option<string?> _sta = new("--sta")
    {
        Description = "The OpenSTA or OpenROAD program. Default: $SLACKLINE_STA, then sta, then openroad on the PATH.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _folders = new("--setup-dir")
    {
        Description = "A folder from which clients may load setup scripts and design files; may be given again. Default: the current folder.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _state = new("--state-dir")
    {
        Description = "Where streams are kept. Default: $SLACKLINE_STATE, or slackline in $XDG_STATE_HOME or ~/.local/state.",
        HelpName = "DIR",
    };

    public void AddTo(Command command)
    {
        command.Add(_folders);
        command.Add(_sta);
        command.Add(_state);
    }

    /// <summary>The options that the command line gives.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="isOperator">Whether only the operator can reach the server.</param>
    /// <exception cref="SetupPathException">A folder is not there, or everybody may write to it.</exception>
    public SlacklineMcpOptions Read(ParseResult arguments, bool isOperator = false)
    {
        var served = new SlacklineMcpOptions
        {
            Tool = arguments.GetValue(_sta),
            Directories = new SetupDirectories(
            arguments.GetValue(_folders) is { Length: > 0 } folders ? folders : [Environment.CurrentDirectory]),
            StateDirectory = arguments.GetValue(_state),
        };
        return isOperator ? served with { Bounds = null } : served;
    }
}
