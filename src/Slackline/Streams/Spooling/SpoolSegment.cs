using System.IO.Hashing;
using Slackline.Arrow;

namespace Slackline.Streams.Spooling;

/// <summary>The segment that a stream is at: a file of paths and a file of points.</summary>
internal sealed class SpoolSegment : IDisposable
{
    private readonly SpoolTables _tables;
    private readonly SegmentFile _paths;
    private readonly SegmentFile _points;

    private SpoolSegment(SpoolTables tables, int number, SegmentFile paths, SegmentFile points)
    {
        _tables = tables;
        Number = number;
        _paths = paths;
        _points = points;
    }

    /// <summary>Bytes that a segment without chunks takes.</summary>
    public static long SizeOfHeads =>
        SpoolTables.Current.PathsSchema.Length + SpoolTables.Current.PointsSchema.Length + (2 * ArrowFooter.Head.Length);

    /// <summary>Its place among the stream's segments, from 1.</summary>
    public int Number { get; }

    /// <summary>Bytes that its files take.</summary>
    public long Length => _paths.Length + _points.Length;

    /// <summary>Begins a segment.</summary>
    public static SpoolSegment Create(string folder, int number, SpoolTables tables)
    {
        SegmentFile paths = SegmentFile.Create(SpoolFiles.Segment(folder, SpoolTable.Paths, number), tables.PathsSchema.Span);
        try
        {
            return new SpoolSegment(
                tables, number, paths, SegmentFile.Create(SpoolFiles.Segment(folder, SpoolTable.Points, number), tables.PointsSchema.Span));
        }
        catch
        {
            paths.Dispose();
            throw;
        }
    }

    /// <summary>Opens the last segment of a stream whose engine died, and cuts off everything after its last chunk.</summary>
    public static SpoolSegment Reopen(string folder, in IndexEntry last, SpoolTables tables, out long cut)
    {
        SegmentFile paths = SegmentFile.Reopen(
            SpoolFiles.Segment(folder, SpoolTable.Paths, last.Segment), last.PathsOffset + last.PathsLength, out long cutPaths);
        SegmentFile points = SegmentFile.Reopen(
            SpoolFiles.Segment(folder, SpoolTable.Points, last.Segment), last.PointsOffset + last.PointsLength, out long cutPoints);
        cut = cutPaths + cutPoints;
        return new SpoolSegment(tables, last.Segment, paths, points);
    }

    /// <summary>Writes a chunk's two batches and then its entry in the index: all of it, or nothing.</summary>
    public void Append(SpoolIndex index, long firstPath, int pathCount, int rowCount, ReadOnlySpan<byte> paths, ReadOnlySpan<byte> points)
    {
        try
        {
            _paths.Write(paths);
            _points.Write(points);
            index.Append(new IndexEntry
            {
                FirstPath = firstPath,
                PathCount = pathCount,
                RowCount = rowCount,
                Segment = Number,
                PathsOffset = _paths.Length,
                PathsLength = paths.Length,
                PathsHash = XxHash3.HashToUInt64(paths),
                PointsOffset = _points.Length,
                PointsLength = points.Length,
                PointsHash = XxHash3.HashToUInt64(points),
            });
        }
        catch (IOException)
        {
            _paths.Reject();
            _points.Reject();
            throw;
        }

        _paths.Accept(paths.Length);
        _points.Accept(points.Length);
    }

    /// <summary>Makes whole Arrow IPC files of the segment's two, and returns how many bytes that took.</summary>
    public long Close(SpoolIndex index)
    {
        var paths = new List<(long, int)>();
        var points = new List<(long, int)>();
        for (long place = index.Count - 1; place >= 0 && index.Read(place) is var entry && entry.Segment == Number; place--)
        {
            paths.Add((entry.PathsOffset, entry.PathsLength));
            points.Add((entry.PointsOffset, entry.PointsLength));
        }

        paths.Reverse();
        points.Reverse();
        return _paths.Close(_tables.PathsSchema.Span, paths) + _points.Close(_tables.PointsSchema.Span, points);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _paths.Dispose();
        _points.Dispose();
    }
}
