using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>
/// One stream for several consumers (<see cref="PathOperators.Tee"/>). The source is read when the first consumer begins. A consumer that has not begun
/// yet counts as slow: the source waits for it, too. Each branch is read once; who stops reading it, for whatever reason, has left, and when all have,
/// the source is stopped: the last one waits for that. Disposing stops it at once.
/// </summary>
public sealed class PathTee : IAsyncDisposable
{
    private readonly PathSequence _source;
    private readonly Branch[] _branches;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Lock _lock = new();
    private readonly Stack<PathChunk> _spare = new();
    private Task? _pump;
    private int _left;
    private bool _isDisposed;

    internal PathTee(PathSequence source, int consumers, int maxChunks)
    {
        _source = source;
        _branches = [.. Enumerable.Range(0, consumers).Select(_ => new Branch(maxChunks))];
        Branches = [.. _branches.Select(branch => new PathSequence(cancellation => ReadAsync(branch, cancellation), source.Columns))];
    }

    /// <summary>The consumers' streams.</summary>
    public IReadOnlyList<PathSequence> Branches { get; }

    /// <summary>How many chunks it has made: as many were in use at once, at the most.</summary>
    internal int ChunksMade { get; private set; }

    /// <summary>Stops the source and waits until it has stopped. Consumers that are still reading get an <see cref="ObjectDisposedException"/> after what waits for them.</summary>
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

    private async IAsyncEnumerable<PathSelection> ReadAsync(Branch branch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Begin(branch);
        try
        {
            while (await branch.Channel.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
            {
                while (branch.Channel.Reader.TryRead(out SharedChunk? shared))
                {
                    try
                    {
                        cancellation.ThrowIfCancellationRequested();
                        yield return PathSelection.All(shared.Chunk);
                    }
                    finally
                    {
                        Release(shared);
                    }
                }
            }
        }
        finally
        {
            await LeaveAsync(branch).ConfigureAwait(false);
        }
    }

    private void Begin(Branch branch)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (branch.HasBegun)
            {
                throw new InvalidOperationException("A branch of a tee can be read once.");
            }

            branch.HasBegun = true;
            _pump ??= Task.Run(PumpAsync);
        }
    }

    private async ValueTask LeaveAsync(Branch branch)
    {
        // First nothing more comes in, then what has come is given back.
        branch.Channel.Writer.TryComplete();
        while (branch.Channel.Reader.TryRead(out SharedChunk? shared))
        {
            Release(shared);
        }

        Task stopping;
        lock (_lock)
        {
            if (++_left < _branches.Length || _isDisposed)
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
            IAsyncEnumerable<PathChunk> chunks = PathPacker.PackAsync(_source, Rent, alwaysCopies: true, _cancellation.Token);
            await foreach (PathChunk chunk in chunks.ConfigureAwait(false))
            {
                var shared = new SharedChunk(chunk) { Users = _branches.Length };
                await Task.WhenAll(_branches.Select(branch => GiveAsync(branch, shared))).ConfigureAwait(false);
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

        foreach (Branch branch in _branches)
        {
            branch.Channel.Writer.TryComplete(fault);
        }
    }

    // Waits while the branch has as many chunks as it may have.
    private async Task GiveAsync(Branch branch, SharedChunk shared)
    {
        try
        {
            await branch.Channel.Writer.WriteAsync(shared, _cancellation.Token).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            Release(shared);
        }
    }

    private PathChunk Rent()
    {
        lock (_lock)
        {
            if (_spare.TryPop(out PathChunk? chunk))
            {
                return chunk;
            }

            ChunksMade++;
            return new PathChunk();
        }
    }

    private void Release(SharedChunk shared)
    {
        lock (_lock)
        {
            if (--shared.Users == 0)
            {
                shared.Chunk.Clear();
                _spare.Push(shared.Chunk);
            }
        }
    }

    private sealed class Branch(int maxChunks)
    {
        public Channel<SharedChunk> Channel { get; } =
            System.Threading.Channels.Channel.CreateBounded<SharedChunk>(new BoundedChannelOptions(maxChunks) { SingleReader = true, SingleWriter = true });

        public bool HasBegun { get; set; }
    }

    private sealed class SharedChunk(PathChunk chunk)
    {
        public PathChunk Chunk => chunk;

        public int Users { get; set; }
    }
}
