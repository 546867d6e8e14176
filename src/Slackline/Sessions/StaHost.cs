using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Slackline.Tcl;
using Slackline.Timing;

namespace Slackline.Sessions;

/// <summary>One running process of the tool, from its start to its end: its control channel, its files, its forked children.</summary>
internal sealed class StaHost : IAsyncDisposable
{
    // A child that has been killed, or kills itself, is gone at once. Waiting for its end is bounded by this time, in case the parent is
    // busy loading.
    private static readonly TimeSpan s_reapPatience = TimeSpan.FromSeconds(2);

    private readonly StaTool _tool;
    private readonly SessionDirectory _directory;
    private readonly Process _process;
    private readonly ParentDeathWatch _deathWatch;
    private readonly ControlChannel _control;
    private readonly ToolOutput _output;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _exited;
    private readonly ConcurrentDictionary<int, byte> _children = new();
    private int _exitCode;

    private StaHost(
        StaTool tool, SessionDirectory directory, Process process, ParentDeathWatch deathWatch, ToolOutput output, FifoReader replies)
    {
        _tool = tool;
        _directory = directory;
        _process = process;
        _deathWatch = deathWatch;
        _output = output;
        _control = new ControlChannel(process.StandardInput.BaseStream, replies);
        ProcessId = process.Id;
        _exited = WatchExitAsync(replies);
    }

    /// <summary>The tool's process.</summary>
    public int ProcessId { get; }

    /// <summary>The tool's features.</summary>
    public StaFeatures Features { get; private set; } = StaFeatures.Unknown;

    /// <summary>Where the FIFOs are.</summary>
    public string DirectoryPath => _directory.Path;

    /// <summary>Whether the process has ended.</summary>
    public bool HasExited => _exited.IsCompleted || _ended.IsCancellationRequested;

    /// <summary>Cancelled when the host is disposed of.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>The activity of the process and its children: computing if one of them does, else blocked if one is.</summary>
    public ToolActivity Activity
    {
        get
        {
            ToolActivity own = ToolActivity.Of(ProcessId);
            return _children.Keys.Aggregate(own, (all, child) => all.With(ToolActivity.Of(child), own.ResidentBytes));
        }
    }

    /// <summary>Starts the tool and waits until it answers.</summary>
    /// <exception cref="StaException">It cannot be started, or does not answer in time.</exception>
    public static async Task<StaHost> StartAsync(StaSessionOptions options, CancellationToken cancellation)
    {
        var directory = new SessionDirectory();
        StaHost? host = null;
        try
        {
            host = Start(options, directory);
            await host.GreetAsync(options, cancellation).ConfigureAwait(false);
            return host;
        }
        catch
        {
            if (host is not null)
            {
                await host.DisposeAsync().ConfigureAwait(false);
            }

            directory.Dispose();
            throw;
        }
    }

    /// <summary>A file name for something that this process makes or reads.</summary>
    public string NewName(string kind) => _directory.NewName(kind);

    /// <summary>Sends a request to the bootstrap script and waits for its reply. Requests are served one after another.</summary>
    /// <exception cref="StaDiedException">The tool ended.</exception>
    public async Task<ControlReply> RequestAsync(params string[] words)
    {
        ObjectDisposedException.ThrowIf(_ended.IsCancellationRequested, typeof(StaSession));
        try
        {
            return await _control.RequestAsync(CancellationToken.None, words).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EndOfStreamException or ObjectDisposedException)
        {
            throw await DeathAsync().ConfigureAwait(false);
        }
    }

    /// <summary>How the tool's process ended.</summary>
    public async Task<StaDiedException> DeathAsync()
    {
        await _exited.ConfigureAwait(false);
        string how = _exitCode > 128 ? $"was killed by signal {_exitCode - 128}" : $"ended with exit code {_exitCode}";
        return new StaDiedException($"{_tool.Path} {how}.{_output.Quote()}");
    }

    /// <summary>Counts a forked child among this process's.</summary>
    public void Adopt(int child) => _children.TryAdd(child, 0);

    /// <summary>Waits for the end of a forked child, which has ended or has been killed.</summary>
    /// <returns>How it ended, in words for the user; null when that cannot be learnt.</returns>
    public async Task<string?> ReapAsync(int child)
    {
        _children.TryRemove(child, out _);
        Task<string?> reaping = ReapToTheEndAsync(child.ToString(CultureInfo.InvariantCulture));
        return await Task.WhenAny(reaping, Task.Delay(s_reapPatience)).ConfigureAwait(false) == reaping
            ? await reaping.ConfigureAwait(false)
            : null;
    }

    /// <summary>Ends the tool's process and all its children, removes their files.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_ended.IsCancellationRequested)
        {
            await _ended.CancelAsync().ConfigureAwait(false);
            if (!_exited.IsCompleted)
            {
                // Before it has become the leader of its group it has no children either.
                ParentDeathWatch.KillGroup(ProcessId);
                _ = Posix.Kill(ProcessId, Posix.SignalKill);
            }

            await _exited.ConfigureAwait(false);
            _deathWatch.Dispose();
            _control.Dispose();
            _process.Dispose();
            _directory.Dispose();
        }
    }

    private async Task<string?> ReapToTheEndAsync(string child)
    {
        try
        {
            while (!HasExited)
            {
                ControlReply reply = await RequestAsync("reap", child).ConfigureAwait(false);
                string[] end = reply.Text.Split(' ');
                if (!reply.Ok)
                {
                    return null;
                }

                if (end.Length == 2)
                {
                    return end[0] == "SIG" ? $"was killed by {end[1]}" : $"ended with exit code {end[1]}";
                }

                await Task.Delay(2).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is StaException or ObjectDisposedException)
        {
            // With the tool its children are gone.
        }

        return null;
    }

    private static StaHost Start(StaSessionOptions options, SessionDirectory directory)
    {
        var replies = new FifoReader(directory.NewName("reply"), CancellationToken.None);
        var deathWatch = new ParentDeathWatch(directory.NewName("leash"));
        try
        {
            var output = new ToolOutput();
            Process process = StaProcess.Start(options, WriteBootstrap(directory), replies.Path, deathWatch, output);
            return new StaHost(options.Tool, directory, process, deathWatch, output, replies);
        }
        catch
        {
            replies.Dispose();
            deathWatch.Dispose();
            throw;
        }
    }

    private static string WriteBootstrap(SessionDirectory directory)
    {
        string bootstrap = directory.NewName("bootstrap") + ".tcl";
        using FileStream file = File.Create(bootstrap);
        foreach (string script in ToolScripts.All)
        {
            ToolScripts.Write(script, file);
        }

        return bootstrap;
    }

    // Also ends what the tool forked: a design without its parent is of no use, and its pipes would be held open.
    private async Task WatchExitAsync(FifoReader replies)
    {
        var exit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => exit.TrySetResult();
        if (_process.HasExited)
        {
            exit.TrySetResult();
        }

        await exit.Task.ConfigureAwait(false);
        ParentDeathWatch.KillGroup(ProcessId);
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _exitCode = _process.ExitCode;

        // A tool that ends before it opens the reply FIFO would leave its reader waiting for ever.
        replies.Abandon();
    }

    private async Task GreetAsync(StaSessionOptions options, CancellationToken cancellation)
    {
        TimeSpan timeout = options.StartTimeout;
        string groups = TclList.Format([.. PathGroupNames.All.Select(static names => TclList.Format([.. names]))]);
        Task<ControlReply> hello = RequestAsync("hello", options.ForkersInTcl(), groups);
        try
        {
            Features = StaFeatures.Parse((await hello.WaitAsync(timeout, cancellation).ConfigureAwait(false)).Text);
        }
        catch (TimeoutException)
        {
            throw new StaException($"{_tool.Path} did not answer within {timeout.TotalSeconds:0} s. Is it OpenSTA?{_output.Quote()}");
        }
    }
}
