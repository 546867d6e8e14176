using System.CommandLine;
using Slackline.Cli.Output;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline summary</c>: counts, WNS and TNS per path group and clock pair, or by other columns.</summary>
internal static class SummaryCommand
{
    private const string UsualGroups = "corner, path_group, path_type, launch_clock, capture_clock";

    public static Command Make()
    {
        SourceOptions source = SourceOptions.Either();
        var operators = new OperatorOptions();
        var grouping = new GroupingOptions(
            "The columns or expressions that make a group. Default: 'path_group, path_type, launch_clock, capture_clock', and before them 'corner' where there is more than one. Of points "
            + "(point.cell, level(point.instance, 2)), a path counts once in each group that one of its points belongs to.",
            isAlwaysGrouped: true);
        var format = new ChoiceOption<OutputFormat>(
            "--format", "How to print.", OutputFormat.Table, [OutputFormat.Table, OutputFormat.Ndjson, OutputFormat.Csv], "-f");
        var command = new Command(
            "summary",
            $"""
            Count paths, WNS and TNS per path group and clock pair, or by other columns.

              slackline summary timing.rpt
              slackline summary runs/latest                 all reports below a directory; see also 'slackline metrics'
              slackline summary timing.rpt --group-by endpoint --where 'slack < 0'
              slackline summary timing.rpt --group-by 'corner, capture_clock' -f ndjson
              slackline summary timing.rpt --group-by 'level(endpoint, 2)' --sort tns       the blocks with the most negative slack
              slackline summary timing.rpt --group-by point.cell --where violated --groups 20
              slackline summary timing.rpt --total 'sum(point.delay where point.cell like "BUF*")'

            {OperatorOptions.Order}
            """)
        {
            format,
        };
        grouping.AddTo(command);
        source.AddTo(command);
        operators.AddTo(command);
        command.SetAction((arguments, cancellation) =>
        {
            GroupOutput output = grouping.Output(
                arguments, (UsualGroups, ["corner"]), operators.GroupLimits(arguments), arguments.GetValue(format)!.Value,
                source.Where(arguments));
            return source.RunAsync(arguments, output, cancellation, operators.Operators(arguments));
        });
        return command;
    }
}
