using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Queries.Aggregates;
using Slackline.Service.Comparisons;
using Slackline.Service.Queries;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline diff</c>: what a change did, endpoint by endpoint.</summary>
internal static class DiffCommand
{
    // 1 GB of names would be a design of ten million endpoints.
    private const int MaxEndpoints = 10_000_000;
    private const int UsualLimit = 20;

    private enum FailOn
    {
        Worse,
    }

    public static Command Make()
    {
        SourceOptions sources = SourceOptions.Pair();
        var run = new Option<string?>("--run")
        {
            Description = "BEFORE and AFTER are Tcl scripts that each load a design: "
                + "run this command in OpenSTA in both, one after the other.",
            HelpName = "COMMAND",
        };
        var tolerance = new NumberOption<double>(
            "--tolerance", "Slacks that change by no more than this count as the same, in the reports' time unit.", 0, 1e12, 0);
        var limit = new NumberOption<int>(
            "--limit", "The most endpoints of each kind in a table; ndjson and csv have all.", 0, int.MaxValue, UsualLimit);
        var format = new ChoiceOption<OutputFormat>(
            "--format", "How to print. ndjson and csv: a line for each endpoint that changed.", OutputFormat.Table,
            [OutputFormat.Table, OutputFormat.Ndjson, OutputFormat.Csv], "-f");
        var failOn = new ChoiceOption<FailOn>(
            "--fail-on", "worse: exit code 1 when an endpoint is newly violating or got worse.", null, []);
        var diff = new Command(
            "diff",
            """
            Show the effect of a change: WNS and TNS before and after, and which endpoints (pins, setup and hold apart) are newly
            violating, worse, better, or fixed.

              slackline diff before.rpt after.rpt
              slackline diff before.rpt after.rpt --where 'group = "core_clk"' -f csv > changed.csv
              slackline diff old/setup.tcl new/setup.tcl --run 'report_checks -group_path_count 100000'
              slackline diff before.rpt after.rpt --fail-on worse

            Both must come from the same command, and hold all its violations: an endpoint that is missing on one side counts
            as not violating there.
            """)
        {
            run, tolerance, limit, format, failOn,
        };
        sources.AddTo(diff);
        diff.SetAction(async (arguments, cancellation) =>
        {
            var before = new ComparedPaths(MaxEndpoints);
            var after = new ComparedPaths(MaxEndpoints);
            string? command = arguments.GetValue(run);
            IPathOutput[] both = [new EndpointSlackOutput(before), new EndpointSlackOutput(after)];
            int exitCode = await sources.RunPairAsync(arguments, command, both, cancellation).ConfigureAwait(false);
            if (exitCode != ExitCode.Success)
            {
                // Half a comparison would be wrong. Ctrl-C needs no message.
                if (exitCode != ExitCode.Interrupted)
                {
                    await Console.Error.WriteLineAsync("slackline: nothing is compared: some paths of BEFORE or AFTER could not be read.")
                        .ConfigureAwait(false);
                }

                return exitCode;
            }

            if (ComparedPaths.WhyNot(before, after, isSameCommand: command is not null) is { } reason)
            {
                throw new UsageException($"BEFORE and AFTER cannot be compared: {reason}");
            }

            var changes = EndpointChanges.Between(before.Slacks, after.Slacks, arguments.GetValue(tolerance)!.Value);
            var output = new DiffOutput(before, after, changes, sources.Names(arguments));
            switch (arguments.GetValue(format))
            {
                case OutputFormat.Ndjson:
                    output.WriteLines(StandardOutput.Stream);
                    break;
                case OutputFormat.Csv:
                    output.WriteCsv(StandardOutput.Stream);
                    break;
                default:
                    output.WriteTable(StandardOutput.Text, arguments.GetValue(limit)!.Value, Terminal.Width, Terminal.HasColours);
                    break;
            }

            bool isWorse = changes.Of(EndpointChangeKind.New).Count + changes.Of(EndpointChangeKind.Worse).Count > 0;
            return isWorse && arguments.GetValue(failOn) == FailOn.Worse ? ExitCode.Violating : ExitCode.Success;
        });
        return diff;
    }
}
