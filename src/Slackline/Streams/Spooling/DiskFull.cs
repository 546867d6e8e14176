namespace Slackline.Streams.Spooling;

/// <summary>Distinguishes "there is no room" from other errors of files.</summary>
internal static class DiskFull
{
    // What .NET gives as HResult on Unix is errno.
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Whether an operation failed since the disk, or the user's part of it, is full.</summary>
    public static bool Is(IOException error) => error.HResult is NoSpace or QuotaExceeded or WindowsDiskFull;
}
