using Slackline.Planning.Plans;
using Slackline.Planning.Slices;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Planning;

/// <summary>A query that runs, phase after phase: the survey decides how its command is run, then the decision is carried out.</summary>
internal sealed class QueryExecution : IDisposable
{
    private readonly IReadOnlyList<StaSession> _sessions;
    private readonly string _command;
    private readonly PushDown _pushed;
    private readonly string? _filter;
    private readonly PlanOptions _options;
    private readonly CommandStarter _commands;
    private readonly CancellationTokenSource _stop = new();
    private volatile PathExecution? _execution;

    public QueryExecution(
        IReadOnlyList<StaSession> sessions, string command, PushDown pushed, string? filter, PlanOptions options, IReportSink sink)
    {
        _sessions = sessions;
        _command = command;
        _pushed = pushed;
        _filter = filter;
        _options = options;
        _commands = new CommandStarter(command, pushed, options, new SharedSink(sink));
    }

    /// <summary>Set once it is known how the query is run.</summary>
    public TaskCompletionSource<QueryPlan> Plan { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Slices that have ended, and endpoints in them.</summary>
    public (int Slices, long Endpoints) Done => _execution is SlicedExecution sliced ? sliced.Done : default;

    /// <summary>What the script has done beside reporting, in words; known once it has ended.</summary>
    public IReadOnlyList<string> Effects => _execution is WholeExecution whole ? whole.Effects : [];

    /// <summary>Why it waits with paths that memory does not hold; null while it does not.</summary>
    public string? WaitsFor => _options.Runs?.WaitsFor;

    /// <summary>Fills a chunk with the next paths; see <see cref="FillChunk"/>.</summary>
    public bool Fill(ref PathChunk chunk, CancellationToken cancellation)
    {
        PathExecution execution = _execution ??= Begin(cancellation);
        return execution.Fill(ref chunk, cancellation);
    }

    public void Dispose()
    {
        _stop.Cancel();
        Plan.TrySetCanceled();
        try
        {
            _execution?.Dispose();
        }
        finally
        {
            _stop.Dispose();
        }
    }

    private PathExecution Begin(CancellationToken cancellation)
    {
        try
        {
            using CancellationTokenRegistration registration = cancellation.Register(_stop.Cancel);
            var survey = new SurveyPhase(_sessions[0], _commands, _pushed, _options);
            PlanDecision decision = survey.Run(whole => Announce(whole, workers: 1), _stop.Token);
            PathExecution execution = decision is SlicedDecision sliced
                ? new SlicedExecution(sliced, _sessions, _commands, _options, _stop.Token)
                : new WholeExecution((WholeDecision)decision, _sessions[0], _commands, _options, _stop.Token);
            Announce(decision, execution.Workers);
            return execution;
        }
        catch (Exception e)
        {
            Plan.TrySetException(e);
            throw;
        }
    }

    // Only the first time counts.
    private void Announce(PlanDecision decision, int workers)
    {
        var sliced = decision as SlicedDecision;
        Plan.TrySetResult(new QueryPlan
        {
            Command = _command,
            Options = decision.Plan?.Words ?? "",
            IsSliced = sliced is not null,
            Reason = decision.Reason,
            EndpointCount = decision.Plan?.EndpointCount ?? 0,
            GroupCount = decision.Plan?.GroupCount ?? 0,
            Sections = sliced is null ? [] : [.. sliced.Sections.Select(Describe)],
            Workers = workers,
            Place = _sessions.Count > 1 ? "each a tool of its own with the design loaded"
                : _sessions[0].CannotFork is not null ? "in the session itself, since it cannot be forked"
                : "forked from the session for each slice",
            Forking = _sessions[0].Forking,
            Order = _options.Order,
            PushedDown = decision.Plan is null ? [] : [.. _pushed.Describe()],
            Filter = _filter,
        });
    }

    private PlanSection Describe(WantedSection wanted) => new(
        wanted.Endpoints.Group,
        wanted.Endpoints.Analysis,
        wanted.Endpoints.Count,
        wanted.WorstSlack / _sessions[0].Units.Time,
        wanted.LeftOut,
        wanted.IsCut);
}
