using Slackline.Planning.Merge;
using Slackline.Planning.Plans;
using Slackline.Planning.Slices;
using Slackline.Sessions;

namespace Slackline.Planning;

/// <summary>Runs a command whole. It is paused when a chunk or two of it have not been taken.</summary>
internal sealed class WholeExecution : PathExecution
{
    private const int Ahead = 1;
    private const long MaxHeldBytes = 1_000_000;

    /// <summary>Goes on with a command, or begins it.</summary>
    /// <param name="decision">The command.</param>
    /// <param name="session">Where it runs.</param>
    /// <param name="commands">Starts it again, should its process die.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="stop">Stops the query.</param>
    public WholeExecution(
        WholeDecision decision, StaSession session, CommandStarter commands, PlanOptions options, CancellationToken stop)
        : base(Ahead, MaxHeldBytes, stop)
    {
        var run = new SliceRun(Held, float.NegativeInfinity);
        SectionSlices whole = SectionSlices.Whole(run, options.Order == ResultOrder.Any, stop);
        Sections.Enqueue(whole);

        // A tool that cannot be steered records no slacks by which another try could be checked.
        var paths = new RunWriter(Inbox, run);
        var worker = new SliceWorker(Inbox, Held, [paths], decision.Plan is null ? options with { Attempts = 1 } : options)
        {
            Start = (_, cancellation) => commands.Whole(session, isFirst: false, cancellation),
            Fail = (_, _, failure) => Threads.Fail(failure),
            MayRunAgain = command => (Effects = command.ReadPlan()?.Effects ?? []).Count == 0,
        };
        Threads.Start([paths], () => worker.Run(decision.Running, whole.Stop), static () => { });
    }

    /// <summary>What the script has done beside reporting, in words; known once it has ended.</summary>
    public IReadOnlyList<string> Effects { get; private set; } = [];
}
