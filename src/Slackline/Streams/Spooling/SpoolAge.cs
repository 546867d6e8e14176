namespace Slackline.Streams.Spooling;

/// <summary>
/// How long ago a stream's last path was written. The clock on the wall may be set while streams are kept: by days, when a machine that started with
/// a wrong one hears the right time. So as long as the machine runs, its own clock tells; the wall's only from one start of it to the next.
/// </summary>
internal static class SpoolAge
{
    /// <summary>The age of the stream in a folder.</summary>
    public static TimeSpan Of(string folder)
    {
        MachineClock now = MachineClock.Now;
        TimeSpan byWall = DateTime.UtcNow - File.GetLastWriteTimeUtc(SpoolFiles.Index(folder));
        if (now.Since(SpoolEnd.Read(folder)?.Ended) is { } sinceEnd)
        {
            return sinceEnd;
        }

        // One that has not ended was written later than it was begun.
        return now.Since(SpoolInfo.TryRead(folder)?.Begun) is { } sinceBegin && sinceBegin < byWall ? sinceBegin : byWall;
    }
}
