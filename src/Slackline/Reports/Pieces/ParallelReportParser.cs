using Microsoft.Win32.SafeHandles;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Reports.Pieces;

/// <summary>
/// Reads a saved report on several cores: it is cut where paths seem to begin, its pieces are read side by side, and handed on in their
/// order. Each piece is read as if the one before it ended just there, between two paths; where that turns out to be wrong, it is read
/// again from where the one before it did end. So the result is always that of <see cref="OpenStaStreamParser"/>; only chunks may hold fewer paths.
/// </summary>
internal sealed class ParallelReportParser : IReportParser, IDisposable
{
    /// <summary>How long a piece is, unless told otherwise: shorter ones learn their names more often, chunks of longer ones leave a core's own cache.</summary>
    public const int UsualPieceLength = 1024 * 1024;

    // So many for each thread are begun or read at a time: with fewer, a thread that the system or the JIT holds up soon holds up the others.
    private const int PiecesAhead = 3;

    private readonly SafeFileHandle _file;
    private readonly IReportSink _sink;
    private readonly long _length;
    private readonly int _piecesAhead;
    private readonly int _pieceLength;
    private readonly Stack<ReportPiece> _spare = new();
    private readonly Queue<ReportPiece> _ahead = new();
    private readonly PieceReaders _readers;
    private ReportPiece? _current;
    private ReportPiece? _before;
    private long _nextStart;
    private bool _isSeam = true;

    /// <summary>A parser of a file.</summary>
    /// <param name="file">A plain report, not compressed; it must stay open until the parser is disposed of.</param>
    /// <param name="sink">Takes all blocks in their order, on the thread that calls <see cref="Fill"/>.</param>
    /// <param name="threads">How many pieces are read side by side; the thread that calls <see cref="Fill"/> is one of them.</param>
    /// <param name="units">The units of the report's numbers.</param>
    /// <param name="pieceLength">How many bytes a piece has, more or less.</param>
    /// <param name="windowLength">How much of the text each core has at hand.</param>
    /// <param name="limits">Bounds on lines and blocks; null for the usual ones.</param>
    /// <param name="context">What is known of the whole report; null for nothing.</param>
    public ParallelReportParser(
        SafeFileHandle file, IReportSink sink, int threads, TimingUnits units, int pieceLength = UsualPieceLength, int windowLength = TextWindow.UsualSize, ReportReaderLimits? limits = null, ReportContext? context = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _file = file;
        _sink = new ContextSink(sink, context ?? ReportContext.None);
        _length = RandomAccess.GetLength(file);
        _piecesAhead = PiecesAhead * threads;
        _readers = new PieceReaders(threads, () => new PieceReader(file, windowLength, units, limits));
        _pieceLength = pieceLength;
    }

    /// <inheritdoc/>
    public bool Fill(ref PathChunk chunk, CancellationToken cancellation = default)
    {
        // It goes back at once, so that the next piece is read into what is in the cache of this core.
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

    // The piece just handed on stays until it is known how the next one joins it.
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

    // Makes the next piece the current one; false when there is none.
    private bool TryNext(CancellationToken cancellation)
    {
        ReadAhead();
        while (_ahead.TryPeek(out ReportPiece? piece))
        {
            // It leaves the queue once it is read: whoever is cancelled may ask for it again.
            _readers.Await(piece, cancellation);
            _ahead.Dequeue();
            ReadAhead();
            if (_before?.ReachesTo(piece.End) == true)
            {
                piece.Clear();
                _spare.Push(piece);
                continue;
            }

            if (_before is not null && !(piece.IsRead && _before.EndsBetweenPathsAt(piece.Start) && piece.TryInherit(_before.State.Units)))
            {
                _readers.ReadBehind(_before, piece);
            }

            _current = piece;
            return true;
        }

        return false;
    }

    private void ReadAhead()
    {
        while (_ahead.Count < _piecesAhead && _nextStart < _length)
        {
            long start = _nextStart;
            bool isSeam = _isSeam;
            _nextStart = EndOfPiece(start, out _isSeam);
            long end = _nextStart;
            ReportPiece piece = _spare.TryPop(out ReportPiece? spare) ? spare : new ReportPiece(_sink.WantsTextOfPaths);
            piece.Expect(start, end, isAwaited: isSeam);
            _ahead.Enqueue(piece);
            if (isSeam)
            {
                _readers.Begin(piece);
            }
        }
    }

    private long EndOfPiece(long start, out bool isSeam)
    {
        long nominal = start + _pieceLength;
        isSeam = false;
        if (nominal >= _length)
        {
            return _length;
        }

        long found = PieceBoundary.Find(_file, nominal);
        isSeam = found > start;
        return isSeam ? found : nominal;
    }
}
