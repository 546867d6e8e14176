using Slackline.Planning.Merge;
using Slackline.Sessions;
using Slackline.Timing;

namespace Slackline.Planning.Slices;

/// <summary>
/// One try of a command, or of some batches of a slice: hands what the tool prints to the run of each batch, after what an earlier try
/// has given.
/// </summary>
internal sealed class SliceReading
{
    private readonly HeldChunks _chunks;
    private readonly IReadOnlyList<RunWriter> _runs;
    private readonly Action<int, TimeSpan>? _learn;
    private readonly float[] _exact = new float[PathChunk.Capacity];
    private int _current;
    private long _skip;
    private bool _isOutOfStep;
    private bool _beginsReport;

    /// <summary>A try.</summary>
    /// <param name="chunks">Where chunks come from.</param>
    /// <param name="runs">A run for each batch.</param>
    /// <param name="learn">Records how long the tool took to find a batch. Null for a command that does not run in batches: the tool marks
    /// none.</param>
    public SliceReading(HeldChunks chunks, IReadOnlyList<RunWriter> runs, Action<int, TimeSpan>? learn)
    {
        _chunks = chunks;
        _runs = runs;
        _learn = learn;
        _current = HasBatches ? -1 : 0;
        _skip = runs[0].Given;
    }

    private bool HasBatches => _learn is not null;

    /// <summary>Reads a command to its end.</summary>
    /// <param name="command">The command.</param>
    /// <param name="deadline">Ends the reading of a command that prints nothing for too long.</param>
    /// <param name="timeout">How long that is.</param>
    /// <param name="cancellation">Gives it up, also while paths wait to be taken up, which does not count as the command's time.</param>
    /// <exception cref="StaException">It did not end as it should; what it printed before has been given.</exception>
    /// <exception cref="InvalidDataException">What it printed does not agree with the slacks that it recorded, or with what an earlier
    /// try has given.</exception>
    public void Read(PathCommand command, CancellationTokenSource deadline, TimeSpan timeout, CancellationToken cancellation)
    {
        using var slacks = new SlackFile(AsideFiles.Slacks(command.Aside));
        bool more = true;
        while (more)
        {
            PathChunk chunk = _chunks.Rent();
            StaException? fault = null;
            try
            {
                deadline.CancelAfter(timeout);
                more = command.Fill(ref chunk, deadline.Token);
            }
            catch (StaException e)
            {
                // What came before it counts.
                fault = e;
            }

            deadline.CancelAfter(Timeout.InfiniteTimeSpan);
            Give(chunk, slacks, cancellation);
            if (fault is not null)
            {
                throw fault;
            }
        }

        PassMarks(slacks, cancellation);
        if (slacks.Next is not null || _skip > 0 || _current < _runs.Count - 1)
        {
            throw new InvalidDataException("The tool printed fewer paths than it found.");
        }

        if (HasBatches)
        {
            // No mark follows the last batch, and where that is without paths, there is no last path either.
            _runs[_current].Complete(cancellation);
        }
    }

    private void Give(PathChunk chunk, SlackFile slacks, CancellationToken cancellation)
    {
        int start = 0;
        while (start < chunk.Count)
        {
            PassMarks(slacks, cancellation);
            ReadOnlySpan<float> exact = TakeSlacks(slacks, chunk.Count - start);
            exact = SetSlacks(chunk, start, exact);
            int skipped = Skip(exact);
            if (exact.Length == chunk.Count && skipped < exact.Length && chunk.Count >= chunk.Room / 2)
            {
                Add(new KeyedChunk(chunk, skipped, exact), slacks, cancellation);
                return;
            }

            if (skipped < exact.Length)
            {
                Add(Part(chunk, start + skipped, exact[skipped..]), slacks, cancellation);
            }

            start += exact.Length;
        }

        _chunks.Recycle(chunk);
    }

    private void Add(KeyedChunk chunk, SlackFile slacks, CancellationToken cancellation)
    {
        // The tool records all slacks of a batch before it prints the first path.
        float? next = slacks.Next;
        _runs[_current].Add(chunk with { BeginsReport = _beginsReport }, next, isLast: HasBatches && next is null, cancellation);
        _beginsReport = false;
    }

    // The slacks of the next paths, as far as they are in one batch.
    private ReadOnlySpan<float> TakeSlacks(SlackFile slacks, int most)
    {
        for (int i = 0; i < most; i++)
        {
            if (!HasBatches && slacks.IsAtReport)
            {
                if (i > 0)
                {
                    return _exact.AsSpan(0, i);
                }

                slacks.TakeAny();
                _beginsReport = true;
            }

            if ((HasBatches ? slacks.Take() : slacks.TakeAny()) is { } slack)
            {
                _exact[i] = slack;
            }
            else if (!HasBatches)
            {
                // The tool records no slacks of this command, or all would be there.
                _exact.AsSpan(i, most - i).Fill(float.NaN);
                break;
            }
            else
            {
                return i > 0 ? _exact.AsSpan(0, i) : throw new InvalidDataException("The tool printed more paths than it found.");
            }
        }

        return _exact.AsSpan(0, most);
    }

    // The recorded slack is the path's, if it agrees with the printed one (statistical slacks are printed differently). A whole script may
    // also print paths whose slacks it does not record (report_path): from there on no slack is known.
    private ReadOnlySpan<float> SetSlacks(PathChunk chunk, int start, ReadOnlySpan<float> exact)
    {
        for (int i = 0; i < exact.Length; i++)
        {
            if (!_isOutOfStep && IsPrintedAs(chunk, start + i, exact[i]))
            {
                chunk.SetExactSlack(start + i, exact[i]);
            }
            else if (!HasBatches)
            {
                _isOutOfStep = true;
                _exact.AsSpan(i, exact.Length - i).Fill(float.NaN);
                break;
            }
        }

        return exact;
    }

    private static bool IsPrintedAs(PathChunk chunk, int path, float seconds)
    {
        double printed = chunk.PrintedSlack(path);
        if (float.IsNaN(seconds) || double.IsNaN(printed))
        {
            return true;
        }

        // JSON has three digits of whatever size the number is.
        double exact = seconds / chunk.Units.Time;
        double rounding = chunk.Format[path] == PathFormat.Json ? 2e-3 * Math.Abs(exact) : 0.51 * Math.Pow(10, -chunk.Digits[path]);
        return Math.Abs(exact - printed) <= rounding + (1e-5 * Math.Abs(exact));
    }

    // How many of these paths an earlier try has given.
    private int Skip(ReadOnlySpan<float> exact)
    {
        int skipped = (int)Math.Min(_skip, exact.Length);
        _skip -= skipped;
        return skipped > 0 && _skip == 0 && !exact[skipped - 1].Equals(_runs[_current].LastSlack) ? throw OtherPaths() : skipped;
    }

    private void PassMarks(SlackFile slacks, CancellationToken cancellation)
    {
        while (HasBatches && slacks.TakeMark() is { } took)
        {
            if (_current >= 0)
            {
                if (_skip > 0)
                {
                    throw OtherPaths();
                }

                // All its paths are there, or it has none.
                _runs[_current].Complete(cancellation);
            }

            if (++_current == _runs.Count)
            {
                throw new InvalidDataException("The tool searched for more than it was asked for.");
            }

            _learn!(_current, took);
        }
    }

    private static KeyedChunk Part(PathChunk chunk, int first, ReadOnlySpan<float> slacks)
    {
        PathChunk part = PathChunk.WithRoomFor(slacks.Length);
        for (int i = 0; i < slacks.Length; i++)
        {
            part.Append(chunk, first + i);
        }

        return new KeyedChunk(part, 0, slacks);
    }

    private static InvalidDataException OtherPaths() => new("Run again, the command gave other paths.");
}
