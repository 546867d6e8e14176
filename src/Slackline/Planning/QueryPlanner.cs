using Slackline.Planning.Plans;
using Slackline.Queries;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;

namespace Slackline.Planning;

/// <summary>
/// Runs commands so that their paths come as early and as fast as the tool can find them: paths that a filter drops anyway are not
/// searched, and several paths for each endpoint are found in slices of endpoints, the worst first, in parallel processes. However a
/// command is run, it gives the same paths in the same order.
/// </summary>
public sealed class QueryPlanner
{
    private readonly IReadOnlyList<StaSession> _sessions;
    private readonly PlanOptions _options;

    /// <summary>A planner for a session.</summary>
    /// <param name="session">Where commands run, with its design loaded.</param>
    /// <param name="options">How; null for the usual way.</param>
    public QueryPlanner(StaSession session, PlanOptions? options = null)
        : this([session], options)
    {
    }

    /// <summary>
    /// A planner for a session and replicas of it: tools of their own with the same design, for where none can be forked.
    /// </summary>
    /// <param name="sessions">The session, then its replicas.</param>
    /// <param name="options">How commands run; null for the usual way.</param>
    public QueryPlanner(IReadOnlyList<StaSession> sessions, PlanOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentOutOfRangeException.ThrowIfZero(sessions.Count, nameof(sessions));
        _sessions = sessions;
        _options = options ?? new PlanOptions();
    }

    /// <summary>Starts a command. Its paths come while they are found.</summary>
    /// <param name="command">A command that reports paths, or another one, without redirection.</param>
    /// <param name="filter">What the caller is going to filter the paths with; null for nothing. Paths that it drops may be missing
    /// already.</param>
    /// <param name="sink">Takes every block of the output, one at a time, but not in the order of the paths, and what slices print again
    /// only once; null to drop them.</param>
    public PlannedQuery Execute(string command, PathFilter? filter = null, IReportSink? sink = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        PushDown pushed = PushDown.Of(filter, _sessions[0].Units);
        var execution = new QueryExecution(_sessions, command, pushed, filter?.Text, _options, sink ?? NoSink.Instance);
        return new PlannedQuery(execution, TimingPathStream.Start(execution.Fill, _options.Stream, execution));
    }

    /// <summary>How a command would be run. The tool surveys its endpoints for that, and finds the first paths.</summary>
    /// <exception cref="StaException">The tool refuses the command, or fails.</exception>
    public async Task<QueryPlan> ExplainAsync(string command, PathFilter? filter = null, CancellationToken cancellation = default)
    {
        PlannedQuery query = Execute(command, filter);
        await using (query.ConfigureAwait(false))
        {
            return await query.PlanAsync(cancellation).ConfigureAwait(false);
        }
    }

    private sealed class NoSink : IReportSink
    {
        public static readonly NoSink Instance = new();

        public void Accept(in ReportBlock block)
        {
        }
    }
}
