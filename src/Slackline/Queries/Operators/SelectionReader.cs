using System.Runtime.ExceptionServices;

namespace Slackline.Queries.Operators;

/// <summary>The result of a request for the next selection.</summary>
internal enum ReadOutcome
{
    /// <summary><see cref="SelectionReader.Current"/> is the next one.</summary>
    Selection,

    /// <summary>The source is slow. It goes on working; ask again.</summary>
    NotYet,

    /// <summary>The end; <see cref="SelectionReader.Fault"/> says whether by an error.</summary>
    Ended,
}

/// <summary>
/// Reads selections for operators that hold paths back: it can give up waiting for a slow source, and it keeps the source's error until
/// what came before has been handed on.
/// </summary>
internal sealed class SelectionReader : IAsyncDisposable
{
    /// <summary>The longest time for which paths are held back to wait for more.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _cancellation;
    private readonly IAsyncEnumerator<PathSelection> _selections;
    private Task<bool>? _pending;

    public SelectionReader(PathSequence source, CancellationToken cancellation)
    {
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _selections = source.ReadSelectionsAsync(_cancellation.Token).GetAsyncEnumerator(_cancellation.Token);
    }

    /// <summary>The selection that was read last.</summary>
    public PathSelection Current => _selections.Current;

    /// <summary>The source's error, once it has ended with one.</summary>
    public ExceptionDispatchInfo? Fault { get; private set; }

    /// <summary>Asks for the next selection.</summary>
    /// <param name="isHurried">
    /// Whether to stop waiting when the source is slow. Paths read before are then gone all the same: their chunk may be in use again.
    /// </param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public async ValueTask<ReadOutcome> ReadAsync(bool isHurried = false)
    {
        try
        {
            if (_pending is null)
            {
                ValueTask<bool> move = _selections.MoveNextAsync();
                if (move.IsCompleted)
                {
                    return await move.ConfigureAwait(false) ? ReadOutcome.Selection : ReadOutcome.Ended;
                }

                _pending = move.AsTask();
            }

            if (isHurried && !_pending.IsCompleted)
            {
                await Task.WhenAny(_pending, Task.Delay(s_patience, CancellationToken.None)).ConfigureAwait(false);
                if (!_pending.IsCompleted)
                {
                    return ReadOutcome.NotYet;
                }
            }

            Task<bool> pending = _pending;
            bool hasMore = await pending.ConfigureAwait(false);
            _pending = null;
            return hasMore ? ReadOutcome.Selection : ReadOutcome.Ended;
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            _pending = null;
            throw;
        }
#pragma warning disable CA1031 // Whatever stopped the source is thrown once what came before it has been handed on.
        catch (Exception fault)
        {
            _pending = null;
            Fault = ExceptionDispatchInfo.Capture(fault);
            return ReadOutcome.Ended;
        }
#pragma warning restore CA1031
    }

    /// <summary>Stops the source.</summary>
    public async ValueTask DisposeAsync()
    {
        await _cancellation.CancelAsync().ConfigureAwait(false);
        if (_pending is { } pending)
        {
            // A source must not be disposed of while it works. Its result is no longer needed.
            await pending.ContinueWith(static task => _ = task.Exception, TaskScheduler.Default).ConfigureAwait(false);
        }

        await _selections.DisposeAsync().ConfigureAwait(false);
        _cancellation.Dispose();
    }
}
