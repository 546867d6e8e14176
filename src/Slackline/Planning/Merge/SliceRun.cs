using Slackline.Timing;

namespace Slackline.Planning.Merge;

/// <summary>
/// The paths of a batch of a slice, or of a whole command, as far as the merge has taken them up (<see cref="RunWriter"/>). Only the
/// merge's thread uses it.
/// </summary>
/// <param name="held">Counts the memory that it takes, and takes back its chunks.</param>
/// <param name="bound">None of its paths has a worse slack, in seconds.</param>
internal sealed class SliceRun(HeldChunks held, float bound) : KeyedRun
{
    private readonly Queue<KeyedChunk> _chunks = new();
    private KeyedChunk? _current;
    private int _index;

    // Of the first path that has not come.
    private float _comingSlack = bound;
    private bool _isComingKnown;
    private bool _isGivenUp;

    /// <summary>Whether no more paths come.</summary>
    public bool IsComplete { get; private set; }

    /// <inheritdoc/>
    public override RunHead Head
    {
        get
        {
            if (_current is null && _chunks.TryDequeue(out KeyedChunk next))
            {
                _current = next;
                _index = next.First;
            }

            if (_current is { } current)
            {
                float following = _index + 1 < current.End ? current.Slack(_index + 1) : SlackAfterCurrent;
                return new RunHead(RunState.Ready, current.Slack(_index), following);
            }

            return IsComplete ? RunHead.Ended : new RunHead(_isComingKnown ? RunState.Coming : RunState.Unknown, _comingSlack);
        }
    }

    /// <inheritdoc/>
    public override PathChunk Chunk => _current!.Value.Chunk;

    /// <inheritdoc/>
    public override int Index => _index;

    private float SlackAfterCurrent => !_chunks.TryPeek(out KeyedChunk next) ? (_isComingKnown ? _comingSlack : float.PositiveInfinity)
        : next.BeginsReport ? float.PositiveInfinity
        : next.Slack(next.First);

    /// <inheritdoc/>
    public override void Advance()
    {
        if (_current is { } current && ++_index == current.End)
        {
            held.Recycle(held.Release(current));
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
        if (_current is not { First: 0 } current
            || _index != 0
            || current.Chunk.Room < empty.Room
            || (!isOrderFree && current.HasTies(SlackAfterCurrent)))
        {
            return null;
        }

        held.Recycle(empty);
        _current = null;
        return held.Release(current);
    }

    /// <summary>Takes up what the worker has given; see <see cref="RunWriter.Add"/>.</summary>
    public void Take(KeyedChunk chunk, float? nextSlack, bool isLast)
    {
        if (_isGivenUp)
        {
            held.Recycle(chunk.Release());
            return;
        }

        held.Hold(chunk);
        _chunks.Enqueue(chunk);
        (_comingSlack, _isComingKnown) = (nextSlack ?? float.NaN, nextSlack is not null);
        IsComplete = isLast;
    }

    /// <summary>No more paths come.</summary>
    public void Complete() => IsComplete = true;

    /// <inheritdoc/>
    public override void Dispose()
    {
        _isGivenUp = true;
        IsComplete = true;
        if (_current is { } current)
        {
            _chunks.Enqueue(current);
            _current = null;
        }

        while (_chunks.TryDequeue(out KeyedChunk chunk))
        {
            held.Recycle(held.Release(chunk));
        }
    }
}
