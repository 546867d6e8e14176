using System.Diagnostics;
using System.Globalization;
using ModelContextProtocol;
using Slackline.Mcp.Streams;
using Slackline.Sessions;
using Slackline.Streams.Paging;

namespace Slackline.Mcp.Tools;

/// <summary>Waits for a page's paths and tells meanwhile how the stream is doing.</summary>
internal sealed class StreamProgress(IProgress<ProgressNotificationValue> progress, KeptStream stream, StaSession? tool)
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Reads a page once it is there as a whole or the stream has ended; when the time is over, what there is.</summary>
    public async Task<Page> ReadAsync(PageRequest request, TimeSpan patience, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            TimeSpan left = patience - Stopwatch.GetElapsedTime(start);
            TimeSpan wait = left < _interval ? left : _interval;
            Page page = await stream.ReadAsync(request with { Wait = wait > TimeSpan.Zero ? wait : TimeSpan.Zero }, cancellation).ConfigureAwait(false);
            if (page.Count == request.Size || page.Next is null || stream.HasEnded || wait <= TimeSpan.Zero)
            {
                return page;
            }

            page.Dispose();
            progress.Report(new ProgressNotificationValue { Progress = (float)Stopwatch.GetElapsedTime(start).TotalSeconds, Message = Describe() });
        }
    }

    private string Describe()
    {
        string paths = stream.PathsSeen is { } seen
            ? string.Create(CultureInfo.InvariantCulture, $"{seen:N0} paths read, {stream.Paths:N0} match")
            : string.Create(CultureInfo.InvariantCulture, $"{stream.Paths:N0} paths");
        if (tool is null)
        {
            return paths;
        }

        ToolActivity activity = tool.Activity;
        return string.Create(CultureInfo.InvariantCulture, $"{paths}; the tool is {Name(activity.State)}, {activity.ResidentBytes / 1e6:N0} MB");
    }

    private static string Name(ToolState state) => state switch
    {
        ToolState.Computing => "computing",
        ToolState.Blocked => "printing",
        ToolState.Idle => "idle",
        ToolState.Stopped => "stopped",
        _ => "gone",
    };
}
