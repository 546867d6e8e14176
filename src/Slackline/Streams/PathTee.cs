using System.Runtime.CompilerServices;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Streams;

/// <summary>
/// Any sequence of paths for several consumers (<see cref="StreamOperators.Tee"/>). The source is read when the first consumer begins. A
/// consumer that has not begun yet counts as slow: the source waits for it, too. Each branch is read once. A consumer that stops
/// reading, for any reason, has left; when all have left, the source is stopped, and the last consumer waits for that. Disposing stops
/// it at once.
/// </summary>
internal sealed class PathTee : IAsyncDisposable
{
    private readonly PathSequence _source;
    private readonly StreamBuffer _buffer;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Lock _lock = new();
    private Task? _pump;
    private int _reading;
    private bool _isDisposed;

    internal PathTee(PathSequence source, int consumers, int maxChunks)
    {
        // The buffer has one chunk more than may wait: the chunk that the source waits with.
        _buffer = new StreamBuffer(new StreamLimits
        {
            MaxChunks = maxChunks + 1,
            MaxBytes = long.MaxValue,
            LowMark = maxChunks / (maxChunks + 1.0),
        });
        _source = source;
        _reading = consumers;
        Branches = [.. Enumerable.Range(1, consumers).Select(
            number => new PathSequence(new Branch(this, _buffer.Attach($"branch {number}")).ReadAsync, source.Columns))];
    }

    /// <summary>The consumers' streams.</summary>
    public IReadOnlyList<PathSequence> Branches { get; }

    /// <summary>How many chunks it has made: as many were in use at once, at the most.</summary>
    internal int ChunksMade => _buffer.ChunksMade;

    /// <summary>
    /// Stops the source and waits until it has stopped. Consumers that are still reading get an <see cref="ObjectDisposedException"/> after
    /// what waits for them.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        Task? pump;
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            pump = _pump;
        }

        await _cancellation.CancelAsync().ConfigureAwait(false);
        await (pump ?? Task.CompletedTask).ConfigureAwait(false);
        _cancellation.Dispose();
    }

    private void Begin()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _pump ??= Task.Run(PumpAsync);
        }
    }

    private async ValueTask LeaveAsync()
    {
        Task stopping;
        lock (_lock)
        {
            if (--_reading > 0 || _isDisposed)
            {
                return;
            }

            stopping = _cancellation.CancelAsync();
        }

        await stopping.ConfigureAwait(false);
        await _pump!.ConfigureAwait(false);
    }

    private async Task PumpAsync()
    {
        Exception? fault = null;
        try
        {
            IAsyncEnumerable<PathChunk> chunks = PathPacker.PackAsync(_source, _buffer.Rent, alwaysCopies: true, _cancellation.Token);
            await foreach (PathChunk chunk in chunks.ConfigureAwait(false))
            {
                await _buffer.AddAsync(chunk, _cancellation.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            fault = new ObjectDisposedException(nameof(PathTee));
        }
#pragma warning disable CA1031 // Whatever stopped the source is the consumers' to know, and is thrown there.
        catch (Exception e)
        {
            fault = e;
        }
#pragma warning restore CA1031

        _buffer.End(fault);
    }

    private sealed class Branch(PathTee tee, BufferReader reader)
    {
        private int _hasBegun;

        public async IAsyncEnumerable<PathSelection> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            if (Interlocked.Exchange(ref _hasBegun, 1) == 1)
            {
                throw new InvalidOperationException("A branch of a tee can be read once.");
            }

            tee.Begin();
            try
            {
                await foreach (PathChunk chunk in tee._buffer.ReadAsync(reader, cancellation).ConfigureAwait(false))
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return PathSelection.All(chunk);
                }
            }
            finally
            {
                await tee.LeaveAsync().ConfigureAwait(false);
            }
        }
    }
}
