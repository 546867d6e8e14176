using System.Diagnostics;
using System.Globalization;
using Slackline.Cli.Output;
using Slackline.Service.Sources;
using Slackline.Service.Streams;
using Slackline.Streams;
using Slackline.Streams.Spooling;

namespace Slackline.Cli.Commands;

/// <summary>
/// Keeps all paths of a query's source in the state directory while they are printed, and reports the stream's id and how the writing goes.
/// </summary>
internal sealed class Keeping : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(50);

    private readonly KeptStream _kept;
    private readonly ProgressLine _progress;
    private readonly RoomWatch _room;
    private readonly TimeSpan _diskWait;
    private readonly bool _isQuiet;
    private volatile string? _gaveUpFor;

    private Keeping(KeptStream kept, ProgressLine progress, TimeSpan diskWait, bool isQuiet)
    {
        _kept = kept;
        _progress = progress;
        _diskWait = diskWait;
        _isQuiet = isQuiet;
        string bound = string.Create(CultureInfo.InvariantCulture, $"up to {diskWait.TotalSeconds:0} s (--disk-wait)");
        _room = new RoomWatch(progress, () => kept.Pages.WaitsFor, bound, diskWait, GiveUp);
        if (!isQuiet)
        {
            progress.Print(() => Console.Error.WriteLine($"stream {Id}, first page {kept.Pages.CursorAt(0)}"));
        }
    }

    /// <summary>The id of the stream.</summary>
    public string Id => _kept.Id;

    /// <summary>Begins; other consumers of the stream must be there already.</summary>
    /// <param name="source">The source of the paths.</param>
    /// <param name="stream">Its paths; the stream is stopped with this.</param>
    /// <param name="progress">The line that this is printed above.</param>
    /// <param name="diskWait">How long it may wait for room.</param>
    /// <param name="isQuiet">Whether to print nothing but errors.</param>
    /// <exception cref="SpoolException">The state directory cannot be written.</exception>
    public static Keeping Start(PathSource source, TimingPathStream stream, ProgressLine progress, TimeSpan diskWait, bool isQuiet) =>
        new(KeptStream.Start(source, stream, SpoolDirectory.At()), progress, diskWait, isQuiet);

    /// <summary>Waits until all is kept. Ctrl-C stops the source, and what came before is kept.</summary>
    /// <exception cref="SpoolException">The paths could not be written.</exception>
    public async Task EndAsync(CancellationToken cancellation)
    {
        try
        {
            await _kept.Pages.WaitForEndAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _kept.Pages.Cancel();
            long start = Stopwatch.GetTimestamp();
            while (_kept is { HasEnded: false, Pages: { WaitsFor: null, Fault: null } } && Stopwatch.GetElapsedTime(start) < s_patience)
            {
                await _kept.WaitForEndAsync(s_moment, CancellationToken.None).ConfigureAwait(false);
            }

            // It waits for room or is still writing: the paths written by now are kept.
            await _kept.Pages.StopAsync().ConfigureAwait(false);
        }

        await _room.DisposeAsync().ConfigureAwait(false);
        if (!_isQuiet && _gaveUpFor is null)
        {
            // Without room for its end the stream is put in order when it is opened.
            StreamState state = _kept.HasEnded ? _kept.State : StreamState.Interrupted;
            _progress.Print(() => Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"kept {_kept.Paths:N0} paths in {_kept.Pages.SizeInBytes / 1e6:0.0} MB ({state.Word()}): slackline page {Id}")));
        }

        if (_gaveUpFor is { } reason)
        {
            throw new SpoolException(string.Create(
                CultureInfo.InvariantCulture,
                $"Only {_kept.Paths} paths could be kept: {reason}, and it stayed so for {_diskWait.TotalSeconds:0} s (--disk-wait). Make room ('slackline streams --remove ID', or $SLACKLINE_STATE on another disk) and run it again."));
        }

        // The output reports the source's own faults.
        if (_kept.Pages.Fault is IOException or UnauthorizedAccessException or SpoolException)
        {
            throw new SpoolException($"Only {_kept.Paths} paths could be kept: {_kept.Pages.Fault.Message}", _kept.Pages.Fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync().ConfigureAwait(false);
        await _kept.Pages.DisposeAsync().ConfigureAwait(false);
    }

    private void GiveUp(string reason)
    {
        _gaveUpFor = reason;
        _ = _kept.Pages.StopAsync();
    }
}
