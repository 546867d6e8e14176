using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Service.Queries;

namespace Slackline.Cli.Commands;

/// <summary>A shell for which a completion script can be written.</summary>
internal enum Shell
{
    Bash,
    Zsh,
    Fish,
}

/// <summary><c>slackline completion</c>: what a shell must read to complete our commands, options and their values.</summary>
internal static class CompletionCommand
{
    // Each asks the command itself, by the directive of System.CommandLine: "[suggest:POSITION]" and the line.
    private const string Bash =
        """
        _slackline() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -o default -W "$(slackline "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _slackline slackline
        """;

    private const string Zsh =
        """
        #compdef slackline
        _slackline() {
          local -a found
          found=("${(@f)$(slackline "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
          (( ${#found} )) && [[ -n ${found[1]} ]] && compadd -- "${found[@]}" || _files
        }
        compdef _slackline slackline
        """;

    private const string Fish =
        """
        complete -c slackline -a '(slackline "[suggest:"(commandline -C)"]" (commandline -b) 2>/dev/null)'
        """;

    public static Command Make()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        string[] names = [.. Enum.GetNames<Shell>().Select(static name => name.ToLowerInvariant())];
        shell.CompletionSources.Add(names);
        shell.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !names.Contains(result.Tokens[0].Value))
            {
                result.AddError(Mistakes.Takes(result, "bash, zsh or fish", result.Tokens[0].Value));
            }
        });
        var command = new Command(
            "completion",
            """
            Print the script with which a shell completes slackline's commands, options and their values.

              source <(slackline completion bash)                                  in ~/.bashrc
              source <(slackline completion zsh)                                   in ~/.zshrc, after compinit
              slackline completion fish > ~/.config/fish/completions/slackline.fish
            """)
        {
            shell,
        };
        command.SetAction(arguments =>
        {
            StandardOutput.Text.WriteLine(Enum.Parse<Shell>(arguments.GetRequiredValue(shell), ignoreCase: true) switch
            {
                Shell.Bash => Bash,
                Shell.Zsh => Zsh,
                _ => Fish,
            });
            return ExitCode.Success;
        });
        return command;
    }
}
