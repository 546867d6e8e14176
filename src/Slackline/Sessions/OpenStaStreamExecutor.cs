using Slackline.Reports;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Sessions;

/// <summary>Runs commands in a session and streams the paths that they report.</summary>
public sealed class OpenStaStreamExecutor(StaSession session, StreamLimits? limits = null)
{
    /// <summary>
    /// Starts a command that reports paths. The stream gives them while the tool still prints; when the tool refuses the command or
    /// dies, it first gives what came before, then throws.
    /// </summary>
    /// <param name="command">A <c>report_checks</c> (or other) command, without redirection.</param>
    /// <param name="sink">Takes every block of the output, on the stream's thread.</param>
    public TimingPathStream Execute(string command, IReportSink sink)
    {
        OpenStaStreamParser? parser = null;
        StaCommand? running = null;
        return TimingPathStream.Start(
            (ref PathChunk chunk, CancellationToken cancellation) =>
            {
                running ??= session.RunAsync(new StaRequest(command), cancellation).GetAwaiter().GetResult();
                parser ??= new OpenStaStreamParser(running.Output, sink, units: session.Units);
                bool ended = true;
                try
                {
                    ended = !parser.Fill(chunk, cancellation);
                    if (ended)
                    {
                        running.CompleteAsync().WaitAsync(cancellation).GetAwaiter().GetResult();
                    }

                    return !ended;
                }
                finally
                {
                    if (ended)
                    {
                        running.DisposeAsync().AsTask().Wait(CancellationToken.None);
                    }
                }
            },
            limits);
    }
}
