using System.Threading.Tasks.Sources;

namespace Slackline.Streams;

/// <summary>
/// The event that one waiter waits for, again and again, without a new task each time: a stream has millions of chunks. The caller holds
/// the lock that guards the awaited state.
/// </summary>
internal sealed class Wakeup : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _source = new() { RunContinuationsAsynchronously = true };
    private bool _isAwaited;

    /// <summary>Waits for the next <see cref="Wake"/>.</summary>
    /// <exception cref="InvalidOperationException">Another caller waits already.</exception>
    public ValueTask WaitAsync()
    {
        if (_isAwaited)
        {
            throw new InvalidOperationException("A stream's consumer is read by one at a time.");
        }

        _source.Reset();
        _isAwaited = true;
        return new ValueTask(this, _source.Version);
    }

    /// <summary>Wakes the waiter so that it looks again; does nothing without a waiter.</summary>
    public void Wake()
    {
        if (_isAwaited)
        {
            _isAwaited = false;
            _source.SetResult(true);
        }
    }

    void IValueTaskSource.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
