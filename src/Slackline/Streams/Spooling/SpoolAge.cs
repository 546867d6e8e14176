namespace Slackline.Streams.Spooling;

/// <summary>
/// The time since a stream's last path was written. The wall clock may be set while streams are kept: by days, when a machine that
/// started with a wrong time is corrected. So while the machine runs, its own clock gives the age; the wall clock is used only across a
/// restart.
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

        // A stream that has not ended was last written after it was begun.
        return now.Since(SpoolInfo.TryRead(folder)?.Begun) is { } sinceBegin && sinceBegin < byWall ? sinceBegin : byWall;
    }
}
