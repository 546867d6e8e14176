using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline summary</c>: counts, WNS and TNS per path group and clock pair, or by other columns.</summary>
internal static class SummaryCommand
{
    private const string UsualGroups = "corner, group, type, launch_clock, capture_clock";

    public static Command Make()
    {
        SourceOptions source = SourceOptions.Either();
        var operators = new OperatorOptions();
        var groupBy = new Option<string?>("--group-by")
        {
            Description = "The columns that make a group. Default: 'group, type, launch_clock, capture_clock', and before them 'corner' where there is more than one.",
            HelpName = "COLUMNS",
        };
        var format = new ChoiceOption<OutputFormat>("--format", "How to print.", OutputFormat.Table, [OutputFormat.Table, OutputFormat.Ndjson, OutputFormat.Csv], "-f");
        OperatorOptions.Check(groupBy, static text => PathColumns.Parse(text));
        var command = new Command(
            "summary",
            $"""
            Count paths, WNS and TNS per path group and clock pair, or by other columns.

              slackline summary timing.rpt
              slackline summary runs/latest                 all reports below a directory; see also 'slackline metrics'
              slackline summary timing.rpt --group-by endpoint --where 'slack < 0'
              slackline summary timing.rpt --group-by 'corner, capture_clock' -f ndjson

            {OperatorOptions.Order}
            """)
        {
            groupBy,
            format,
        };
        source.AddTo(command);
        operators.AddTo(command);
        command.SetAction((arguments, cancellation) =>
        {
            string? chosen = arguments.GetValue(groupBy);
            var groups = new PathGroups(chosen ?? UsualGroups, operators.GroupLimits(arguments));
            var output = GroupOutput.Make(groups, arguments.GetValue(format)!.Value, chosen is null ? ["corner"] : []);
            return source.RunAsync(arguments, output, cancellation, operators.Operators(arguments));
        });
        return command;
    }
}
