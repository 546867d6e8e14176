namespace Slackline.Streams.Spooling;

/// <summary>Puts a folder in order whose engine went away while it wrote.</summary>
internal static class SpoolRepair
{
    /// <summary>
    /// Cuts off everything after the last acknowledged chunk and completes the rest to whole Arrow files. The caller holds the folder
    /// alone. When the disk is too full even for the footers, the paths can be read nevertheless, and the next opening tries again.
    /// </summary>
    public static SpoolRecovery Run(string folder)
    {
        using SpoolIndex index = SpoolIndex.OpenTorn(SpoolFiles.Index(folder), FileAccess.ReadWrite);
        long count = index.Count;
        while (count > 0 && !IsThere(folder, index.Read(count - 1)))
        {
            count--;
        }

        long lost = index.Count - count + index.DamagedAtEnd;
        long torn = index.Cut(count);
        IndexEntry last = count > 0 ? index.Read(count - 1) : default;
        torn += RemoveSegmentsAfter(folder, last.Segment);
        try
        {
            if (count > 0)
            {
                using SpoolSegment segment = SpoolSegment.Reopen(folder, last, SpoolTables.Current, out long cut);
                torn += cut;
                segment.Close(index);
            }

            new SpoolEnd(SpoolState.Interrupted, index.Paths, Ended: null).Write(folder);
        }
        catch (IOException error) when (DiskFull.Is(error))
        {
        }

        return new SpoolRecovery(index.Paths, torn, lost);
    }

    private static bool IsThere(string folder, in IndexEntry entry) =>
        Length(folder, SpoolTable.Paths, entry.Segment) >= entry.PathsOffset + entry.PathsLength
        && Length(folder, SpoolTable.Points, entry.Segment) >= entry.PointsOffset + entry.PointsLength;

    private static long Length(string folder, SpoolTable table, int segment) =>
        new FileInfo(SpoolFiles.Segment(folder, table, segment)) is { Exists: true } file ? file.Length : 0;

    private static long RemoveSegmentsAfter(string folder, int segment)
    {
        long removed = 0;
        foreach (SpoolTable table in Enum.GetValues<SpoolTable>())
        {
            for (int next = segment + 1; new FileInfo(SpoolFiles.Segment(folder, table, next)) is { Exists: true } file; next++)
            {
                removed += file.Length;
                file.Delete();
            }
        }

        return removed;
    }
}
