using Slackline.Planning.Plans;
using Slackline.Streams;

namespace Slackline.Planning;

/// <summary>A query that runs: its paths, and how they are found.</summary>
public sealed class PlannedQuery : IAsyncDisposable
{
    private readonly QueryExecution _execution;

    internal PlannedQuery(QueryExecution execution, TimingPathStream paths)
    {
        _execution = execution;
        Paths = paths;
    }

    /// <summary>The paths.</summary>
    public TimingPathStream Paths { get; }

    /// <summary>How the query is run; null until that is known.</summary>
    public QueryPlan? Plan => _execution.Plan.Task is { IsCompletedSuccessfully: true } plan ? plan.Result : null;

    /// <summary>
    /// What the command has done beside reporting, in words ("its output went to FILE"): it ran once, and whole. Known once the paths
    /// have ended.
    /// </summary>
    public IReadOnlyList<string> Effects => _execution.Effects;

    /// <summary>How many slices have ended, and how many endpoints they had.</summary>
    public (int Slices, long Endpoints) Done => _execution.Done;

    /// <summary>
    /// Why it waits with paths that memory does not hold, such as a full disk; null while it does not. See <see cref="PlanOptions.Runs"/>.
    /// </summary>
    public string? WaitsFor => _execution.WaitsFor;

    /// <summary>Waits until it is known how the query is run.</summary>
    /// <exception cref="Sessions.StaException">The tool refuses the command, or fails.</exception>
    public Task<QueryPlan> PlanAsync(CancellationToken cancellation = default) => _execution.Plan.Task.WaitAsync(cancellation);

    /// <summary>Stops the query and ends its processes.</summary>
    public ValueTask DisposeAsync() => Paths.DisposeAsync();
}
