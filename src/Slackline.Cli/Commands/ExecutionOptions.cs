using System.CommandLine;
using Slackline.Planning.Plans;
using Slackline.Streams.Spooling;

namespace Slackline.Cli.Commands;

/// <summary>The options for how a command is run in OpenSTA. None of them changes which paths come.</summary>
internal sealed class ExecutionOptions
{
    private const int MostWorkers = 1_024;
    private const int MostReplicas = 64;
    private const int MostMegabytes = 100_000_000;
    private const int LongestWait = 7 * 24 * 3_600;

    private readonly Option<int?> _workers = new NumberOption<int>(
        "--workers", "Slices of endpoints that run at once, in processes forked from OpenSTA: by TclX, else Expect ($SLACKLINE_FORKER: tclx, expect, none).", 1, MostWorkers, Environment.ProcessorCount);
    private readonly Option<int?> _replicas = new NumberOption<int>(
        "--replicas",
        "Load the design in N OpenSTA processes: slices run side by side where OpenSTA cannot be forked.",
        1,
        MostReplicas,
        1);
    private readonly Option<ResultOrder?> _order = new ChoiceOption<ResultOrder>(
        "--order", "'exact': as the whole command gives the paths, the worst of each group first; 'any': as they are found. Default: any for what only counts, otherwise exact.", null, []);

    private readonly Option<bool> _whole = new("--whole") { Description = "Run the command as it is, not in slices of endpoints. See 'slackline explain'." };

    private readonly Option<int?> _memory = new NumberOption<int>(
        "--worker-memory", "Megabytes that a process forked from OpenSTA may take beyond what it shares. Default: half of the machine's for all slices; no bound for a command that runs whole.", 1, MostMegabytes, null);
    private readonly Option<int?> _timeout = new NumberOption<int>(
        "--worker-timeout", "Seconds that a slice may print nothing before it is run again.", 1, LongestWait,
        (int)new PlanOptions().SliceTimeout.TotalSeconds);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_workers);
        command.Add(_replicas);
        command.Add(_order);
        command.Add(_whole);
        command.Add(_memory);
        command.Add(_timeout);
    }

    /// <summary>How many tools load the design.</summary>
    public int Replicas(ParseResult arguments) => arguments.GetValue(_replicas)!.Value;

    /// <summary>How the command is run.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="needsOrder">Whether the order is exact unless the user says that it need not be.</param>
    public PlanOptions Plan(ParseResult arguments, bool needsOrder) => new()
    {
        Workers = arguments.GetValue(_workers)!.Value,
        Order = arguments.GetValue(_order) ?? (needsOrder ? ResultOrder.Exact : ResultOrder.Any),
        IsWhole = arguments.GetValue(_whole),
        WorkerMemory = arguments.GetValue(_memory) * 1_000_000L,
        SliceTimeout = TimeSpan.FromSeconds(arguments.GetValue(_timeout)!.Value),
        Runs = new SpoolRunStore(() => SpoolDirectory.At()),
    };
}
