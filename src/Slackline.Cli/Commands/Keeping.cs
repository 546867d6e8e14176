using System.Diagnostics;
using System.Globalization;
using Slackline.Cli.Output;
using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;

namespace Slackline.Cli.Commands;

/// <summary>
/// Keeps all paths of a query's source in the state directory, beside its output, and reports the stream's id and how the writing goes.
/// </summary>
internal sealed class Keeping : IAsyncDisposable
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(50);

    private readonly PagedStream _kept;
    private readonly ProgressLine _progress;
    private readonly Timer _look;
    private readonly TimeSpan _diskWait;
    private readonly bool _isQuiet;
    private bool _hasSaidThatItWaits;
    private long? _waitsSince;
    private volatile string? _gaveUpFor;

    private Keeping(PagedStream kept, ProgressLine progress, TimeSpan diskWait, bool isQuiet)
    {
        _kept = kept;
        _progress = progress;
        _diskWait = diskWait;
        _isQuiet = isQuiet;
        _look = new Timer(_ => LookWhetherItWaits(), null, _lookEvery, _lookEvery);
        if (!isQuiet)
        {
            progress.Print(() => Console.Error.WriteLine($"stream {Id}, first page {kept.CursorAt(0)}"));
        }
    }

    /// <summary>The id of the stream.</summary>
    public string Id => _kept.Id;

    /// <summary>Begins; other consumers of the stream must be there already.</summary>
    /// <param name="stream">The stream; it is stopped with this.</param>
    /// <param name="command">What its paths are of.</param>
    /// <param name="progress">The command or file that its paths come from.</param>
    /// <param name="diskWait">How long it may wait for room.</param>
    /// <param name="isQuiet">Whether to print nothing but errors.</param>
    /// <exception cref="SpoolException">The state directory cannot be written.</exception>
    public static Keeping Start(TimingPathStream stream, string command, ProgressLine progress, TimeSpan diskWait, bool isQuiet)
    {
        try
        {
            return new Keeping(PagedStream.Start(stream, SpoolDirectory.At(), command), progress, diskWait, isQuiet);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpoolException($"The paths cannot be kept in {SpoolDirectory.DefaultRoot}: {e.Message}", e);
        }
    }

    /// <summary>Waits until all is kept. Ctrl-C stops the source, and what came before is kept.</summary>
    /// <exception cref="SpoolException">The paths could not be written.</exception>
    public async Task EndAsync(CancellationToken cancellation)
    {
        try
        {
            await _kept.WaitForEndAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _kept.Cancel();
            using var patience = new CancellationTokenSource(s_patience);
            while (_kept.WaitsFor is null && !patience.IsCancellationRequested && !await HasEndedAsync(patience.Token).ConfigureAwait(false))
            {
            }

            // It waits for room or is still writing: the paths written by now are kept.
            await _kept.StopAsync().ConfigureAwait(false);
        }

        await _look.DisposeAsync().ConfigureAwait(false);
        if (!_isQuiet && _gaveUpFor is null)
        {
            // Without room for its end the stream is put in order when it is opened.
            StreamState state = _kept.State is StreamState.Running or StreamState.Paused ? StreamState.Interrupted : _kept.State;
            _progress.Print(() => Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"kept {_kept.Paths:N0} paths in {_kept.SizeInBytes / 1e6:0.0} MB ({state.Word()}): slackline page {Id}")));
        }

        if (_gaveUpFor is { } reason)
        {
            throw new SpoolException(string.Create(
                CultureInfo.InvariantCulture,
                $"Only {_kept.Paths} paths could be kept: {reason}, and it stayed so for {_diskWait.TotalSeconds:0} s (--disk-wait). Make room ('slackline streams --remove ID', or $SLACKLINE_STATE on another disk) and run it again."));
        }

        // The output reports the source's own faults.
        if (_kept.Fault is IOException or UnauthorizedAccessException or SpoolException)
        {
            throw new SpoolException($"Only {_kept.Paths} paths could be kept: {_kept.Fault.Message}", _kept.Fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _look.DisposeAsync().ConfigureAwait(false);
        await _kept.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<bool> HasEndedAsync(CancellationToken cancellation)
    {
        using var moment = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        moment.CancelAfter(s_moment);
        try
        {
            await _kept.WaitForEndAsync(moment.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void LookWhetherItWaits()
    {
        if (_kept.WaitsFor is not { } reason)
        {
            _waitsSince = null;
            return;
        }

        _waitsSince ??= Stopwatch.GetTimestamp();
        if (!_hasSaidThatItWaits && _diskWait > TimeSpan.Zero)
        {
            _hasSaidThatItWaits = true;
            _progress.Print(() => Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"slackline: {reason}; waiting for up to {_diskWait.TotalSeconds:0} s (--disk-wait): 'slackline streams --remove ID' makes room.")));
        }

        if (_gaveUpFor is null && Stopwatch.GetElapsedTime(_waitsSince.Value) >= _diskWait)
        {
            _gaveUpFor = reason;
            _ = _kept.StopAsync();
        }
    }
}
