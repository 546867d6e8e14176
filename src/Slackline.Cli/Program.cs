using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using Slackline.Cli;
using Slackline.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand(
    """
    Slackline streams timing paths out of OpenSTA, or out of a report that somebody saved: worst first, filtered, in bounded memory, while OpenSTA still works.

      slackline run --setup design.tcl 'report_checks -group_path_count 1000' --where 'slack < 0'
      slackline read timing.rpt.gz --where 'endpoint like "core/*"' --format ndjson
      slackline read timing.rpt --distinct endpoint --take 20 --columns 'slack, endpoint, depth'
      slackline summary timing.rpt --group-by capture_clock

    With --keep, 'run' and 'read' keep the paths on disk while they print them, and 'page' gives any of them at once, now and later:

      slackline run --setup design.tcl 'report_checks -group_path_count 1000000' --keep
      slackline streams
      slackline page STREAM --at 0.5

    What is no path is read as well: 'report' runs any command, 'reports' lists what saved files hold, 'metrics' sums up the directory of a run:

      slackline report --setup design.tcl report_power --format json
      slackline reports runs/latest --kind clock_skew --format ndjson
      slackline metrics runs/latest

    Exit codes: 0 done, 1 verify found a difference, 2 wrong usage, 3 damaged or empty input, 4 the tool failed, 5 a limit was reached,
    6 a kept stream is not there, or paths could not be kept, 130 Ctrl-C.
    """)
{
    PathListing.Run(),
    PathListing.Read(),
    ReportCommand.Make(),
    ReportsCommand.Make(),
    MetricsCommand.Make(),
    ExplainCommand.Make(),
    ShowCommand.Make(),
    HistogramCommand.Make(),
    SummaryCommand.Make(),
    PageCommand.Make(),
    StreamsCommand.Make(),
    VerifyCommand.Make(),
    ColumnsCommand.Make(),
    McpCommand.Make(),
    ServeCommand.Make(),
};
ParseResult arguments = root.Parse(args);
if (arguments.Action is ParseErrorAction error)
{
    if (OptionValues.Mistakes(arguments) is { } mistakes)
    {
        await Console.Error.WriteLineAsync(mistakes).ConfigureAwait(false);
    }
    else
    {
        error.ShowHelp = false;

        // What is nearly a value of one or two characters is every short option.
        error.ShowTypoCorrections = arguments.UnmatchedTokens is [{ Length: > 2 }, ..];
        await arguments.InvokeAsync(new InvocationConfiguration { Output = Console.Error }).ConfigureAwait(false);
    }

    await Console.Error.WriteLineAsync("See 'slackline --help', or 'slackline COMMAND --help'.").ConfigureAwait(false);
    return ExitCode.Usage;
}

// After Ctrl-C, or kill, there is time to end the tool and remove the session's files, however busy the machine is.
return await arguments.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) }).ConfigureAwait(false);
