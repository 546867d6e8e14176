using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Reports.Data;
using Slackline.Service.Queries;
using Slackline.Service.Sources;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline reports</c>: lists the reports in saved files other than paths, by kind.</summary>
internal static class ReportsCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Saved reports, or directories of them; '-' is standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var kind = new Option<string?>("--kind", "-k")
        {
            Description = "Only reports of these kinds: 'power, clock_skew'. Without it, all.",
            HelpName = "KINDS",
        };
        var format = new ChoiceOption<ReportListFormat>(
            "--format", "'table': one line each. 'ndjson': each with its data. 'text': each as it was printed.", ReportListFormat.Table,
            [], "-f");
        kind.Validators.Add(result =>
        {
            foreach (string unknown in Kinds(result.GetValueOrDefault<string?>()).Where(static name => !ReportKinds.All.Contains(name)))
            {
                result.AddError($"--kind {unknown}: there is no such kind of report. There are {string.Join(", ", ReportKinds.All)}.");
            }
        });
        var command = new Command(
            "reports",
            """
            List the reports in saved files other than timing paths: power, skew, checks, slacks of the whole design, units ... with
            their file, section, corner and offset.

              slackline reports timing.log
              slackline reports runs/latest --kind power --format ndjson | jq '[.corner, .data.total.power.total]'
              slackline reports timing.log --kind check_table --format text
            """)
        {
            files, kind, format,
        };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(
            arguments.GetRequiredValue(files), [.. Kinds(arguments.GetValue(kind))], arguments.GetValue(format)!.Value, cancellation)));
        return command;
    }

    private static int Run(string[] names, HashSet<string> kinds, ReportListFormat format, CancellationToken cancellation)
    {
        var summary = new OutputSummary();
        using var output = new ReportListOutput(StandardOutput.Stream, kinds, format);
        int exitCode = FileReading.Run(names, summary, output, cancellation);
        output.Finish();
        if (output.Listed == 0 && exitCode == ExitCode.Success)
        {
            Console.Error.WriteLine(summary.Reports.Count > 0
                ? $"There is no report of these kinds, but {summary.DescribeReports()}."
                : "There is no report in it but timing paths, names of objects, or text of no known kind.");
        }

        return exitCode;
    }

    private static string[] Kinds(string? text) => text?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [];
}
