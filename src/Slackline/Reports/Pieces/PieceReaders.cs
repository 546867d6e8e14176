namespace Slackline.Reports.Pieces;

/// <summary>Threads that read pieces side by side, begun in the order in which they were given. Nothing is allocated for a piece: there are thousands in a file.</summary>
internal sealed class PieceReaders : IDisposable
{
    // Whoever waits for a piece looks so often whether it is still wanted.
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(50);

    private readonly object _lock = new();
    private readonly Queue<ReportPiece> _waiting = new();
    private readonly Thread[] _threads;
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Starts so many threads.</summary>
    public PieceReaders(int threads)
    {
        _threads = new Thread[threads];
        for (int i = 0; i < threads; i++)
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

    /// <summary>Waits until a piece is read.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public void Await(ReportPiece piece, CancellationToken cancellation)
    {
        lock (_lock)
        {
            while (!piece.IsReady)
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_lock, _patience);
            }
        }

        piece.ThrowFault();
    }

    /// <summary>Stops the threads; what was not read will not be.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _stop.Cancel();
            Monitor.PulseAll(_lock);
        }

        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _stop.Dispose();
    }

    private void Work()
    {
        while (TryTake() is { } piece)
        {
            piece.TryRead(_stop.Token);
            lock (_lock)
            {
                piece.IsReady = true;
                Monitor.PulseAll(_lock);
            }
        }
    }

    private ReportPiece? TryTake()
    {
        lock (_lock)
        {
            while (!_stop.IsCancellationRequested)
            {
                if (_waiting.TryDequeue(out ReportPiece? piece))
                {
                    return piece;
                }

                Monitor.Wait(_lock);
            }

            return null;
        }
    }
}
