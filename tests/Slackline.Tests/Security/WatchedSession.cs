using Slackline.Sessions;

namespace Slackline.Tests.Security;

/// <summary>A session of the real tool with the demonstration design, run under strace, in a directory of canaries.</summary>
internal sealed class WatchedSession : IAsyncDisposable
{
    private const string Begin = "/watch-begins-here";
    private const string End = "/watch-ends-here";

    private readonly string _wrapper;
    private readonly string _log;
    private readonly DirectoryInfo _directory;

    private WatchedSession(Canary canary, DirectoryInfo directory)
    {
        Canary = canary;
        _directory = directory;
        _wrapper = Path.Combine(directory.FullName, "sta");
        _log = Path.Combine(directory.FullName, "calls");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The files that must stay as they are.</summary>
    public Canary Canary { get; }

    /// <summary>The session.</summary>
    public StaSession Session { get; private set; } = null!;

    // strace is no parent of the tool: else it would outlive one that crashes, for the sake of the watcher that it did not start.
    private string[] ToolProcesses => [$"{Session.ProcessId}"];

    /// <summary>Starts the tool, loads the design, and begins to watch.</summary>
    /// <param name="setup">The setup script.</param>
    /// <param name="forks">Whether each query runs in a process of its own, or all in the session's: the harder place, since what one leaves behind stays.</param>
    /// <param name="memoryKilobytes">How much memory the tool may have.</param>
    public static async Task<WatchedSession> StartAsync(string setup, bool forks = false, int memoryKilobytes = 4_000_000)
    {
        var watched = new WatchedSession(new Canary(), Directory.CreateTempSubdirectory("watched-"));
        await File.WriteAllTextAsync(
            watched._wrapper,
            $"#!/bin/sh\nulimit -c 0\nulimit -v {memoryKilobytes}\nexec strace -D -f --seccomp-bpf -qq -s 200 -o '{watched._log}' -e trace={SystemCalls.Watched} {StaTool.Find().Path} \"$@\"\n",
            Cancellation);
        File.SetUnixFileMode(watched._wrapper, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        watched.Session = await StaSession.StartAsync(new StaSessionOptions { Tool = new StaTool(watched._wrapper), WorkingDirectory = watched.Canary.Path }, Cancellation);
        await watched.Session.LoadAsync(setup, Cancellation);
        Assert.Null(watched.Session.CannotFork);
        if (!forks)
        {
            watched.Session.RefuseToFork("it is under attack");
        }

        await watched.WatchFromHereAsync();
        return watched;
    }

    /// <summary>Forgets the system calls until now.</summary>
    public Task WatchFromHereAsync() => EvaluateAsync($"catch {{open {Begin}}}");

    /// <summary>Evaluates a script as the operator, outside of the sandbox.</summary>
    public async Task<string> EvaluateAsync(string script)
    {
        await using StaCommand command = await Session.RunAsync(script, Cancellation);
        using var reader = new StreamReader(command.Output);
        string printed = await reader.ReadToEndAsync(Cancellation);
        return printed + await command.CompleteAsync();
    }

    /// <summary>Evaluates a query in the sandbox.</summary>
    /// <returns>What it printed, then its result or its error.</returns>
    public async Task<string> QueryAsync(string script, double seconds = 10)
    {
        var request = new StaRequest(script) { SandboxLimit = TimeSpan.FromSeconds(seconds), MaxMemory = 500_000_000, MaxCpuTime = TimeSpan.FromSeconds(seconds + 2) };
        await using StaCommand command = await Session.RunAsync(request, Cancellation);
        using var reader = new StreamReader(command.Output);
        string printed = await reader.ReadToEndAsync(Cancellation);
        string result;
        try
        {
            result = await command.CompleteAsync();
        }
        catch (StaCommandException error)
        {
            result = error.Message[..error.Message.IndexOf($"{Environment.NewLine}  in the command: ", StringComparison.Ordinal)];
        }

        return printed + result;
    }

    /// <summary>The system calls since then that no query has a reason for.</summary>
    public async Task<IReadOnlyList<string>> SuspiciousCallsAsync()
    {
        await EvaluateAsync($"catch {{open {End}}}");
        return SystemCalls.Suspicious(await CallsAsync(line => line.Contains(End, StringComparison.Ordinal)), Session.DirectoryPath, ToolProcesses);
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Canary.Dispose();
        _directory.Delete(recursive: true);
    }

    private async Task<IReadOnlyList<string>> CallsAsync(Func<string, bool> isLast)
    {
        for (int i = 0; i < 500; i++)
        {
            await using var file = new FileStream(_log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            string[] lines = (await reader.ReadToEndAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            int begin = Array.FindLastIndex(lines, line => line.Contains(Begin, StringComparison.Ordinal));
            int end = Array.FindIndex(lines, begin + 1, line => isLast(line));
            if (begin >= 0 && end > begin)
            {
                return lines[(begin + 1)..end];
            }

            await Task.Delay(20, Cancellation);
        }

        throw new TimeoutException("strace's log has no end.");
    }
}
