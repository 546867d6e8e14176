using System.Diagnostics;
using ModelContextProtocol;

namespace Slackline.Mcp.Tools;

/// <summary>Reports progress to a client while a tool works for it.</summary>
internal static class ToolProgress
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits for work and reports its progress meanwhile.</summary>
    /// <param name="progress">The client.</param>
    /// <param name="work">The work.</param>
    /// <param name="describe">Describes how far it is, given the time since it began.</param>
    public static async Task ReportAsync(IProgress<ProgressNotificationValue> progress, Task work, Func<TimeSpan, string> describe)
    {
        long start = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(work, Task.Delay(s_interval, CancellationToken.None)).ConfigureAwait(false) != work)
        {
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            progress.Report(new ProgressNotificationValue { Progress = (float)elapsed.TotalSeconds, Message = describe(elapsed) });
        }

        await work.ConfigureAwait(false);
    }
}
