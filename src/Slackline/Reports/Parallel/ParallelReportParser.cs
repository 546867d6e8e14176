using Microsoft.Win32.SafeHandles;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Reports.Parallel;

/// <summary>
/// Reads a saved report on several cores. The file is split into ranges where paths seem to begin; the ranges are read in parallel and
/// handed on in order. Each range is read as if the one before it ended exactly there, between two paths. Where that proves wrong, the
/// range is read again from where the one before it did end. So the result is always that of <see cref="OpenStaStreamParser"/>; only chunks
/// may hold fewer paths.
/// </summary>
internal sealed class ParallelReportParser : IReportParser, IDisposable
{
    /// <summary>
    /// The default length of a range. Shorter ranges learn their names more often; chunks of longer ones do not fit a core's own cache.
    /// </summary>
    public const int DefaultRangeLength = 1024 * 1024;

    // Ranges for each thread that are begun or read at a time. With fewer, a thread that the system or the JIT delays soon delays the
    // others.
    private const int RangesAhead = 3;

    private readonly SafeFileHandle _file;
    private readonly IReportSink _sink;
    private readonly long _length;
    private readonly int _rangesAhead;
    private readonly int _rangeLength;
    private readonly Stack<ReportRange> _spare = new();
    private readonly Queue<ReportRange> _ahead = new();
    private readonly RangeReaderPool _readers;
    private ReportRange? _current;
    private ReportRange? _before;
    private long _nextStart;
    private bool _startsAtPath = true;

    /// <summary>A parser of a file.</summary>
    /// <param name="file">A plain report, not compressed; it must stay open until the parser is disposed of.</param>
    /// <param name="sink">Takes all blocks in their order, on the thread that calls <see cref="Fill"/>.</param>
    /// <param name="threads">How many ranges are read at the same time; the thread that calls <see cref="Fill"/> is one of them.</param>
    /// <param name="units">The units of the report's numbers.</param>
    /// <param name="rangeLength">The approximate number of bytes in a range.</param>
    /// <param name="windowLength">How much of the text each core holds in memory.</param>
    /// <param name="limits">Bounds on lines and blocks; null for the defaults.</param>
    /// <param name="context">What is known of the whole report; null if nothing is known.</param>
    public ParallelReportParser(
        SafeFileHandle file, IReportSink sink, int threads, TimingUnits units, int rangeLength = DefaultRangeLength,
        int windowLength = TextWindow.DefaultSize, ReportReaderLimits? limits = null, ReportContext? context = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _file = file;
        _sink = new ContextSink(sink, context ?? ReportContext.None);
        _length = RandomAccess.GetLength(file);
        _rangesAhead = RangesAhead * threads;
        _readers = new RangeReaderPool(threads, () => new RangeReader(file, windowLength, units, limits));
        _rangeLength = rangeLength;
    }

    /// <inheritdoc/>
    public bool Fill(ref PathChunk chunk, CancellationToken cancellation = default)
    {
        // The chunk goes back at once, so that the next range is read into memory that is in this core's cache.
        PathChunk? given = chunk.Home is null ? chunk : null;
        chunk.Home?.Return(chunk);
        PathChunk? taken = null;
        try
        {
            taken = TakeChunk(cancellation);
            return taken is not null;
        }
        finally
        {
            chunk = taken ?? given ?? PathChunk.WithRoomFor(1);
        }
    }

    /// <summary>Stops reading ahead.</summary>
    public void Dispose() => _readers.Dispose();

    // Null at the end.
    private PathChunk? TakeChunk(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_current?.TryTake(_sink) is { } taken)
            {
                return taken;
            }

            Retire();
            if (!TryNext(cancellation))
            {
                return null;
            }
        }
    }

    // The range just handed on is kept until it is known how the next one joins it.
    private void Retire()
    {
        if (_current is not null)
        {
            _current.Clear();
            if (_before is not null)
            {
                _spare.Push(_before);
            }

            _before = _current;
            _current = null;
        }
    }

    // Makes the next range the current one; false when there is none.
    private bool TryNext(CancellationToken cancellation)
    {
        ReadAhead();
        while (_ahead.TryPeek(out ReportRange? range))
        {
            // It leaves the queue only when it is read: after a cancellation the caller may ask for it again.
            _readers.Await(range, cancellation);
            _ahead.Dequeue();
            ReadAhead();
            if (_before?.ReachesTo(range.End) == true)
            {
                range.Clear();
                _spare.Push(range);
                continue;
            }

            if (_before is not null && !(range.IsRead && _before.EndsBetweenPathsAt(range.Start) && range.TryInherit(_before.State.Units)))
            {
                _readers.ReadAfter(_before, range);
            }

            _current = range;
            return true;
        }

        return false;
    }

    private void ReadAhead()
    {
        while (_ahead.Count < _rangesAhead && _nextStart < _length)
        {
            long start = _nextStart;
            bool startsAtPath = _startsAtPath;
            _nextStart = EndOfRange(start, out _startsAtPath);
            long end = _nextStart;
            ReportRange range = _spare.TryPop(out ReportRange? spare) ? spare : new ReportRange(_sink.WantsTextOfPaths);
            range.Expect(start, end, isAwaited: startsAtPath);
            _ahead.Enqueue(range);
            if (startsAtPath)
            {
                _readers.Begin(range);
            }
        }
    }

    private long EndOfRange(long start, out bool startsAtPath)
    {
        long nominal = start + _rangeLength;
        startsAtPath = false;
        if (nominal >= _length)
        {
            return _length;
        }

        long found = RangeBoundary.Find(_file, nominal);
        startsAtPath = found > start;
        return startsAtPath ? found : nominal;
    }
}
