using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;
using Slackline.Reports.Files;
using Slackline.Service.Comparisons;
using Slackline.Service.Designs;
using Slackline.Service.Queries;
using Slackline.Service.Sources;
using Slackline.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Cli.Commands;

/// <summary>The options that every command over paths has: where they come from, which of them, and how to talk.</summary>
internal sealed class SourceOptions
{
    private readonly Option<bool> _verbose = new("--verbose")
    {
        Description = "Show all messages: OpenROAD's [INFO ...] lines, and every warning of the setup script.",
    };

    private readonly Option<string?> _where = new("--where", "-w")
    {
        Description = "Only paths for which this holds, for example: 'slack < 0 and group = \"core_clk\"'. See 'slackline columns'.",
        HelpName = "FILTER",
    };

    private readonly Option<string?> _units = new("--units")
    {
        Description = "The units of a saved report's numbers, for filters such as 'slack < -50ps'. "
            + "A running OpenSTA gives its own. Default: 1ns,1pF.",
        HelpName = "TIME,CAPACITANCE",
    };

    private readonly Option<ProgressMode?> _progress = new ChoiceOption<ProgressMode>(
        "--progress", "When to show how the query is doing, on standard error: auto is on a terminal.", ProgressMode.Auto, []);

    private readonly Option<bool> _stats = new("--stats")
    {
        Description = "Print after the result how many paths came, from how many bytes, in what time. "
            + "On a terminal this is always printed.",
    };

    private readonly Option<FailOn?> _failOn = new ChoiceOption<FailOn>(
        "--fail-on", "violations: exit code 1 when a violating path is printed or counted.", null, []);

    private readonly Option<bool> _quiet = new("--quiet", "-q")
    {
        Description = "Only the result, and errors on standard error: no progress, remarks or warnings.",
    };

    private readonly ToolOptions _tool;
    private readonly ExecutionOptions _execution = new();
    private readonly Argument<string[]> _source;
    private readonly bool _isAlwaysLive;
    private readonly bool _isNeverLive;
    private readonly bool _canFail;

    private SourceOptions(Argument<string[]> source, bool isAlwaysLive, bool isNeverLive, bool canFail = true, bool isPair = false)
    {
        _source = source;
        _canFail = canFail;
        _isAlwaysLive = isAlwaysLive;
        _isNeverLive = isNeverLive;
        _tool = new ToolOptions(isAlwaysLive, hasSetup: !isPair);
    }

    /// <summary>For commands that read a report, or run one when --setup is given.</summary>
    public static SourceOptions Either() => new(
        new Argument<string[]>("SOURCE")
        {
            Description = "Saved reports ('-': standard input; .gz and .zst are recognised) or directories of them, a kept stream's id, "
                + "or with --setup a command for OpenSTA.",
            Arity = ArgumentArity.OneOrMore,
        },
        isAlwaysLive: false,
        isNeverLive: false);

    /// <summary>For commands that run OpenSTA.</summary>
    /// <param name="findsPaths">Whether it finds the paths.</param>
    public static SourceOptions Live(bool findsPaths = true) => new(
        new Argument<string[]>("COMMAND")
        {
            Description = "The command for OpenSTA, in one word: 'report_checks -group_path_count 1000'.",
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = static result => [.. result.Tokens.Select(static token => token.Value)],
        },
        isAlwaysLive: true,
        isNeverLive: false,
        findsPaths);

    /// <summary>For commands that read a report.</summary>
    public static SourceOptions Saved() => new(
        new Argument<string[]>("FILE")
        {
            Description = "Saved reports, or directories of them; '-' is standard input. gzip and Zstandard are recognised by content. "
                + "Or the id of a kept stream.",
            Arity = ArgumentArity.OneOrMore,
        },
        isAlwaysLive: false,
        isNeverLive: true);

    /// <summary>For a command that compares two reports, kept streams, or designs in which it runs a command of its own.</summary>
    public static SourceOptions Pair() => new(
        new Argument<string[]>("BEFORE AFTER")
        {
            Description = "Two saved reports (or directories of them), or kept streams; with --run, two Tcl scripts that each load a design.",
            Arity = new ArgumentArity(2, 2),
        },
        isAlwaysLive: false,
        isNeverLive: false,
        canFail: false,
        isPair: true);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_source);
        if (!_isNeverLive)
        {
            _tool.AddTo(command);
            _execution.AddTo(command);
        }

        command.Add(_where);
        if (!_isAlwaysLive)
        {
            command.Add(_units);
        }

        command.Add(_progress);
        command.Add(_stats);
        command.Add(_quiet);
        command.Add(_verbose);
        if (_canFail)
        {
            command.Add(_failOn);
        }
    }

    /// <summary>Whether all messages are to be shown.</summary>
    public bool IsVerbose(ParseResult arguments) => arguments.GetValue(_verbose);

    /// <summary>The filter; null for none.</summary>
    public string? Where(ParseResult arguments) => arguments.GetValue(_where);

    /// <summary>The sources as they were typed.</summary>
    public IReadOnlyList<string> Names(ParseResult arguments) => arguments.GetRequiredValue(_source);

    /// <summary>Whether the command line names several files, or directories of them.</summary>
    public bool HasSeveralFiles(ParseResult arguments) =>
        arguments.GetRequiredValue(_source) is var names && (names.Length > 1 || Directory.Exists(names[0]));

    /// <summary>Runs the query that the command line asks for. Returns the exit code.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="output">Where the paths go.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <param name="operators">What becomes of the paths that pass the filter, before the output; null for nothing.</param>
    /// <param name="diskWait">How long paths that are kept on disk may wait for room there; null when they are not kept.</param>
    public async Task<int> RunAsync(
        ParseResult arguments, IPathOutput output, CancellationToken cancellation, Func<PathSequence, PathSequence>? operators = null,
        TimeSpan? diskWait = null)
    {
        bool keeps = diskWait is not null;
        bool needsOrder = keeps || operators is not null || output.NeedsOrder;
        PathSource source = Open(arguments, Names(arguments), _isNeverLive ? null : _tool.Setup(arguments), keeps, needsOrder);
        return await RunAsync(arguments, source, output, cancellation, operators, diskWait).ConfigureAwait(false);
    }

    /// <summary>Runs the query for each of two sources, one after the other. Returns the exit code: of the first that fails.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="run">The command that is run in each of two designs; null for saved reports and kept streams.</param>
    /// <param name="outputs">Where the paths of each go.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="UsageException">They are streams that were kept through different filters.</exception>
    public async Task<int> RunPairAsync(
        ParseResult arguments, string? run, IReadOnlyList<IPathOutput> outputs, CancellationToken cancellation)
    {
        // Both are checked before the first is read, which may take long.
        PathSource[] sources =
        [
            .. Names(arguments).Select(name => run is null
                ? Open(arguments, [name], setup: null, keeps: false, needsOrder: false)
                : Open(arguments, [run], ToolOptions.Check("--run", name), keeps: false, needsOrder: false)),
        ];
        if (ComparedPaths.WhyNot(sources[0].Filter, sources[1].Filter) is { } reason)
        {
            throw new UsageException($"BEFORE and AFTER cannot be compared: {reason}");
        }

        for (int i = 0; i < sources.Length; i++)
        {
            if (await RunAsync(
                arguments, sources[i], outputs[i], cancellation).ConfigureAwait(false) is not ExitCode.Success and var failed)
            {
                return failed;
            }
        }

        return ExitCode.Success;
    }

    private async Task<int> RunAsync(
        ParseResult arguments, PathSource source, IPathOutput output, CancellationToken cancellation, Func<PathSequence,
        PathSequence>? operators = null, TimeSpan? diskWait = null)
    {
        await using (source.ConfigureAwait(false))
        {
            bool isQuiet = arguments.GetValue(_quiet);
            var options = new QueryOptions(arguments.GetValue(_progress)!.Value, isQuiet, arguments.GetValue(_verbose), diskWait)
            {
                HasFooter = arguments.GetValue(_stats) || (Terminal.IsErrorShown && !isQuiet),
                FailsOnViolations = arguments.GetValue(_failOn) == FailOn.Violations,
            };
            return await new PathQuery(source, Filter(arguments), operators, output, options).RunAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The design in which a command runs, not loaded yet.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="needsOrder">Whether the paths must come in the tool's order unless the user says that they need not.</param>
    /// <exception cref="UsageException">The command line is wrong.</exception>
    public Design Design(ParseResult arguments, bool needsOrder)
    {
        _ = Filter(arguments);
        return Design(arguments, _tool.Setup(arguments)!, needsOrder);
    }

    /// <summary>The filter; null for none.</summary>
    /// <exception cref="UsageException">It is not a filter.</exception>
    public PathFilter? Filter(ParseResult arguments)
    {
        try
        {
            return arguments.GetValue(_where) is { } where ? PathFilter.Parse(where) : null;
        }
        catch (FilterException e)
        {
            throw new UsageException($"--where: {e.Message}\n{e.Picture}");
        }
    }

    private Design Design(ParseResult arguments, string setup, bool needsOrder) =>
        new(_tool.Session(arguments), setup, _execution.Plan(arguments, needsOrder), _execution.Replicas(arguments));

    // The source that the command line names, not read yet.
    private PathSource Open(ParseResult arguments, IReadOnlyList<string> names, string? setup, bool keeps, bool needsOrder)
    {
        // An error in the filter is reported before OpenSTA works for minutes.
        PathFilter? filter = Filter(arguments);
        string name = names[0];
        TimingUnits? units = _isAlwaysLive ? null : Units(arguments);
        if (setup is not null)
        {
            return names.Count == 1
                ? new LiveSource(Design(arguments, setup, needsOrder), name, keeps ? null : filter, isOwned: true)
                : throw new UsageException($"'{names[1]}' is one word too many: the command for OpenSTA is one word, so put it in quotes.");
        }

        if (names.Count == 1 && name != SavedReport.StandardInput && !Path.Exists(name))
        {
            if (name.AsSpan().Trim() is var words && (words.Contains(' ') || words.StartsWith("report_")))
            {
                throw new UsageException(_isNeverLive
                    ? $"'{name}' is not a file. To run it as a command: slackline run --setup FILE '{name}'."
                    : $"'{name}' is not a file. To run it as a command, add --setup FILE, the Tcl script that loads the design.");
            }

            if (SpoolDirectory.MayBeId(name))
            {
                return KeptSource.Open(SpoolDirectory.At(), name);
            }
        }

        return new SavedSource(ReportFiles.Find(names), units);
    }

    private TimingUnits? Units(ParseResult arguments)
    {
        if (arguments.GetValue(_units) is not { } text)
        {
            return null;
        }

        return TimingUnits.TryParse("time " + text.Replace(",", "\ncapacitance ", StringComparison.Ordinal), out TimingUnits? units)
            ? units
            : throw new UsageException($"--units takes the units of time and of capacitance, as in --units 1ps,1fF, not '{text}'.");
    }
}
