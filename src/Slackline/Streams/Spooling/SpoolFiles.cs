using System.Globalization;
using System.IO.Enumeration;

namespace Slackline.Streams.Spooling;

/// <summary>The names of a stream's files.</summary>
internal static class SpoolFiles
{
    public static string Index(string folder) => Path.Combine(folder, "index");

    public static string Segment(string folder, SpoolTable table, int segment) =>
        Path.Combine(
            folder,
            string.Create(CultureInfo.InvariantCulture, $"{(table == SpoolTable.Paths ? "paths" : "points")}-{segment:000000}.arrow"));

    /// <summary>Bytes that a folder's files take; 0 when it is gone.</summary>
    public static long Size(string folder)
    {
        try
        {
            return new FileSystemEnumerable<long>(
                folder, static (ref FileSystemEntry entry) => entry.IsDirectory ? 0 : entry.Length, s_everything).Sum();
        }
        catch (DirectoryNotFoundException)
        {
            return 0;
        }
    }

    private static readonly EnumerationOptions s_everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };
}
