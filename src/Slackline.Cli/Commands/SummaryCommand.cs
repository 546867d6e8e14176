using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline summary</c>: counts, WNS and TNS per path group and clock pair, or by other columns.</summary>
internal static class SummaryCommand
{
    public static Command Make()
    {
        SourceOptions source = SourceOptions.Either();
        var operators = new OperatorOptions();
        var groupBy = new Option<string?>("--group-by")
        {
            Description = "The columns that make a group. Default: 'group, type, launch_clock, capture_clock', and before them 'corner' where there is more than one.",
            HelpName = "COLUMNS",
        };
        var format = new Option<OutputFormat>("--format", "-f") { Description = "How to print.", DefaultValueFactory = _ => OutputFormat.Table };
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
            string? keys = arguments.GetValue(groupBy);
            var groups = new PathGroups(keys ?? "corner, group, type, launch_clock, capture_clock", operators.GroupLimits(arguments));
            GroupOutput output = GroupOutput.Make(groups, arguments.GetValue(format), hidesOneCorner: keys is null);
            return source.RunAsync(arguments, output, cancellation, operators.Operators(arguments));
        });
        return command;
    }
}
