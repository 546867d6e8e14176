using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Planning.Plans;
using Slackline.Service.Sources;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline explain</c>: how a command would be run, and why.</summary>
internal static class ExplainCommand
{
    public static Command Make()
    {
        var source = SourceOptions.Live(findsPaths: false);
        var command = new Command(
            "explain",
            """
            Show how 'slackline run' would run a command in OpenSTA: whole or in slices of endpoints, over how many processes, which
            part of the filter OpenSTA applies itself, and why. Loads the design and surveys the endpoints, but does not find the paths.

              slackline explain -s design.tcl 'report_checks -endpoint_path_count 10 -group_path_count 100000' --where 'slack < 0 and group = "clk"'
            """);
        source.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            if (source.Open(arguments, keeps: false, needsOrder: true, out PathSource? opened) is { } wrong)
            {
                await Console.Error.WriteLineAsync($"slackline: {wrong}").ConfigureAwait(false);
                return ExitCode.Usage;
            }

            var live = (LiveSource)opened!;
            await using (live.ConfigureAwait(false))
            {
                QueryPlan plan;
                try
                {
                    plan = await live.ExplainAsync(cancellation).ConfigureAwait(false);
                }
                finally
                {
                    SetupMessages.Print(live.SetupDiagnostics, source.IsVerbose(arguments));
                }

                Console.Write($"tool        {live.ToolName}{Environment.NewLine}{plan.Describe()}");
                return ExitCode.Success;
            }
        });
        return command;
    }
}
