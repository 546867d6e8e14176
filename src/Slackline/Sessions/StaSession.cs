using Slackline.Reports;
using Slackline.Tcl;
using Slackline.Timing;

namespace Slackline.Sessions;

/// <summary>
/// A running OpenSTA with a design loaded once and kept warm. Each command runs in a process forked from it, so that several run side by
/// side and none can harm the design; where the tool cannot be forked they run one after another in the session's own process. Each
/// command's report comes through a FIFO of its own, so that it never mixes with the control channel, with the tool's chatter, or with
/// another report. A tool that has died is started again, and its design loaded again, when it is needed next.
/// </summary>
public sealed class StaSession : IAsyncDisposable
{
    private static readonly TimeSpan s_trialPatience = TimeSpan.FromSeconds(60);

    private readonly StaSessionOptions _options;
    private readonly SemaphoreSlim _starting = new(1);
    private readonly SemaphoreSlim _room;
    private readonly List<string> _setups = [];
    private StaHost _host;
    private volatile StaHost? _coming;
    private volatile bool _isDisposed;

    private StaSession(StaSessionOptions options, StaHost host)
    {
        _options = options;
        _host = host;
        _room = new SemaphoreSlim(options.MaxCommands);
        CannotFork = host.Features.CannotFork;
    }

    /// <summary>The tool's process.</summary>
    public int ProcessId => _host.ProcessId;

    /// <summary>The tool's features.</summary>
    internal StaFeatures Features => _host.Features;

    /// <summary>
    /// The units of the reports' numbers, once a design is loaded; before, and where the tool does not say, 1 ns and 1 pF.
    /// </summary>
    public TimingUnits Units { get; private set; } = TimingUnits.Default;

    /// <summary>Why commands cannot run in forked processes, in words for the user; null when they can.</summary>
    public string? CannotFork { get; private set; }

    /// <summary>How the tool's process is forked, or why it is not and what to do, in words for the user.</summary>
    public string Forking => CannotFork is { } why ? $"not possible: {why}"
        : Features.ForkerFile.Length > 0 ? $"by {Features.Forker}, {Features.ForkerFile}" : $"by the tool's own {Features.Forker}";

    /// <summary>How often the tool had to be started again.</summary>
    public int Restarts { get; private set; }

    /// <summary>The activity of the tool's processes, the session's own and those of commands.</summary>
    public ToolActivity Activity => _host.Activity;

    /// <summary>Where the session's FIFOs are.</summary>
    internal string DirectoryPath => _host.DirectoryPath;

    /// <summary>Starts the tool and waits until it answers.</summary>
    /// <exception cref="StaException">It cannot be started, or does not answer in time.</exception>
    public static async Task<StaSession> StartAsync(StaSessionOptions options, CancellationToken cancellation = default) =>
        new(options, await StaHost.StartAsync(options, cancellation).ConfigureAwait(false));

    /// <summary>Loads the design: evaluates a setup script, and updates the timing.</summary>
    /// <param name="setupFile">A Tcl script that reads the design and its constraints.</param>
    /// <param name="cancellation">Gives up the session: the tool cannot be interrupted in its work.</param>
    /// <returns>What the tool said meanwhile, errors after which the script went on among it.</returns>
    /// <exception cref="StaSetupException">
    /// The script failed, or went on after errors and left no design; names the file, the line, and what the tool said.
    /// </exception>
    public async Task<IReadOnlyList<Diagnostic>> LoadAsync(string setupFile, CancellationToken cancellation = default)
    {
        if (!File.Exists(setupFile))
        {
            throw new StaSetupException(setupFile, 0, "there is no such file.");
        }

        IReadOnlyList<Diagnostic> diagnostics = await LoadAsync(_host, setupFile, cancellation).ConfigureAwait(false);
        _setups.Add(setupFile);
        CannotFork ??= await TryForkAsync(cancellation).ConfigureAwait(false);
        return diagnostics;
    }

    /// <summary>
    /// Starts a command, once fewer than <see cref="StaSessionOptions.MaxCommands"/> run. Its report is read from
    /// <see cref="StaCommand.Output"/> to the end, then <see cref="StaCommand.CompleteAsync"/> reports how it ended.
    /// </summary>
    /// <param name="request">The command.</param>
    /// <param name="cancellation">Ends the waiting and the reading.</param>
    /// <exception cref="StaException">The tool has died and cannot be started again.</exception>
    public async Task<StaCommand> RunAsync(StaRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await _room.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            StaHost host = await LivingHostAsync(cancellation).ConfigureAwait(false);
            if (request.MustBeRestart is { } restart && restart != Restarts)
            {
                throw new StaRestartedException();
            }

            return await StaCommand.StartAsync(
                host, request, forks: CannotFork is null, () => _room.Release(), cancellation).ConfigureAwait(false);
        }
        catch
        {
            _room.Release();
            throw;
        }
    }

    /// <summary>Starts a command; see <see cref="RunAsync(StaRequest, CancellationToken)"/>.</summary>
    public Task<StaCommand> RunAsync(string script, CancellationToken cancellation = default) =>
        RunAsync(new StaRequest(script), cancellation);

    /// <summary>Ends the tool's process, removes the session's files.</summary>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;

        if (_coming is { } coming)
        {
            await coming.DisposeAsync().ConfigureAwait(false);
        }

        // Not while another host is being started, since that one would never be ended.
        await _starting.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await _host.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Starts the tool again if it has died, so that facts queried from it now stay valid.</summary>
    internal Task ReviveAsync(CancellationToken cancellation) => LivingHostAsync(cancellation);

    /// <summary>Does without forking, as if the tool could not be forked.</summary>
    internal void RefuseToFork(string reason) => CannotFork = reason;

    private async Task<IReadOnlyList<Diagnostic>> LoadAsync(StaHost host, string setupFile, CancellationToken cancellation)
    {
        var log = new DiagnosticLog();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation, host.Ended);
        using var output = new FifoReader(host.NewName("load"), source.Token);
        var failure = new SetupFailure(setupFile, log, output.Tail);
        string track = host.NewName("place");
        Task<ControlReply> loading = host.RequestAsync(
            "load", output.Path, Path.GetFullPath(setupFile), _options.ContinueOnError ? "1" : "0", track);
        output.IsWriterGone = () => loading.IsCompleted || host.HasExited;
        await Task.Run(() => log.Read(output), cancellation).ConfigureAwait(false);
        ControlReply reply;
        try
        {
            reply = await loading.ConfigureAwait(false);
        }
        catch (StaDiedException death)
        {
            throw failure.Of(death, track);
        }

        if (!reply.Ok)
        {
            throw failure.Of(reply);
        }

        var loaded = TclDictionary.Parse(reply.Text);

        // A tool that goes on after an error comes to the end of any script.
        if (loaded["linked"] == "0" && log.FirstPassedOver is { } error)
        {
            throw failure.Of(error);
        }

        Units = StaUnits.Parse(reply.Text);
        return log.Diagnostics;
    }

    // Versions differ in what their threads do in a fork, so a fork is tried: it enumerates paths as a command would. Returns why
    // forking fails; null when it works.
    private async Task<string?> TryForkAsync(CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(s_trialPatience);
        try
        {
            StaCommand trial = await StaCommand.StartAsync(
                _host, new StaRequest("find_timing_paths -endpoint_count 2; expr 6 * 7"), forks: true, static () =>
                    { }, deadline.Token).ConfigureAwait(false);
            await using (trial.ConfigureAwait(false))
            {
                await Task.Run(() => trial.Output.CopyTo(Stream.Null), cancellation).ConfigureAwait(false);
                return await trial.CompleteAsync().ConfigureAwait(false) == "42" ? null : "a process forked for trial gave a wrong answer";
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"a process forked for trial did not answer within {s_trialPatience.TotalSeconds:0} s";
        }
        catch (StaException e) when (!_host.HasExited)
        {
            return $"a process forked for trial failed: {e.Message}";
        }
    }

    private async Task<StaHost> LivingHostAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!_host.HasExited)
        {
            return _host;
        }

        await _starting.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_host.HasExited)
            {
                StaHost dead = _host;
                StaHost host = _coming = await StaHost.StartAsync(_options, cancellation).ConfigureAwait(false);
                try
                {
                    ObjectDisposedException.ThrowIf(_isDisposed, this);
                    foreach (string setup in _setups)
                    {
                        await LoadAsync(host, setup, cancellation).ConfigureAwait(false);
                    }
                }
                catch
                {
                    await host.DisposeAsync().ConfigureAwait(false);
                    throw;
                }
                finally
                {
                    _coming = null;
                }

                Restarts++;
                _host = host;
                await dead.DisposeAsync().ConfigureAwait(false);
            }

            return _host;
        }
        finally
        {
            _starting.Release();
        }
    }
}
