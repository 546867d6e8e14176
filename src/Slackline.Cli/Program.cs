using System.CommandLine;
using System.Text;
using Slackline.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand(
    """
    Slackline streams timing paths out of OpenSTA, or out of a report that somebody saved: worst first, filtered, in bounded memory, while OpenSTA still works.

      slackline run --setup design.tcl 'report_checks -group_path_count 1000' --where 'slack < 0'
      slackline read timing.rpt.gz --where 'endpoint like "core/*"' --format ndjson
      slackline summary timing.rpt

    Exit codes: 0 done, 1 verify found a difference, 2 wrong usage, 3 damaged or empty input, 4 the tool failed, 130 Ctrl-C.
    """)
{
    PathListing.Run(),
    PathListing.Read(),
    ShowCommand.Make(),
    HistogramCommand.Make(),
    SummaryCommand.Make(),
    VerifyCommand.Make(),
    ColumnsCommand.Make(),
};
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
