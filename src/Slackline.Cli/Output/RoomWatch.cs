using System.Diagnostics;

namespace Slackline.Cli.Output;

/// <summary>Says once that paths wait for room on disk, and after a time that they have waited long enough.</summary>
internal sealed class RoomWatch : IAsyncDisposable
{
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(500);

    private readonly ProgressLine _progress;
    private readonly Func<string?> _waitsFor;
    private readonly string _how;
    private readonly TimeSpan? _bound;
    private readonly Action<string>? _giveUp;
    private readonly Timer _look;
    private bool _hasSaid;
    private bool _hasGivenUp;
    private long? _since;

    /// <summary>Watches until it is disposed of.</summary>
    /// <param name="progress">The line that this is printed above.</param>
    /// <param name="waitsFor">Why paths wait; null while they do not.</param>
    /// <param name="how">What they wait for, or how long, in words.</param>
    /// <param name="bound">How long they may wait; null where that is not for this to decide.</param>
    /// <param name="giveUp">Called, with the reason, when they have waited so long.</param>
    public RoomWatch(ProgressLine progress, Func<string?> waitsFor, string how, TimeSpan? bound = null, Action<string>? giveUp = null)
    {
        _progress = progress;
        _waitsFor = waitsFor;
        _how = how;
        _bound = bound;
        _giveUp = giveUp;
        _look = new Timer(_ => Look(), null, s_lookEvery, s_lookEvery);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _look.DisposeAsync();

    private void Look()
    {
        if (_waitsFor() is not { } reason)
        {
            _since = null;
            return;
        }

        _since ??= Stopwatch.GetTimestamp();
        if (!_hasSaid && _bound != TimeSpan.Zero)
        {
            _hasSaid = true;
            _progress.Print(
                () => Console.Error.WriteLine($"slackline: {reason}; waiting for {_how}: 'slackline streams --remove ID' makes room."));
        }

        if (!_hasGivenUp && Stopwatch.GetElapsedTime(_since.Value) >= _bound)
        {
            _hasGivenUp = true;
            _giveUp?.Invoke(reason);
        }
    }
}
