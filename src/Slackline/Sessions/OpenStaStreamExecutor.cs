using Slackline.Reports;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Sessions;

/// <summary>
/// Runs commands in a session as they are and streams the paths that they report. <c>Slackline.Planning.QueryPlanner</c> gives the same
/// paths sooner.
/// </summary>
internal sealed class OpenStaStreamExecutor(StaSession session, StreamLimits? limits = null)
{
    /// <summary>
    /// Starts a command that reports paths. The stream gives them while the tool still prints; when the tool refuses the command or
    /// dies, it first gives what came before, then throws.
    /// </summary>
    /// <param name="command">A <c>report_checks</c> (or other) command, without redirection.</param>
    /// <param name="sink">Takes every block of the output, on the stream's thread.</param>
    public TimingPathStream Execute(string command, IReportSink sink)
    {
        PathCommand? running = null;
        return TimingPathStream.Start(
            (ref PathChunk chunk, CancellationToken cancellation) =>
            {
                running ??= PathCommand.Start(session, new StaRequest(command), sink, cancellation);
                bool more = false;
                try
                {
                    return more = running.Fill(ref chunk, cancellation);
                }
                finally
                {
                    if (!more)
                    {
                        running.Dispose();
                    }
                }
            },
            limits);
    }
}
