using Slackline.Planning.Plans;
using Slackline.Planning.Slices;
using Slackline.Sessions;

namespace Slackline.Planning;

/// <summary>Starts a query's command in a session: to survey it, whole, or a slice of it.</summary>
/// <param name="command">The command.</param>
/// <param name="pushed">What of the filter the tool leaves out by itself.</param>
/// <param name="options">How the query is run.</param>
/// <param name="sink">Takes the blocks of all outputs.</param>
internal sealed class CommandStarter(string command, PushDown pushed, PlanOptions options, SharedSink sink)
{
    /// <summary>Starts it with a single path for each endpoint. Where the command cannot be sliced, this runs it whole.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="isFirst">Whether nothing of the command has been handed to the sink yet.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="StaException">It cannot be started.</exception>
    public PathCommand Survey(StaSession session, bool isFirst, CancellationToken cancellation) =>
        StartAll(session, SteeringMode.Survey, isFirst, cancellation);

    /// <summary>Starts it as it is.</summary>
    /// <inheritdoc cref="Survey"/>
    public PathCommand Whole(StaSession session, bool isFirst, CancellationToken cancellation) =>
        StartAll(session, SteeringMode.Whole, isFirst, cancellation);

    /// <summary>Starts it for some endpoints.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="slice">The endpoints.</param>
    /// <param name="mustBeRestart">The number of restarts that the session must have, for the endpoints' handles to hold.</param>
    /// <param name="workers">How many slices run at once.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="StaException">It cannot be started.</exception>
    public PathCommand Slice(StaSession session, SliceTarget slice, int mustBeRestart, int workers, CancellationToken cancellation)
    {
        StaRequest request = Request(Steering(SteeringMode.Slice) with { Slice = slice }) with
        {
            MaxMemory = options.WorkerMemory ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / workers,
            MustBeRestart = mustBeRestart,
        };
        return PathCommand.Start(session, request, sink.Slice(), cancellation);
    }

    private PathCommand StartAll(StaSession session, SteeringMode mode, bool isFirst, CancellationToken cancellation)
    {
        PathCommand? started = null;
        StaRequest request = Request(Steering(mode) with { IsWatched = options.SandboxLimit is null });
        started = PathCommand.Start(session, request, sink.Whole(isFirst, IsSurvey), cancellation);
        return started;

        // Asked when its first path comes: the command has been started by then.
        bool? IsSurvey() => started?.ReadPlan() is { } plan ? plan.Mode == SteeringMode.Survey : null;
    }

    private StaRequest Request(PathSteering steering) => new(command)
    {
        MaxMemory = options.WorkerMemory,
        MaxCpuTime = options.MaxCpuTime,
        SandboxLimit = options.SandboxLimit,
        Steering = steering,
    };

    private PathSteering Steering(SteeringMode mode) =>
        new() { Mode = mode, SlackMax = pushed.SlackMax, Groups = pushed.Groups, Analysis = pushed.Analysis };
}
