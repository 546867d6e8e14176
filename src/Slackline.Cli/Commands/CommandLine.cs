using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Slackline.Cli.Output;
using Slackline.Service.Queries;

namespace Slackline.Cli.Commands;

/// <summary>The command line: its commands, and the run of the one that was typed.</summary>
internal static class CommandLine
{
    // After Ctrl-C, or kill, there is time to end the tool and remove the session's files, however busy the machine is.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>All commands.</summary>
    public static RootCommand Make()
    {
        var root = new RootCommand(
            """
            Slackline streams timing paths out of OpenSTA or a saved report: worst first, filtered, in bounded memory, while OpenSTA
            still works.

              slackline run --setup design.tcl 'report_checks -group_path_count 1000' --where 'slack < 0'
              slackline read timing.rpt.gz --where 'endpoint like "core/*"' --format ndjson
              slackline read timing.rpt --distinct endpoint_pin --take 20 --columns 'slack, endpoint, depth'
              slackline summary timing.rpt --group-by capture_clock
              slackline diff before.rpt after.rpt

            With --keep, 'run' and 'read' keep the paths on disk while they print them, and 'page' prints any of them at once, now
            and later:

              slackline run --setup design.tcl 'report_checks -group_path_count 1000000' --keep
              slackline streams
              slackline page STREAM --at 0.5

            Other reports are read as well: 'report' runs any command, 'reports' lists the reports in saved files, 'metrics' sums up
            the directory of a run:

              slackline report --setup design.tcl report_power --format json
              slackline reports runs/latest --kind clock_skew --format ndjson
              slackline metrics runs/latest

            Exit codes: 0 done, 1 verify found a difference, or --fail-on violations a violation, 2 wrong usage, 3 damaged, incomplete
            or empty input, 4 the tool failed, 5 a limit was reached, 6 a kept stream does not exist, or paths could not be kept, 7 the
            output or a file could not be written, 70 a fault in slackline itself, 130 Ctrl-C.
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
            DiffCommand.Make(),
            PageCommand.Make(),
            StreamsCommand.Make(),
            VerifyCommand.Make(),
            ColumnsCommand.Make(),
            McpCommand.Make(),
            ServeCommand.Make(),
            CompletionCommand.Make(),
        };
        root.Add(HelpCommand.Make(root));
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();

        // Not the library's own, which takes /h, too: a file may be called so.
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        var help = new HelpOption("--help", "-h", "-?");
        help.Action = new PrintHelp((SynchronousCommandLineAction)help.Action!);
        root.Add(help);
        return root;
    }

    /// <summary>Reads a command line. Files of arguments (@FILE) are not read: a filter may begin with any character.</summary>
    public static ParseResult Parse(RootCommand root, IReadOnlyList<string> arguments) =>
        root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    /// <summary>Runs the command that was typed. Returns the exit code; no exception leaves it.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        StandardOutput.Use();
        Failure.Watch();
        try
        {
            int exitCode = await InvokeAsync(Make(), arguments).ConfigureAwait(false);
            await StandardOutput.Text.FlushAsync().ConfigureAwait(false);
            return exitCode;
        }
#pragma warning disable CA1031 // Any fault is reported to the user in words.
        catch (Exception fault)
        {
            return Failure.Report(fault);
        }
#pragma warning restore CA1031
    }

    private static async Task<int> InvokeAsync(RootCommand root, string[] arguments)
    {
        ParseResult parsed = Parse(root, arguments);
        if (arguments.Length == 0)
        {
            await Parse(root, ["--help"]).InvokeAsync(new InvocationConfiguration { Output = Console.Error }).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        IReadOnlyList<string> mistakes = Mistakes.Of(parsed, arguments);
        if (mistakes.Count > 0)
        {
            foreach (string mistake in mistakes)
            {
                await Console.Error.WriteLineAsync($"slackline: {mistake}").ConfigureAwait(false);
            }

            string command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
            await Console.Error.WriteLineAsync($"See 'slackline{command} --help'.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
        if (parsed.Action is not AsynchronousCommandLineAction)
        {
            // It is done in a moment, and leaves nothing.
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }

        using var termination = new Termination(s_patience);
        return await parsed.InvokeAsync(configuration, termination.Stop).ConfigureAwait(false);
    }

    // For each command only its purpose; 'slackline help COMMAND' gives the rest.
    private sealed class PrintHelp(SynchronousCommandLineAction ofCommand) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            if (parseResult.CommandResult.Command is not RootCommand root)
            {
                return ofCommand.Invoke(parseResult);
            }

            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(root.Description);
            output.WriteLine("\nCommands ('slackline help COMMAND' explains one):\n");
            int width = root.Subcommands.Max(static command => command.Name.Length);
            foreach (Command command in root.Subcommands)
            {
                string purpose = command.Description!.Split('\n')[0];
                int end = purpose.IndexOfAny(['.', ':']);
                output.WriteLine($"  {command.Name.PadRight(width)}  {(end < 0 ? purpose : purpose[..end])}");
            }

            return ExitCode.Success;
        }
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            string version = typeof(CommandLine).Assembly.GetCustomAttributes(inherit: false)
                .OfType<System.Reflection.AssemblyInformationalVersionAttribute>().Single().InformationalVersion;
            Console.WriteLine($"slackline {version}");
            return ExitCode.Success;
        }
    }
}
