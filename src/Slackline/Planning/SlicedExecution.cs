using Slackline.Planning.Endpoints;
using Slackline.Planning.Plans;
using Slackline.Planning.Slices;
using Slackline.Sessions;

namespace Slackline.Planning;

/// <summary>Runs a command in slices of its endpoints, the worst first. Paths that memory does not hold are spilled.</summary>
internal sealed class SlicedExecution : PathExecution
{
    private const int Ahead = 8;

    private readonly CommandStarter _commands;
    private readonly PlanOptions _options;
    private readonly SliceLanes _lanes;

    /// <summary>An execution; slices begin when paths are asked for.</summary>
    /// <param name="decision">What they are cut from.</param>
    /// <param name="sessions">Where they run.</param>
    /// <param name="commands">Starts them.</param>
    /// <param name="options">How they run.</param>
    /// <param name="stop">Stops the query.</param>
    public SlicedExecution(
        SlicedDecision decision, IReadOnlyList<StaSession> sessions, CommandStarter commands, PlanOptions options, CancellationToken stop)
        : base(Ahead, options.MaxHeldBytes, stop)
    {
        _commands = commands;
        _options = options;
        foreach (WantedSection wanted in decision.Sections.Where(static wanted => wanted.Endpoints.Count > 0))
        {
            // Where the count leaves only the worst paths, any order would let in others.
            bool isOrderFree = options.Order == ResultOrder.Any && !wanted.IsCut;
            Sections.Enqueue(new SectionSlices(wanted.Endpoints, decision.Understood.GroupCount, isOrderFree, options.Runs, stop));
        }

        EndpointHandles[] handles =
            [.. sessions.Select((session, i) => new EndpointHandles(session, i == 0 ? decision.Restarts : -1, SurveyAgain))];
        _lanes = new SliceLanes(handles, decision.Understood, options, Inbox, Held, Threads, commands.Slice);
    }

    /// <inheritdoc/>
    public override int Workers => _lanes.Count;

    /// <summary>Slices that have ended, and endpoints in them.</summary>
    public (int Slices, long Endpoints) Done => _lanes.Done;

    /// <inheritdoc/>
    protected override void Prepare(CancellationToken cancellation)
    {
        _lanes.Fill(Sections);
        if (Held.Bytes > _options.MaxHeldBytes)
        {
            foreach (SectionSlices section in Sections)
            {
                section.Spiller?.Spill(cancellation);
            }
        }
    }

    /// <inheritdoc/>
    protected override Exception? Missing() => _lanes.Failures.Count == 0 ? null : new SlicesFailedException(_lanes.Failures);

    private IReadOnlyList<Section> SurveyAgain(StaSession session, CancellationToken cancellation)
    {
        using PathCommand survey = _commands.Survey(session, isFirst: false, cancellation);
        return Survey.Read(survey, cancellation);
    }
}
