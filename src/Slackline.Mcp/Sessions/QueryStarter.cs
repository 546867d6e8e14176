using Slackline.Queries;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;

namespace Slackline.Mcp.Sessions;

/// <summary>The one place where commands begin to run in a session.</summary>
internal static class QueryStarter
{
    /// <summary>Starts a command whose paths are streamed.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="command">The command in Tcl.</param>
    /// <param name="filter">What the paths will be filtered with; those that it drops may be missing already. Null for nothing.</param>
    /// <param name="sink">Takes every block of the output.</param>
    public static RunningQuery Start(StaSession session, string command, PathFilter? filter, IReportSink sink) =>
        new(StartWhole(session, command, sink), () => filter is null ? "one run of the whole command; every path is kept" : $"one run of the whole command; of its paths are kept those for which: {filter.Text}");

    /// <summary>Starts a command that is run once, as it is, and whose output is wanted as it is.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="command">The command in Tcl.</param>
    /// <param name="sink">Takes every block of the output.</param>
    public static TimingPathStream StartWhole(StaSession session, string command, IReportSink sink) => new OpenStaStreamExecutor(session).Execute(command, sink);

    /// <summary>Evaluates a script of our own and returns its result in Tcl. What it prints is dropped.</summary>
    /// <exception cref="StaCommandException">The tool refused it.</exception>
    public static async Task<string> EvaluateAsync(StaSession session, string script, CancellationToken cancellation)
    {
        StaCommand command = await session.RunAsync(script, cancellation).ConfigureAwait(false);
        await using (command.ConfigureAwait(false))
        {
            await Task.Run(() => command.Output.CopyTo(Stream.Null), cancellation).ConfigureAwait(false);
            return await command.CompleteAsync().WaitAsync(cancellation).ConfigureAwait(false);
        }
    }
}
