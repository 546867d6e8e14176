using Microsoft.Win32.SafeHandles;

namespace Slackline.Reports.Parallel;

/// <summary>Finds places in a report where a path most likely begins, to split it there.</summary>
internal static class RangeBoundary
{
    private const int Window = 8 * 1024;
    private const int MaxSearch = 512 * 1024;

    /// <summary>
    /// The first place from <paramref name="offset"/> on where empty lines and a path's heading begin; -1 when there is none nearby.
    /// </summary>
    public static long Find(SafeFileHandle file, long offset)
    {
        ReadOnlySpan<byte> heading = "\n\nStartpoint: "u8;
        Span<byte> window = stackalloc byte[Window];
        for (long start = offset; start < offset + MaxSearch; start += Window - heading.Length)
        {
            int length = RandomAccess.Read(file, window, start);
            int found = window[..length].IndexOf(heading);
            if (found >= 0)
            {
                // The first line end belongs to the line before the empty ones.
                while (found > 0 && window[found - 1] == '\n')
                {
                    found--;
                }

                return start + found + 1;
            }

            if (length < Window)
            {
                return -1;
            }
        }

        return -1;
    }
}
