using System.CommandLine;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline help COMMAND</c>: the same as <c>slackline COMMAND --help</c>.</summary>
internal static class HelpCommand
{
    public static Command Make(RootCommand root)
    {
        var name = new Argument<string?>("COMMAND") { Description = "The command to explain.", Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add(
            _ => root.Subcommands.Select(static command => new System.CommandLine.Completions.CompletionItem(command.Name)));
        name.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && root.Subcommands.All(command => command.Name != result.Tokens[0].Value))
            {
                result.AddError($"COMMAND takes {string.Join(", ", root.Subcommands.Select(static command => command.Name))}, not '{result.Tokens[0].Value}'.");
            }
        });
        var help = new Command("help", "Explain slackline, or one of its commands.") { name };
        help.SetAction((arguments, cancellation) =>
            CommandLine.Parse(
                root,
                arguments.GetValue(name) is { } command ? [command, "--help"] : ["--help"]).InvokeAsync(cancellationToken: cancellation));
        return help;
    }
}
