using System.CommandLine;
using System.Globalization;
using Slackline.Cli.Output;
using Slackline.Service.Queries;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline show</c>: whole paths, as the tool prints them.</summary>
internal static class ShowCommand
{
    public static Command Make()
    {
        SourceOptions source = SourceOptions.Either();
        var number = OperatorOptions.Number<long>(
            "--path", "The number of the first path to show, as 'run' and 'read' count them: from 1.", 1, "-p");
        var count = OperatorOptions.Number<long>("--count", "How many paths to show.", 1, "-n");
        var command = new Command("show", "Print whole paths, as OpenSTA prints them.") { number, count };
        source.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var output = new FullPathOutput(StandardOutput.Stream, arguments.GetValue(number)!.Value, arguments.GetValue(count)!.Value);
            int exitCode = await source.RunAsync(arguments, output, cancellation).ConfigureAwait(false);
            if (exitCode == ExitCode.Success && output.Printed == 0)
            {
                await Console.Error.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"slackline: there is no path number {arguments.GetValue(number)}.")).ConfigureAwait(false);
                return ExitCode.BadInput;
            }

            return exitCode;
        });
        return command;
    }
}
