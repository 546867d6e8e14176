namespace Slackline.Reports.Parallel;

/// <summary>
/// Reads ranges side by side, begun in the order in which they were given, on threads of its own and on the one that waits for them: nobody idles
/// while there is something to read. Nothing is allocated for a range: there are thousands in a file.
/// </summary>
internal sealed class RangeReaderPool : IDisposable
{
    // Whoever waits for a range looks so often whether it is still wanted.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private readonly object _lock = new();
    private readonly Queue<ReportRange> _waiting = new();
    private readonly Func<RangeReader> _makeReader;
    private readonly RangeReader _reader;
    private readonly Thread[] _threads;
    private bool _isStopped;

    /// <summary>Starts to read on so many threads, the one that waits among them.</summary>
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

    /// <summary>Has a range read.</summary>
    public void Begin(ReportRange range)
    {
        lock (_lock)
        {
            _waiting.Enqueue(range);
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Waits until a range is read, and meanwhile reads what nobody has begun.</summary>
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

    /// <summary>Reads a range at once, from where the one before it has ended.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void ReadAfter(ReportRange before, ReportRange range) => range.ReadAfter(before, _reader);

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

    // Null once the range is ready.
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
