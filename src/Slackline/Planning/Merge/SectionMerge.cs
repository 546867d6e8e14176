using Slackline.Timing;

namespace Slackline.Planning.Merge;

/// <summary>What a merge has done.</summary>
internal enum MergeOutcome
{
    /// <summary>The chunk is full.</summary>
    Full,

    /// <summary>What comes next is not known yet.</summary>
    Waits,

    /// <summary>All paths of the section have been given.</summary>
    Ended,
}

/// <summary>
/// Merges the runs of a section. A path is given once it is worse than whatever the others may still have: the next path of each, known or bounded, and the worst
/// endpoint for which no slice has begun.
/// </summary>
internal sealed class SectionMerge(long groupCount) : IDisposable
{
    private readonly PriorityQueue<KeyedRun, float> _runs = new();
    private readonly TieChain _chain = new();
    private long _left = groupCount;

    /// <summary>The worst slack of the endpoints for which no slice has begun, in seconds; infinity when there are none.</summary>
    public float UnbegunBound { get; set; } = float.PositiveInfinity;

    /// <summary>All runs that may have paths.</summary>
    public IEnumerable<KeyedRun> Runs => _runs.UnorderedItems.Select(static item => item.Element);

    /// <summary>Adds a run.</summary>
    public void Add(KeyedRun run) => _runs.Enqueue(run, run.Slack);

    /// <summary>Replaces runs by one that has their paths.</summary>
    public void Replace(IReadOnlyCollection<KeyedRun> old, KeyedRun by)
    {
        foreach (KeyedRun run in old)
        {
            _runs.Remove(run, out _, out _);
        }

        Add(by);
    }

    /// <summary>Fills a chunk with the next paths, in the exact order.</summary>
    public MergeOutcome FillInOrder(ref PathChunk chunk)
    {
        while (true)
        {
            if (_chain.HasSorted)
            {
                int before = chunk.Count;
                _chain.MoveTo(chunk, _left);
                _left -= chunk.Count - before;
            }

            if (_left <= 0)
            {
                return MergeOutcome.Ended;
            }

            if (chunk.IsFull || _chain.HasSorted)
            {
                return MergeOutcome.Full;
            }

            if (Worst(out RunState state, out _) is { } run)
            {
                if (state != RunState.Ready || UnbegunBound <= run.Slack || !TryTake(_runs.Dequeue(), ref chunk))
                {
                    return MergeOutcome.Waits;
                }
            }
            else if (!float.IsPositiveInfinity(UnbegunBound))
            {
                return MergeOutcome.Waits;
            }
            else if (_chain.IsOpen)
            {
                _chain.Sort();
            }
            else
            {
                return MergeOutcome.Ended;
            }
        }
    }

    /// <summary>Fills a chunk with paths that are there, in whichever order.</summary>
    public MergeOutcome FillInAnyOrder(ref PathChunk chunk)
    {
        while (!chunk.IsFull)
        {
            KeyedRun? ready = null;
            KeyedRun? ended = null;
            foreach ((KeyedRun some, _) in _runs.UnorderedItems)
            {
                RunState state = some.State;
                ended = state == RunState.Ended ? some : ended;
                ready = state == RunState.Ready && (ready is null || some.Slack < ready.Slack) ? some : ready;
            }

            if (ended is not null)
            {
                _runs.Remove(ended, out _, out _);
                ended.Dispose();
                continue;
            }

            if (ready is null)
            {
                return _runs.Count == 0 && float.IsPositiveInfinity(UnbegunBound) ? MergeOutcome.Ended : MergeOutcome.Waits;
            }

            if (chunk.Count == 0 && ready is SliceRun run && run.TakeWhole(chunk, isOrderFree: true) is { } whole)
            {
                chunk = whole;
                return MergeOutcome.Full;
            }

            if (!chunk.CanAppend(ready.Chunk))
            {
                return MergeOutcome.Full;
            }

            // All that it has, lest all runs be looked at for every path.
            while (ready.State == RunState.Ready && chunk.CanAppend(ready.Chunk))
            {
                chunk.Append(ready.Chunk, ready.Index);
                ready.Advance();
            }
        }

        return MergeOutcome.Full;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (KeyedRun run in Runs)
        {
            run.Dispose();
        }

        _runs.Clear();
    }

    // The run with the worst next path, or with the worst bound of one, what it has, and that slack or bound; null when no run has any more. Workers go on meanwhile: what was a
    // bound when the run was found to be the worst may be a path a moment later, and not the worst any more. So each is looked at once, and the state before the slack: that of a
    // path which is there stays.
    private KeyedRun? Worst(out RunState state, out float slack)
    {
        state = RunState.Ended;
        while (_runs.TryPeek(out KeyedRun? run, out slack))
        {
            state = run.State;
            if (state == RunState.Ended)
            {
                _runs.Dequeue();
                run.Dispose();
            }
            else if (run.Slack.Equals(slack))
            {
                return run;
            }
            else
            {
                // It was bounded when it was put there, and more is known now.
                _runs.Dequeue();
                Add(run);
            }
        }

        return null;
    }

    // Takes the next path of a run that has left the queue, and puts the run back; false when one that may be nearly equal is not known yet.
    private bool TryTake(KeyedRun run, ref PathChunk chunk)
    {
        if (_runs.Count == 0 && chunk.Count == 0 && !_chain.IsOpen && float.IsPositiveInfinity(UnbegunBound) && run is SliceRun alone && alone.Chunk.Count <= _left && alone.TakeWhole(chunk, isOrderFree: false) is { } whole)
        {
            chunk = whole;
            _left -= whole.Count;
            Add(run);
            return true;
        }

        float slack = run.Slack;
        bool isBoundNear = NearTies.AreNeighbours(slack, UnbegunBound);
        bool isNear = NearTies.AreNeighbours(slack, run.SlackBehind);
        if (Worst(out RunState state, out float next) is not null && NearTies.AreNeighbours(slack, next))
        {
            isNear = true;
            isBoundNear |= state == RunState.Unknown;
        }

        if (isBoundNear)
        {
            Add(run);
            return false;
        }

        if (_chain.IsOpen && (_chain.IsFull || _chain.IsStrange(run.Chunk, run.Index, slack)))
        {
            Add(run);
            _chain.Sort();
            return true;
        }

        if (_chain.IsOpen || isNear)
        {
            _chain.Add(run.Chunk, run.Index, slack);
        }
        else
        {
            chunk.Append(run.Chunk, run.Index);
            _left--;
        }

        run.Advance();
        Add(run);
        if (_chain.IsOpen && !isNear)
        {
            _chain.Sort();
        }

        return true;
    }
}
