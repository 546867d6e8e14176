using Slackline.Planning;
using Slackline.Planning.Plans;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;

namespace Slackline.Mcp.Sessions;

/// <summary>The one place where a client's commands begin to run in a session: in the sandbox, every one of them.</summary>
internal sealed class QueryStarter(QueryBounds bounds, IRunStore runs)
{
    private readonly PlanOptions _options = new() { SandboxLimit = bounds.Script, MaxCpuTime = bounds.Process, Runs = runs };

    /// <summary>Starts a command whose paths are streamed.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="command">The command in Tcl.</param>
    /// <param name="filter">What the paths will be filtered with; those that it drops may be missing already. Null for nothing.</param>
    /// <param name="sink">Takes every block of the output.</param>
    public PlannedQuery Start(StaSession session, string command, PathFilter? filter, IReportSink sink) =>
        new QueryPlanner(session, _options).Execute(command, filter, sink);

    /// <summary>Starts a command that is run once, as it is, and whose output is wanted as it is.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="command">The command in Tcl.</param>
    /// <param name="sink">Takes every block of the output.</param>
    public TimingPathStream StartWhole(StaSession session, string command, IReportSink sink) =>
        new QueryPlanner(session, _options with { IsWhole = true }).Execute(command, null, sink).Paths;

    /// <summary>Evaluates a script of ours that has a client's words in it, and returns its result in Tcl. What it prints is dropped.</summary>
    /// <exception cref="StaCommandException">The tool refused it.</exception>
    public async Task<string> EvaluateAsync(StaSession session, string script, CancellationToken cancellation)
    {
        StaCommand command = await session.RunAsync(new StaRequest(script) { SandboxLimit = bounds.Script, MaxCpuTime = bounds.Process }, cancellation).ConfigureAwait(false);
        await using (command.ConfigureAwait(false))
        {
            await Task.Run(() => command.Output.CopyTo(Stream.Null), cancellation).ConfigureAwait(false);
            return await command.CompleteAsync().WaitAsync(cancellation).ConfigureAwait(false);
        }
    }
}
