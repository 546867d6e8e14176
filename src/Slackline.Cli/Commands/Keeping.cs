using System.Globalization;
using Slackline.Cli.Output;
using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;

namespace Slackline.Cli.Commands;

/// <summary>Keeps all paths of a query's source in the state directory, beside its output, and tells where, and how that goes.</summary>
internal sealed class Keeping : IAsyncDisposable
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(1);

    private readonly PagedStream _kept;
    private readonly ProgressLine _progress;
    private readonly Timer _look;
    private bool _hasSaidThatItWaits;

    private Keeping(PagedStream kept, ProgressLine progress)
    {
        _kept = kept;
        _progress = progress;
        _look = new Timer(_ => SayWhetherItWaits(), null, _lookEvery, _lookEvery);
        progress.Print(() => Console.Error.WriteLine($"stream {Id}, first page {kept.CursorAt(0)}"));
    }

    /// <summary>The id of the stream.</summary>
    public string Id => _kept.Id;

    /// <summary>Begins; other consumers of the stream must be there already.</summary>
    /// <param name="stream">The stream; it is stopped with this.</param>
    /// <param name="command">What its paths are of.</param>
    /// <param name="progress">The line that shares the terminal.</param>
    /// <exception cref="SpoolException">The state directory cannot be written.</exception>
    public static Keeping Start(TimingPathStream stream, string command, ProgressLine progress)
    {
        try
        {
            return new Keeping(PagedStream.Start(stream, SpoolDirectory.At(), command), progress);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpoolException($"The paths cannot be kept in {SpoolDirectory.DefaultRoot}: {e.Message}", e);
        }
    }

    /// <summary>Waits until all is kept. Ctrl-C stops the source, and what came before is kept.</summary>
    /// <exception cref="SpoolException">The paths could not be written.</exception>
    public async Task EndAsync(bool isQuiet, CancellationToken cancellation)
    {
        try
        {
            await _kept.WaitForEndAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _kept.Cancel();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await _kept.WaitForEndAsync(patience.Token).ConfigureAwait(false);
        }

        await _look.DisposeAsync().ConfigureAwait(false);
        if (!isQuiet)
        {
            _progress.Print(() => Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"kept {_kept.Paths:N0} paths in {_kept.SizeInBytes / 1e6:0.0} MB ({StreamWords.Of(_kept.State)}): slackline page {Id}")));
        }

        // The source's own faults are the output's to tell.
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

    private void SayWhetherItWaits()
    {
        if (_kept.WaitsFor is { } reason && !_hasSaidThatItWaits)
        {
            _hasSaidThatItWaits = true;
            _progress.Print(() => Console.Error.WriteLine($"slackline: waiting, {reason}: 'slackline streams --remove ID' makes room."));
        }
    }
}
