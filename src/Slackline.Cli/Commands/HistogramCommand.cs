using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline histogram</c>: how the slacks are distributed.</summary>
internal static class HistogramCommand
{
    private const int WidthWithoutTerminal = 100;
    private const double Largest = 1e9;
    private const double Narrowest = 1e-9;

    public static Command Make()
    {
        SourceOptions source = SourceOptions.Either();
        var operators = new OperatorOptions();
        var bins = new NumberOption<int>("--bins", "How many bins. Default: at most 20 of a round width.", 1, HistogramRange.MaxBins, null);
        var from = new NumberOption<double>(
            "--from", "Where the first bin begins. Default: at the worst slack.", -Largest, Largest, null)
        { HelpName = "SLACK" };
        var to = new NumberOption<double>("--to", "Where the last bin ends. Default: just above the best slack.", -Largest, Largest, null)
        {
            HelpName = "SLACK",
        };
        var width = new NumberOption<double>("--width", "How wide a bin is.", Narrowest, Largest, null) { HelpName = "TIME" };
        var format = new ChoiceOption<OutputFormat>(
            "--format", "How to print. ndjson and csv: a line for each bin.", OutputFormat.Table,
            [OutputFormat.Table, OutputFormat.Ndjson, OutputFormat.Csv], "-f");
        var groupBy = new Option<string?>("--group-by")
        {
            Description = "Show the paths apart that differ in these columns, in the same bins and stacked: 'group'.",
            HelpName = "COLUMNS",
        };
        OperatorOptions.Check(groupBy, static text => PathColumns.Parse(text));
        var command = new Command(
            "histogram",
            $"""
            Draw the distribution of slacks.

              slackline histogram timing.rpt --where 'group = "core_clk"'
              slackline histogram timing.rpt --distinct endpoint_pin          each endpoint counts once, with its worst slack
              slackline histogram timing.rpt --from -1 --to 0 --width 0.1     the violations only
              slackline histogram timing.rpt --group-by group                 path groups, stacked
              slackline histogram timing.rpt --bins 50 -f csv > slacks.csv    as data

            {OperatorOptions.Order}
            """)
        {
            bins, from, to, width, format, groupBy,
        };
        source.AddTo(command);
        operators.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.ValueIfAny(bins) is not null && result.ValueIfAny(width) is not null)
            {
                result.AddError("--bins and --width contradict each other: give one of them.");
            }

            if (result.ValueIfAny(from) is { } low && result.ValueIfAny(to) is { } high && low >= high)
            {
                result.AddError("--to takes a slack above that of --from.");
            }
        });
        command.SetAction((arguments, cancellation) =>
        {
            OutputFormat chosen = arguments.GetValue(format)!.Value;
            IHistogramPrinter printer = chosen switch
            {
                OutputFormat.Csv => new HistogramCsv(StandardOutput.Stream),
                OutputFormat.Ndjson => new HistogramLines(StandardOutput.Stream),
                _ =>
                    new HistogramPicture(
                        StandardOutput.Text, Terminal.Width > 0 ? Terminal.Width : WidthWithoutTerminal, Terminal.HasColours),
            };
            PathGroups? groups = arguments.GetValue(groupBy) is { } keys ? new PathGroups(keys, operators.GroupLimits(arguments)) : null;
            var range = new HistogramRange(
                arguments.GetValue(bins), arguments.GetValue(from), arguments.GetValue(to), arguments.GetValue(width));
            return source.RunAsync(arguments, new HistogramOutput(range, groups, printer), cancellation, operators.Operators(arguments));
        });
        return command;
    }
}
