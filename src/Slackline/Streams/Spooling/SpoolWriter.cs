using System.Diagnostics;
using Slackline.Timing;

namespace Slackline.Streams.Spooling;

/// <summary>
/// Writes a stream's chunks, in their order. A chunk whose <see cref="AppendAsync"/> has returned is there whatever happens to this
/// process. For one thread at a time; <see cref="State"/> can be read by any.
/// </summary>
internal sealed class SpoolWriter : IDisposable
{
    // The ends of files are small, and a writer that waits for the quota must be able to end.
    private const long NoPromise = 0;

    private readonly string _folder;
    private readonly SpoolLimits _limits;
    private readonly SpoolIndex _index;
    private readonly SpoolQuota _quota;
    private readonly SpoolRetention _retention;
    private readonly ChunkEncoder _encoder = new();
    private SpoolSegment? _segment;
    private int _segments;
    private volatile SpoolState _state = SpoolState.Writing;
    private long _patience = Timeout.InfiniteTimeSpan.Ticks;

    internal SpoolWriter(string folder, SpoolLimits limits, SpoolIndex index, SpoolQuota quota, SpoolRetention retention)
    {
        _folder = folder;
        _limits = limits;
        _index = index;
        _quota = quota;
        _retention = retention;
    }

    /// <summary>Whether it writes or waits, and how it ended.</summary>
    public SpoolState State => _state;

    /// <summary>
    /// How long it waits for room before that is a fault; no bound unless set. Any thread may set it, also while it waits.
    /// </summary>
    public TimeSpan Patience
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _patience));
        set => Interlocked.Exchange(ref _patience, value.Ticks);
    }

    private bool HasEnded => _state is not (SpoolState.Writing or SpoolState.WaitingForQuota or SpoolState.DiskFull);

    /// <summary>
    /// Writes a chunk; when this returns, its paths are acknowledged. Waits while the state directory is at its quota or the disk is full.
    /// Cancelled, it leaves nothing of the chunk. The chunk can be used again afterwards.
    /// </summary>
    /// <exception cref="InvalidOperationException">The spool has ended.</exception>
    /// <exception cref="SpoolException">There was no room for as long as <see cref="Patience"/>.</exception>
    public async ValueTask AppendAsync(PathChunk chunk, CancellationToken cancellation = default)
    {
        if (HasEnded)
        {
            throw new InvalidOperationException("The spool has ended; nothing can be added to it.");
        }

        if (chunk.Count == 0)
        {
            return;
        }

        _encoder.Encode(chunk, _index.Paths);
        if (_segment?.Length >= _limits.SegmentBytes)
        {
            await WithRoomAsync(NoPromise, CloseSegment, cancellation).ConfigureAwait(false);
        }

        if (_segment is null)
        {
            await WithRoomAsync(SpoolSegment.SizeOfHeads, OpenSegment, cancellation).ConfigureAwait(false);
        }

        await WithRoomAsync(
            _encoder.Paths.Length + _encoder.Points.Length + IndexEntry.Size, () => Write(chunk), cancellation).ConfigureAwait(false);
    }

    /// <summary>Ends the spool: its files become whole Arrow IPC files. Waits while the disk is full, but not for the quota.</summary>
    /// <param name="end">How the stream ended.</param>
    /// <param name="cancellation">Stops the waiting; the spool has not ended then.</param>
    /// <exception cref="SpoolException">There was no room for as long as <see cref="Patience"/>.</exception>
    public async ValueTask CompleteAsync(SpoolState end = SpoolState.Complete, CancellationToken cancellation = default)
    {
        if (end is SpoolState.Writing or SpoolState.WaitingForQuota or SpoolState.DiskFull)
        {
            throw new ArgumentOutOfRangeException(nameof(end), end, "That is no end of a spool.");
        }

        if (!HasEnded)
        {
            await WithRoomAsync(NoPromise, () => End(end), cancellation).ConfigureAwait(false);
            _state = end;
            _encoder.Dispose();
        }
    }

    /// <summary>Ends the spool as interrupted, unless it has ended. Acknowledged paths are kept.</summary>
    public void Dispose()
    {
        if (HasEnded)
        {
            return;
        }

        try
        {
            End(SpoolState.Interrupted);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // There is no room for the footers of the files, or the disk failed: the next opening of the spool recovers it.
        }

        _state = SpoolState.Interrupted;
        _segment?.Dispose();
        _encoder.Dispose();
    }

    private long OpenSegment()
    {
        _segment = SpoolSegment.Create(_folder, _segments + 1, SpoolTables.Current);
        _segments++;
        return _segment.Length;
    }

    private long CloseSegment()
    {
        long written = _segment!.Close(_index);
        _segment.Dispose();
        _segment = null;
        return written;
    }

    private long Write(PathChunk chunk)
    {
        _segment!.Append(_index, _index.Paths, chunk.Count, chunk.RowCount, _encoder.Paths.Span, _encoder.Points.Span);
        return _encoder.Paths.Length + _encoder.Points.Length + IndexEntry.Size;
    }

    private long End(SpoolState end)
    {
        long written = _segment is null ? 0 : CloseSegment();
        new SpoolEnd(end, _index.Paths, MachineClock.Now).Write(_folder);
        return written;
    }

    private async ValueTask WithRoomAsync(long bytes, Func<long> write, CancellationToken cancellation)
    {
        long waitsSince = 0;
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                SpoolState outcome = TryWrite(bytes, write);
                _state = outcome;
                if (outcome == SpoolState.Writing)
                {
                    return;
                }

                // Whatever the patience, it is tried once more after streams that need not be kept have made room.
                if (waitsSince == 0)
                {
                    waitsSince = Stopwatch.GetTimestamp();
                }
                else if (Patience is { Ticks: >= 0 } patience && Stopwatch.GetElapsedTime(waitsSince) is var waited && waited >= patience)
                {
                    throw NoRoom.After(outcome, Path.GetDirectoryName(_folder)!, _limits.MaxBytes, waited);
                }

                _retention.Sweep();
                await Task.Delay(_limits.RetryInterval, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            _state = SpoolState.Writing;
        }
    }

    private SpoolState TryWrite(long bytes, Func<long> write)
    {
        if (!_quota.TryPromise(bytes))
        {
            return SpoolState.WaitingForQuota;
        }

        long written = 0;
        try
        {
            written = write();
            return SpoolState.Writing;
        }
        catch (IOException error) when (DiskFull.Is(error))
        {
            return SpoolState.DiskFull;
        }
        finally
        {
            _quota.Keep(bytes, written);
        }
    }
}
