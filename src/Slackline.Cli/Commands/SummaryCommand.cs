using System.CommandLine;
using Slackline.Cli.Output;
using Spectre.Console;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline summary</c>: counts, WNS and TNS per path group and clock pair.</summary>
internal static class SummaryCommand
{
    public static Command Make()
    {
        SourceOptions source = SourceOptions.Either();
        var command = new Command("summary", "Count paths, WNS and TNS per path group and clock pair.");
        source.AddTo(command);
        command.SetAction((arguments, cancellation) =>
        {
            IAnsiConsole console = AnsiConsole.Console;
            if (Console.IsOutputRedirected)
            {
                // Without a terminal there is no width to keep to.
                console.Profile.Width = 1000;
            }

            return source.RunAsync(arguments, new SummaryOutput(console), cancellation);
        });
        return command;
    }
}
