using Slackline.Queries.Operators;
using Slackline.Streams;

namespace Slackline.Planning.Plans;

/// <summary>In which order a query's paths come.</summary>
public enum ResultOrder
{
    /// <summary>
    /// As the tool prints the whole command: path group after path group, in each the worst slack first, near-equal ones by their names.
    /// </summary>
    Exact,

    /// <summary>
    /// As they are found. Saves holding paths back, and the group count must not cut anything off: where it does, the order is exact.
    /// </summary>
    Any,
}

/// <summary>How queries are run.</summary>
public sealed record PlanOptions
{
    /// <summary>How many slices run at once in forked processes. As many as there are cores unless set.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>In which order the paths come. Exact unless set.</summary>
    public ResultOrder Order { get; init; }

    /// <summary>Never runs in slices.</summary>
    public bool IsWhole { get; init; }

    /// <summary>
    /// How long the tool should take for a slice; its number of endpoints follows from how long earlier slices took. 2 seconds unless
    /// set.
    /// </summary>
    public TimeSpan SliceWork { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a slice may print nothing before its process is taken to hang, and is killed. 10 minutes unless set.</summary>
    public TimeSpan SliceTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often the first missing batch of a slice is tried before it counts as failed. 3 unless set.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>
    /// The most memory that a process may take beyond what it shares with the session, in bytes. Unless set, workers that run slices may
    /// take half of the machine's memory together, and a command that runs whole what it needs.
    /// </summary>
    public long? WorkerMemory { get; init; }

    /// <summary>
    /// If set, the command is not trusted: it runs in the sandbox, with this bound on its computing time. See <see
    /// cref="Sessions.StaRequest.SandboxLimit"/>.
    /// </summary>
    public TimeSpan? SandboxLimit { get; init; }

    /// <summary>
    /// The most time that a process may compute, in whole seconds, before the system ends it; null for no bound. Holds only for forked
    /// processes.
    /// </summary>
    public TimeSpan? MaxCpuTime { get; init; }

    /// <summary>
    /// The most memory of paths that wait for worse ones to be found, in bytes; past it they go to <see cref="Runs"/>. 64 MB unless
    /// set.
    /// </summary>
    public long MaxHeldBytes { get; init; } = 64_000_000;

    /// <summary>
    /// Where paths go that memory does not hold; null to keep them in memory all the same, and only begin no slices of further groups
    /// until there is room.
    /// </summary>
    public IRunStore? Runs { get; init; }

    /// <summary>Bounds of the stream's buffer; null for the usual ones.</summary>
    public StreamLimits? Stream { get; init; }
}
