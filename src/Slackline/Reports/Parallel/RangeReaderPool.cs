namespace Slackline.Reports.Parallel;

/// <summary>
/// Reads ranges in parallel, begun in the order in which they were given, on separate threads and on the thread that waits for them, so
/// that no thread idles while there is something to read. Nothing is allocated for a range: a file has thousands.
/// </summary>
internal sealed class RangeReaderPool : IDisposable
{
    // How often a waiting caller checks whether the range is still wanted.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private readonly object _lock = new();
    private readonly Queue<ReportRange> _waiting = new();
    private readonly Func<RangeReader> _makeReader;
    private readonly RangeReader _reader;
    private readonly Thread[] _threads;
    private bool _isStopped;

    /// <summary>Starts to read on <paramref name="threads"/> threads, including the one that waits.</summary>
    public RangeReaderPool(int threads, Func<RangeReader> makeReader)
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

    /// <summary>Queues a range for reading.</summary>
    public void Begin(ReportRange range)
    {
        lock (_lock)
        {
            _waiting.Enqueue(range);
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Waits until a range is read. Meanwhile, reads ranges that no thread has begun.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public void Await(ReportRange range, CancellationToken cancellation)
    {
        while (TryTakeMeanwhile(range, cancellation) is { } other)
        {
            Read(other, _reader);
        }

        range.ThrowFault();
    }

    /// <summary>Reads a range at once, from where the one before it ended.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void ReadAfter(ReportRange before, ReportRange range) => range.ReadAfter(before, _reader);

    /// <summary>Stops the threads. Ranges that were not read stay unread.</summary>
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
        RangeReader reader = _makeReader();
        while (TryTake() is { } range)
        {
            Read(range, reader);
        }
    }

    private void Read(ReportRange range, RangeReader reader)
    {
        range.TryRead(reader);
        lock (_lock)
        {
            range.IsReady = true;
            Monitor.PulseAll(_lock);
        }
    }

    private ReportRange? TryTake()
    {
        lock (_lock)
        {
            ReportRange? range = null;
            while (!_isStopped && !_waiting.TryDequeue(out range))
            {
                Monitor.Wait(_lock);
            }

            return range;
        }
    }

    // Null when the range is ready.
    private ReportRange? TryTakeMeanwhile(ReportRange range, CancellationToken cancellation)
    {
        lock (_lock)
        {
            ReportRange? other = null;
            while (!range.IsReady && !_waiting.TryDequeue(out other))
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_lock, s_patience);
            }

            return other;
        }
    }
}
