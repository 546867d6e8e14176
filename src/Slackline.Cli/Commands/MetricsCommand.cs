using System.CommandLine;
using Slackline.Cli.Metrics;
using Slackline.Cli.Output;
using Slackline.Service.Sources;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline metrics</c>: what saved reports say of whole designs, in one table.</summary>
internal static class MetricsCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("DIR")
        {
            Description = "The directory of a run, or report files; '-' is standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new ChoiceOption<OutputFormat>(
            "--format", "'table', or 'ndjson': an object a row, with a flow's other metrics as they were printed.", OutputFormat.Table,
            [OutputFormat.Table, OutputFormat.Ndjson], "-f");
        var command = new Command(
            "metrics",
            """
            Sum up the reports of a run in one table: setup and hold WNS, TNS and violations, skew and power, a row for each step and
            corner. The numbers are those that the tool and the flow's scripts have printed (report_wns, report_power, violation
            counts, %OL_METRIC lines, CORNER: value ...); no number is computed from paths.

              slackline metrics runs/latest
              slackline metrics 6_finish.rpt --format ndjson
            """)
        {
            files, format,
        };
        command.SetAction(
            (arguments, cancellation) =>
                Task.FromResult(Run(arguments.GetRequiredValue(files), arguments.GetValue(format)!.Value, cancellation)));
        return command;
    }

    private static int Run(string[] names, OutputFormat format, CancellationToken cancellation)
    {
        var collector = new MetricCollector();
        int exitCode = FileReading.Run(names, new OutputSummary(), collector, cancellation);
        if (collector.Rows.Count == 0)
        {
            Console.Error.WriteLine("No report says anything of a whole design: no WNS, TNS, count of violations, skew or power.");
            return exitCode;
        }

        if (format == OutputFormat.Ndjson)
        {
            MetricOutput.WriteLines(collector.Rows, StandardOutput.Stream);
        }
        else
        {
            MetricOutput.WriteTable(collector.Rows, StandardOutput.Text);
        }

        return exitCode;
    }
}
