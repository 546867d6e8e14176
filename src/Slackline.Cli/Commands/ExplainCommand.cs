using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Planning.Plans;
using Slackline.Service.Designs;
using Slackline.Service.Queries;

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
            Design design = source.Design(arguments, needsOrder: true);
            await using (design.ConfigureAwait(false))
            {
                QueryPlan plan;
                try
                {
                    await design.LoadAsync(cancellation).ConfigureAwait(false);
                    plan = await design.ExplainAsync(
                        source.Names(arguments)[0], source.Filter(arguments), cancellation).ConfigureAwait(false);
                }
                finally
                {
                    SetupMessages.Print(design, source.IsVerbose(arguments));
                }

                Console.Write($"tool        {design.Session.Features.Name}{Environment.NewLine}{plan.Describe()}");
                return ExitCode.Success;
            }
        });
        return command;
    }
}
