using Apache.Arrow;
using Slackline.Arrow;
using Slackline.Timing;

namespace Slackline.Streams.Spooling;

/// <summary>
/// Reads any paths of a spool, while it is written and afterwards, in a time that depends neither on how long the stream is nor on where
/// they are. For one thread at a time; a spool has as many readers as are opened.
/// </summary>
internal sealed class SpoolReader : IDisposable
{
    private readonly SpoolIndex _index;
    private readonly SegmentReader _paths;
    private readonly SegmentReader _points;
    private readonly ZstdCodec _codec = new();
    private readonly PathTable _pathTable = new();
    private readonly PointTable _pointTable = new();

    internal SpoolReader(string folder, SpoolIndex index)
    {
        _index = index;
        _paths = new SegmentReader(folder, SpoolTable.Paths, _codec);
        _points = new SegmentReader(folder, SpoolTable.Points, _codec);
    }

    /// <summary>How many paths can be read: those acknowledged so far.</summary>
    public long Paths => _index.Paths;

    /// <summary>Reads whole paths, which print as they did before they were written.</summary>
    /// <param name="first">The number of the first path, from 0.</param>
    /// <param name="count">How many; at most 1,000 are read.</param>
    /// <param name="into">A chunk, whose content is exchanged for them.</param>
    /// <returns>
    /// How many were read. 0 at the end; fewer than asked for also where units change, or before a part that is corrupted.
    /// </returns>
    /// <exception cref="SpoolCorruptedException">The first path is in a part of a file that differs from what was written.</exception>
    public int Read(long first, int count, PathChunk into) => Read(first, count, into, withPoints: true);

    /// <summary>
    /// Reads paths without the rows of their tables, as a page of a summary needs them: from the small file alone. Such paths have no
    /// layout and cannot be printed as they were; only those of lists, which have no rows, come whole.
    /// </summary>
    /// <inheritdoc cref="Read(long, int, PathChunk)"/>
    public int ReadSummaries(long first, int count, PathChunk into) => Read(first, count, into, withPoints: false);

    /// <inheritdoc/>
    public void Dispose()
    {
        _paths.Dispose();
        _points.Dispose();
        _codec.Free();
    }

    private int Read(long first, int count, PathChunk into, bool withPoints)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        into.Clear();
        long end = Math.Min(first + Math.Min(count, PathChunk.Capacity), _index.Paths);
        long place = first < end ? _index.Find(first) : 0;
        for (long next = first; next < end; place++)
        {
            try
            {
                IndexEntry entry = _index.Read(place);
                int skip = (int)(next - entry.FirstPath);
                int take = (int)(Math.Min(entry.EndPath, end) - next);
                if (!TryAppend(entry, skip, take, into, withPoints))
                {
                    break;
                }

                next += take;
            }
            catch (SpoolCorruptedException) when (into.Count > 0)
            {
                // It is thrown when the page that begins there is asked for.
                break;
            }
        }

        return into.Count;
    }

    private bool TryAppend(in IndexEntry entry, int skip, int take, PathChunk into, bool withPoints)
    {
        using RecordBatch paths = _paths.Read(entry);
        TimingUnits units = PathTable.UnitsOf(paths);
        if (into.Count > 0 && units != into.Units)
        {
            return false;
        }

        into.UseUnits(units);
        if (withPoints && entry.RowCount > 0)
        {
            using RecordBatch points = _points.Read(entry);
            _pathTable.Restore(paths, into, skip, take, (_pointTable, points));
        }
        else
        {
            _pathTable.Restore(paths, into, skip, take, points: null);
        }

        return true;
    }
}
