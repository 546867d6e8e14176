using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;
using Slackline.Transport;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline run</c> and <c>slackline read</c>: the paths of a running OpenSTA, or of a saved report, one by one.</summary>
internal static class PathListing
{
    private const int LongestWait = 7 * 24 * 3_600;
    private const int UsualWait = 300;

    /// <summary><c>slackline run --setup FILE COMMAND</c>.</summary>
    public static Command Run() => Make(
        "run",
        $"""
        Run a command in OpenSTA and print its paths while they come.

          slackline run -s design.tcl 'report_checks -group_path_count 1000' --where 'slack < 0'
          slackline run -s design.tcl 'report_checks -endpoint_path_count 5' --distinct endpoint_pin --take 20
          slackline run -s design.tcl 'report_checks -group_path_count 100000' --top 10 --by 'depth' --columns 'depth, slack, endpoint'
          slackline run -s design.tcl 'report_checks -group_path_count 100000' --group-by 'launch_clock, capture_clock'
          slackline run -s design.tcl 'report_checks -group_path_count 100000' --keep --format none     then: slackline page STREAM

        {OperatorOptions.Order}
        """,
        SourceOptions.Live());

    /// <summary><c>slackline read FILE</c>.</summary>
    public static Command Read() => Make(
        "read",
        $"""
        Print the paths of a saved report, or of a stream that was kept.

          slackline read timing.rpt --where 'slack < 0 and group = "core_clk"'    the violating paths of a group
          slackline read timing.rpt --distinct endpoint_pin --take 20             20 endpoints with their worst paths
          slackline read timing.rpt --top 10 --by arrival --descending            the 10 latest arrivals
          slackline read timing.rpt --skip 1000 --take 100                        paths 1001 to 1100
          slackline read timing.rpt --sample 50 --seed 7                          50 paths at random
          slackline read timing.rpt --columns 'slack, endpoint, arrival / depth'  these columns and expressions only
          slackline read timing.rpt --distinct 'bus(endpoint_pin)' --take 20      the worst path of each bus of registers
          slackline read timing.rpt -f ndjson --columns 'slack, point.pin'        each path with the pins it goes through
          slackline read timing.rpt --group-by endpoint_pin -f ndjson             counts, WNS, TNS, quantiles per endpoint
          slackline read timing.rpt --keep --take 20                              20 paths; 'slackline page' gives the others
          slackline read STREAM --where 'slack < 0'                               from a kept stream, without running OpenSTA again

        {OperatorOptions.Order}
        """,
        SourceOptions.Saved());

    private static Command Make(string name, string description, SourceOptions source)
    {
        var operators = new OperatorOptions();
        var pageSize = OperatorOptions.Number<int>("--page-size", "Paths on a page.", 1000);
        var format = new ChoiceOption<OutputFormat>(
            "--format", "How to print. frames: Arrow batches for programs, see TRANSPORT.md. none: nothing but the id of the stream that --keep makes.", OutputFormat.Table, [], "-f");
        var keep = new Option<bool>("--keep") { Description = "Keep all paths of the source on disk, whichever are printed, as a stream for 'slackline page'." };
        var diskWait = new NumberOption<int>(
            "--disk-wait",
            "Seconds that --keep waits for room when the disk is full or the streams have reached their size limit; then the query ends.",
            0,
            LongestWait,
            UsualWait)
        { HelpName = "SECONDS" };
        var points = new Option<bool>("--points") { Description = "With ndjson and frames: every path with its points." };
        var codec = new ChoiceOption<FrameCodec>("--compress", "How frames are compressed.", FrameCodec.None, []);
        var columns = new Option<string?>("--columns", "--select") { Description = "The columns and expressions to print: 'slack, endpoint, arrival / depth'; with ndjson and frames those of points too. See 'slackline columns'.", HelpName = "COLUMNS" };
        var grouping = new GroupingOptions(
            "Instead of the paths, print count, WNS, TNS and slack distribution for each combination of values in these columns. "
            + "By columns of points, a path counts in each group that one of its points belongs to.", isAlwaysGrouped: false);
        OperatorOptions.Check(columns, static text => PathColumns.ParseShown(text));
        var command = new Command(name, description) { pageSize, format, points, columns, codec, keep, diskWait };
        grouping.AddTo(command);
        source.AddTo(command);
        operators.AddTo(command);
        command.Validators.Add(result =>
        {
            if (OperatorOptions.IsGiven(result, grouping.GroupBy) && OperatorOptions.IsGiven(result, columns))
            {
                result.AddError("--columns chooses columns of paths, and with --group-by no paths are printed.");
            }

            if (OperatorOptions.IsGiven(result, diskWait) && !result.ValueIfAny(keep))
            {
                result.AddError("--disk-wait says how long --keep waits: give --keep too.");
            }

            if (result.ValueIfAny(format) == OutputFormat.None && !result.ValueIfAny(keep))
            {
                result.AddError("--format none prints no paths: give --keep too.");
            }

            if (result.ValueIfAny(points) && result.ValueIfAny(format) is not (OutputFormat.Ndjson or OutputFormat.Frames))
            {
                result.AddError("--points prints points as JSON: add --format ndjson.");
            }

            if (OperatorOptions.IsGiven(result, codec) && result.ValueIfAny(format) != OutputFormat.Frames)
            {
                result.AddError("--compress compresses frames: add --format frames.");
            }

            if (result.ValueIfAny(format) == OutputFormat.Frames && OperatorOptions.IsGiven(result, grouping.GroupBy))
            {
                result.AddError("Frames hold paths, and with --group-by no paths are printed: use --format ndjson.");
            }

            if (result.ValueIfAny(format) is OutputFormat.Table or OutputFormat.Csv
                && Parse(result.ValueIfAny(columns))?.Any(static column => column.IsPoint) == true)
            {
                result.AddError("Columns of points do not fit into the rows of a table or of csv: add --format ndjson.");
            }
        });
        command.SetAction(async (arguments, cancellation) =>
        {
            Func<PathSequence, PathSequence>? steps = operators.Operators(arguments);
            OutputFormat chosen = arguments.GetValue(format)!.Value;
            TimeSpan? wait = arguments.GetValue(keep) ? TimeSpan.FromSeconds(arguments.GetValue(diskWait)!.Value) : null;
            if (chosen == OutputFormat.None)
            {
                return await source.RunAsync(
                    arguments, new KeptOutput(StandardOutput.Text), cancellation, steps, wait).ConfigureAwait(false);
            }

            if (arguments.GetValue(grouping.GroupBy) is { } keys)
            {
                GroupOutput groups = grouping.Output(
                    arguments, (keys, []), operators.GroupLimits(arguments), chosen, source.Where(arguments));
                return await source.RunAsync(arguments, groups, cancellation, steps, wait).ConfigureAwait(false);
            }

            IReadOnlyList<PathExpression>? shown = Parse(arguments.GetValue(columns));
            if (chosen == OutputFormat.Table)
            {
                // In a file or a pipe one line of titles is enough, unless pages are asked for.
                long onPage = Terminal.Width > 0 || OperatorOptions.IsGiven(arguments.CommandResult, pageSize)
                    ? arguments.GetValue(pageSize)!.Value
                    : long.MaxValue;
                var table = new PathTable(StandardOutput.Stream, shown, onPage, Terminal.Width, Terminal.HasColours);
                return await source.RunAsync(arguments, table, cancellation, steps, wait).ConfigureAwait(false);
            }

            if (chosen == OutputFormat.Csv)
            {
                return await source.RunAsync(
                    arguments, new CsvOutput(StandardOutput.Stream, shown), cancellation, steps, wait).ConfigureAwait(false);
            }

            if (chosen == OutputFormat.Frames)
            {
                using var frames = new FrameOutput(
                    StandardOutput.Stream, shown, arguments.GetValue(points), arguments.GetValue(codec)!.Value);
                return await source.RunAsync(arguments, frames, cancellation, steps, wait).ConfigureAwait(false);
            }

            using var lines = new NdjsonOutput(StandardOutput.Stream, shown, arguments.GetValue(points), source.HasSeveralFiles(arguments));
            return await source.RunAsync(arguments, lines, cancellation, steps, wait).ConfigureAwait(false);
        });
        return command;
    }

    // Also null when the text is wrong: its own check reports that.
    private static IReadOnlyList<PathExpression>? Parse(string? columns)
    {
        try
        {
            return columns is null ? null : PathColumns.ParseShown(columns);
        }
        catch (FilterException)
        {
            return null;
        }
    }
}
