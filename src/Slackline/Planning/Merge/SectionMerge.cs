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
/// Merges the runs of a section by <see cref="MergeRule"/>. Its queue finds the worst runs, so that not all are looked at for every path.
/// </summary>
internal sealed class SectionMerge(long groupCount) : IDisposable
{
    // By the slack of the next path, or the bound, that was known when the run was put there.
    private readonly PriorityQueue<KeyedRun, float> _runs = new();
    private readonly NearTieGroup _ties = new();
    private long _left = groupCount;

    /// <summary>The worst slack of the endpoints for which no slice has begun, in seconds; infinity when there are none.</summary>
    public float NotBegunBound { get; set; } = float.PositiveInfinity;

    /// <summary>All runs that may have paths.</summary>
    public IEnumerable<KeyedRun> Runs => _runs.UnorderedItems.Select(static item => item.Element);

    /// <summary>Adds a run.</summary>
    public void Add(KeyedRun run) => _runs.Enqueue(run, run.Head.Slack);

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
            if (_ties.HasSorted)
            {
                int before = chunk.Count;
                _ties.MoveTo(chunk, _left);
                _left -= chunk.Count - before;
            }

            if (_left <= 0)
            {
                return MergeOutcome.Ended;
            }

            if (chunk.IsFull || _ties.HasSorted)
            {
                return MergeOutcome.Full;
            }

            // Out of the queue, while the worst of the others is looked for there.
            KeyedRun? run = Worst(out RunHead head);
            if (run is not null)
            {
                _runs.Dequeue();
            }

            Worst(out RunHead other);
            bool isStuck = !TryStep(run, head, other, ref chunk);
            if (run is not null)
            {
                Add(run);
            }

            if (isStuck)
            {
                return run is null && float.IsPositiveInfinity(NotBegunBound) ? MergeOutcome.Ended : MergeOutcome.Waits;
            }
        }
    }

    /// <summary>Fills a chunk with paths that are there, in any order.</summary>
    public MergeOutcome FillInAnyOrder(ref PathChunk chunk)
    {
        while (!chunk.IsFull)
        {
            KeyedRun? ready = null;
            KeyedRun? ended = null;
            float worst = float.PositiveInfinity;
            foreach ((KeyedRun some, _) in _runs.UnorderedItems)
            {
                RunHead head = some.Head;
                ended = head.State == RunState.Ended ? some : ended;
                if (head.State == RunState.Ready && (ready is null || head.Slack < worst))
                {
                    (ready, worst) = (some, head.Slack);
                }
            }

            if (ended is not null)
            {
                _runs.Remove(ended, out _, out _);
                ended.Dispose();
                continue;
            }

            if (ready is null)
            {
                return _runs.Count == 0 && float.IsPositiveInfinity(NotBegunBound) ? MergeOutcome.Ended : MergeOutcome.Waits;
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

            // All that it has, so that not all runs are looked at for every path.
            while (ready.Head.State == RunState.Ready && chunk.CanAppend(ready.Chunk))
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

    // The run with the worst next path, or with the worst bound of one; null when no run has any more. It stays in the queue.
    private KeyedRun? Worst(out RunHead head)
    {
        while (_runs.TryPeek(out KeyedRun? run, out float known))
        {
            // More may be known of it by now than when it was put there.
            head = run.Head;
            if (head.State != RunState.Ended && head.Slack.Equals(known))
            {
                return run;
            }

            _runs.Dequeue();
            if (head.State == RunState.Ended)
            {
                run.Dispose();
            }
            else
            {
                _runs.Enqueue(run, head.Slack);
            }
        }

        head = RunHead.Ended;
        return null;
    }

    // Does what the rule allows: orders the near ties, or lets the next path of the worst run leave; false when it allows neither.
    private bool TryStep(KeyedRun? run, RunHead head, RunHead other, ref PathChunk chunk)
    {
        RunHead notBegun = RunHead.NotBegun(NotBegunBound);
        if (_ties.IsOpen && MergeRule.IsComplete(_ties.LastSlack, [head, other, notBegun]))
        {
            _ties.Sort();
            return true;
        }

        Departure departure = MergeRule.Of(head, [other, notBegun]);
        if (run is null || departure == Departure.Waits)
        {
            return false;
        }

        bool isAlone = other.State == RunState.Ended && notBegun.State == RunState.Ended;
        if (isAlone && !_ties.IsOpen && TryTakeWhole(run, ref chunk))
        {
            return true;
        }

        if (_ties.IsOpen && (_ties.IsFull || _ties.StartsNewGroup(run.Chunk, run.Index, head.Slack)))
        {
            _ties.Sort();
            return true;
        }

        if (_ties.IsOpen || departure == Departure.JoinsTies)
        {
            _ties.Add(run.Chunk, run.Index, head.Slack);
        }
        else
        {
            chunk.Append(run.Chunk, run.Index);
            _left--;
        }

        run.Advance();
        if (_ties.IsOpen && departure == Departure.Leaves)
        {
            _ties.Sort();
        }

        return true;
    }

    // A run without others hands on its chunks as they are.
    private bool TryTakeWhole(KeyedRun run, ref PathChunk chunk)
    {
        if (chunk.Count > 0
            || run is not SliceRun alone
            || alone.Chunk.Count > _left
            || alone.TakeWhole(chunk, isOrderFree: false) is not { } whole)
        {
            return false;
        }

        chunk = whole;
        _left -= whole.Count;
        return true;
    }
}
