using System.Runtime.InteropServices;

namespace Slackline.Cli.Commands;

/// <summary>
/// Ctrl-C, or kill, while a command runs: it is told, from its very beginning on, and has some time to end. System.CommandLine's own
/// handler comes too late: it is there only once a command has waited for something, and by then the tool may have been started.
/// </summary>
internal sealed class Termination : IDisposable
{
    private const int SignalExit = 128;

    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;
    private int _isStopped;

    /// <summary>Watches for the signals until it is disposed of.</summary>
    /// <param name="patience">How long the command has to end; after that the process exits.</param>
    public Termination(TimeSpan patience)
    {
        _patience = patience;
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => End(context, SignalExit + 2)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => End(context, SignalExit + 15)),
        ];
    }

    /// <summary>Cancelled when the command shall end.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
        {
            signal.Dispose();
        }

        _stop.Dispose();
    }

    private void End(PosixSignalContext context, int exitCode)
    {
        context.Cancel = true;
        if (Interlocked.Exchange(ref _isStopped, 1) == 0)
        {
            _ = Task.Delay(_patience).ContinueWith(_ => Environment.Exit(exitCode), TaskScheduler.Default);
            _ = StopAsync();
        }
    }

    private async Task StopAsync()
    {
        try
        {
            await _stop.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // The command has just ended.
        }
    }
}
