namespace Slackline.Reports.Pieces;

/// <summary>
/// Reads pieces side by side, begun in the order in which they were given, on threads of its own and on the one that waits for them: nobody idles
/// while there is something to read. Nothing is allocated for a piece: there are thousands in a file.
/// </summary>
internal sealed class PieceReaders : IDisposable
{
    // Whoever waits for a piece looks so often whether it is still wanted.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private readonly object _lock = new();
    private readonly Queue<ReportPiece> _waiting = new();
    private readonly Func<PieceReader> _makeReader;
    private readonly PieceReader _reader;
    private readonly Thread[] _threads;
    private bool _isStopped;

    /// <summary>Starts to read on so many threads, the one that waits among them.</summary>
    public PieceReaders(int threads, Func<PieceReader> makeReader)
    {
        _makeReader = makeReader;
        _reader = makeReader();
        _threads = new Thread[threads - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            _threads[i] = new Thread(Work) { IsBackground = true, Name = "Slackline reader" };
            _threads[i].Start();
        }
    }

    /// <summary>Has a piece read.</summary>
    public void Begin(ReportPiece piece)
    {
        lock (_lock)
        {
            _waiting.Enqueue(piece);
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Waits until a piece is read, and meanwhile reads what nobody has begun.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public void Await(ReportPiece piece, CancellationToken cancellation)
    {
        while (TryTakeMeanwhile(piece, cancellation) is { } other)
        {
            Read(other, _reader);
        }

        piece.ThrowFault();
    }

    /// <summary>Reads a piece at once, from where the one before it has ended.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void ReadBehind(ReportPiece before, ReportPiece piece) => piece.ReadBehind(before, _reader);

    /// <summary>Stops the threads; what was not read will not be.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isStopped = true;
            Monitor.PulseAll(_lock);
        }

        foreach (Thread thread in _threads)
        {
            thread.Join();
        }
    }

    private void Work()
    {
        PieceReader reader = _makeReader();
        while (TryTake() is { } piece)
        {
            Read(piece, reader);
        }
    }

    private void Read(ReportPiece piece, PieceReader reader)
    {
        piece.TryRead(reader);
        lock (_lock)
        {
            piece.IsReady = true;
            Monitor.PulseAll(_lock);
        }
    }

    private ReportPiece? TryTake()
    {
        lock (_lock)
        {
            ReportPiece? piece = null;
            while (!_isStopped && !_waiting.TryDequeue(out piece))
            {
                Monitor.Wait(_lock);
            }

            return piece;
        }
    }

    // Null once the piece is ready.
    private ReportPiece? TryTakeMeanwhile(ReportPiece piece, CancellationToken cancellation)
    {
        lock (_lock)
        {
            ReportPiece? other = null;
            while (!piece.IsReady && !_waiting.TryDequeue(out other))
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_lock, s_patience);
            }

            return other;
        }
    }
}
