using Slackline.Timing;

namespace Slackline.Planning.Merge;

/// <summary>
/// The paths of a batch of a slice, or of a whole command, between the worker that reads them and the merge that takes them. Everything
/// is guarded by the lock that all runs of an execution share; whoever waits for something waits on it.
/// </summary>
internal sealed class SliceRun : KeyedRun
{
    private readonly RunExchange _exchange;
    private readonly long _maxBytes;
    private readonly Func<bool> _mayGoOn;
    private readonly Queue<KeyedChunk> _chunks = new();
    private KeyedChunk? _current;
    private int _index;
    private float _slackBehindAll;
    private bool _isBehindKnown;
    private long _bytes;
    private bool _isComplete;
    private bool _isGivenUp;

    /// <summary>A run that has not begun.</summary>
    /// <param name="exchange">What it shares with the others.</param>
    /// <param name="bound">None of its paths has a worse slack, in seconds.</param>
    /// <param name="maxBytes">The worker waits when so much has not been taken yet.</param>
    public SliceRun(RunExchange exchange, float bound, long maxBytes)
    {
        _exchange = exchange;
        _maxBytes = maxBytes;
        _slackBehindAll = bound;
        _mayGoOn = () => (_bytes < _maxBytes && _exchange.HasRoom) || _isGivenUp;
    }

    /// <summary>How many paths the worker has given.</summary>
    public long Received { get; private set; }

    /// <summary>The slack of the last path that the worker has given.</summary>
    public float LastSlack { get; private set; } = float.NaN;

    /// <summary>Whether no more paths come, or none are wanted any more.</summary>
    public bool IsComplete
    {
        get
        {
            lock (_exchange.Lock)
            {
                return _isComplete;
            }
        }
    }

    /// <inheritdoc/>
    public override RunHead Head
    {
        get
        {
            if (_current is { } current && _index + 1 < current.End)
            {
                return new RunHead(RunState.Ready, current.Slack(_index), current.Slack(_index + 1));
            }

            lock (_exchange.Lock)
            {
                if (_current is null && _chunks.TryDequeue(out KeyedChunk next))
                {
                    _current = next;
                    _index = next.First;
                }

                return _current is { } last ? new RunHead(RunState.Ready, last.Slack(_index), _index + 1 < last.End ? last.Slack(_index + 1) : SlackBehindCurrent)
                    : _isComplete ? RunHead.Ended
                    : new RunHead(_isBehindKnown ? RunState.Coming : RunState.Unknown, _slackBehindAll);
            }
        }
    }

    /// <inheritdoc/>
    public override PathChunk Chunk => _current!.Value.Chunk;

    /// <inheritdoc/>
    public override int Index => _index;

    /// <inheritdoc/>
    public override void Advance()
    {
        if (_current is { } current && ++_index == current.End)
        {
            _exchange.Recycle(Release(current));
            _current = null;
        }
    }

    /// <summary>
    /// Takes the current chunk as it is, when none of it has been taken, and no two neighbours are nearly equal or that does not matter;
    /// otherwise null.
    /// </summary>
    /// <param name="empty">A chunk that takes its place.</param>
    /// <param name="isOrderFree">Whether its paths may come in any order.</param>
    public PathChunk? TakeWhole(PathChunk empty, bool isOrderFree)
    {
        if (_current is not { First: 0 } current || _index != 0 || current.Chunk.Room < empty.Room || (!isOrderFree && current.HasTies(SlackBehindCurrent)))
        {
            return null;
        }

        _exchange.Recycle(empty);
        _current = null;
        return Release(current);
    }

    /// <summary>Gives paths; waits while too many have not been taken.</summary>
    /// <param name="chunk">The paths; the chunk belongs to the run from then on.</param>
    /// <param name="slackBehind">The slack of the path after them; null when there is none, it is not known, or it belongs to another
    /// report.</param>
    /// <param name="isLast">Whether no more come after them.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public void Add(KeyedChunk chunk, float? slackBehind, bool isLast, CancellationToken cancellation)
    {
        lock (_exchange.Lock)
        {
            if (_isGivenUp)
            {
                // Nobody wants it any more.
                _exchange.Recycle(chunk.Release());
                return;
            }

            _chunks.Enqueue(chunk);
            _bytes += chunk.SizeInBytes;
            _exchange.AddHeld(chunk.SizeInBytes);
            Received += chunk.End - chunk.First;
            LastSlack = chunk.Slack(chunk.End - 1);
            (_slackBehindAll, _isBehindKnown) = (slackBehind ?? float.NaN, slackBehind is not null);
            _isComplete = isLast;
            _exchange.Changed();
        }

        _exchange.WaitUntil(_mayGoOn, cancellation);
    }

    /// <summary>No more paths come.</summary>
    public void Complete()
    {
        lock (_exchange.Lock)
        {
            _isComplete = true;
            _exchange.Changed();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        lock (_exchange.Lock)
        {
            _isGivenUp = true;
            Complete();
            if (_current is { } current)
            {
                _chunks.Enqueue(current);
                _current = null;
            }

            while (_chunks.TryDequeue(out KeyedChunk chunk))
            {
                _exchange.Recycle(Release(chunk));
            }
        }
    }

    private float SlackBehindCurrent
    {
        get
        {
            lock (_exchange.Lock)
            {
                return !_chunks.TryPeek(out KeyedChunk next) ? (_isBehindKnown ? _slackBehindAll : float.PositiveInfinity)
                    : next.BeginsReport ? float.PositiveInfinity
                    : next.Slack(next.First);
            }
        }
    }

    private PathChunk Release(KeyedChunk chunk)
    {
        lock (_exchange.Lock)
        {
            _bytes -= chunk.SizeInBytes;
            _exchange.AddHeld(-chunk.SizeInBytes);
            _exchange.Changed();
        }

        return chunk.Release();
    }
}
