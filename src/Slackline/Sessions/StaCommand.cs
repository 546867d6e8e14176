using System.Globalization;
using Slackline.Reports;
using Slackline.Tcl;

namespace Slackline.Sessions;

/// <summary>
/// A script that runs in a session: its report as bytes, and its outcome. Where the tool can be forked it runs in a child of its own, and
/// giving it up ends that child at once; otherwise it runs in the session's process, and what it still prints is read and thrown away until
/// it has ended.
/// </summary>
public sealed class StaCommand : IAsyncDisposable
{
    private const int QuotedLines = 5;
    private static readonly TimeSpan s_latePatience = TimeSpan.FromMilliseconds(200);

    private readonly StaHost _host;
    private readonly string _script;
    private readonly FifoReader _report;
    private readonly string _outcomeFile;
    private readonly Task<ControlReply> _reply;
    private readonly CancellationTokenSource _cancellation;
    private readonly Action _ended;
    private int _child;
    private bool _isReaped;
    private bool _isDisposed;

    private StaCommand(
        StaHost host, string script, FifoReader report, string outcomeFile, Task<ControlReply> reply, CancellationTokenSource cancellation,
        Action ended)
    {
        _host = host;
        _script = script;
        _report = report;
        _outcomeFile = outcomeFile;
        _reply = reply;
        _cancellation = cancellation;
        _ended = ended;
    }

    /// <summary>The script's output, from its first byte to its end, as the tool prints it. Not reading pauses the tool.</summary>
    public Stream Output => _report;

    /// <summary>The process in which it runs.</summary>
    public int ProcessId => _child != 0 ? _child : _host.ProcessId;

    /// <summary>Where the script's paths record what their text does not say; see <see cref="PathSteering"/>.</summary>
    internal string Aside => _outcomeFile;

    /// <summary>Starts a script in the session's process, or in a child of it.</summary>
    /// <param name="host">The session's process.</param>
    /// <param name="request">The script.</param>
    /// <param name="forks">Whether it runs in a child.</param>
    /// <param name="ended">Called once when the command has been started and has come to its end.</param>
    /// <param name="cancellation">Ends the waiting and the reading.</param>
    internal static async Task<StaCommand> StartAsync(
        StaHost host, StaRequest request, bool forks, Action ended, CancellationToken cancellation)
    {
        string outcome = host.NewName("outcome");
        string how = request.Steering?.Format(outcome) ?? "";
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation, host.Ended);
        var report = new FifoReader(host.NewName("report"), source.Token, gathers: true);
        Task<ControlReply> reply = host.RequestAsync(
            forks ? "fork" : "evaluate", report.Path, outcome, how, Sandboxed(request.Script, request.SandboxLimit));
        var command = new StaCommand(host, request.Script, report, outcome, reply, source, ended);
        if (forks)
        {
            await command.AdoptChildAsync(request.MaxMemory, request.MaxCpuTime, cancellation).ConfigureAwait(false);
        }

        // A script that fails before it opens the FIFO, or a tool that dies, would leave the FIFO's reader waiting for ever.
        report.IsWriterGone = () => command._child != 0 ? ToolActivity.HasExited(command._child) : reply.IsCompleted || host.HasExited;
        return command;
    }

    /// <summary>Waits for the end of the script. Its output must have been read to the end.</summary>
    /// <returns>The script's result in Tcl.</returns>
    /// <exception cref="StaCommandException">The tool refused the script.</exception>
    /// <exception cref="StaDiedException">The process that ran it ended.</exception>
    public async Task<string> CompleteAsync()
    {
        if (_child == 0)
        {
            _ = await _reply.ConfigureAwait(false);
        }

        // It is empty when the process was ended while it wrote it.
        IReadOnlyList<string> outcome = File.Exists(_outcomeFile)
            ? TclList.Parse(await File.ReadAllBytesAsync(_outcomeFile).ConfigureAwait(false))
            : [];
        if (outcome.Count < 2)
        {
            string? end = _child == 0 ? null : await EndOfChildAsync().ConfigureAwait(false);
            throw _host.HasExited ? await _host.DeathAsync().ConfigureAwait(false) : new StaDiedException(
                $"The process that ran the command {end ?? "ended"}.{Environment.NewLine}  in the command: {_script}{ToolErrorText.Quote(_report.Tail.Lines(QuotedLines))}");
        }

        return outcome[0] switch
        {
            "ok" => outcome[1],
            "exit" => throw new StaCommandException(_script, $"'{outcome[1]}' ends the process that runs the command: leave it out."),
            _ => throw Refused(outcome[1]),
        };
    }

    /// <summary>Gives the script up, if it has not ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (_child != 0)
        {
            await EndOfChildAsync().ConfigureAwait(false);
            Close();
        }
        else if (_reply.IsCompleted)
        {
            Close();
        }
        else
        {
            _ = DrainAsync();
        }
    }

    private StaCommandException Refused(string message)
    {
        IReadOnlyList<Diagnostic> before = _report.Tail.Diagnostics(ToolErrorText.MostCauses);
        Diagnostic error = ToolErrorText.Read(message, before);
        IReadOnlyList<Diagnostic> causes = ToolErrorText.CausesOf(error, before);
        return new StaCommandException(_script, ToolErrorText.Describe(error, causes)) { Causes = [.. causes, error] };
    }

    private static string Sandboxed(string script, TimeSpan? limit) =>
        limit is { } time
            ? TclList.Format("::slackline::sandbox::run", script, time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture))
            : script;

    private async Task AdoptChildAsync(long? maxMemory, TimeSpan? maxCpuTime, CancellationToken cancellation)
    {
        ControlReply reply;
        try
        {
            reply = await _reply.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Usually the child is there in no time, and gone with this; a tool that is busy loading is not waited for.
            await Task.WhenAny(EndLateChildAsync(), Task.Delay(s_latePatience, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
        catch
        {
            RemoveFiles();
            throw;
        }

        if (!reply.Ok || !int.TryParse(reply.Text, CultureInfo.InvariantCulture, out _child))
        {
            RemoveFiles();
            throw new StaException($"The tool could not be forked: {reply.Text}");
        }

        _host.Adopt(_child);
        if (maxMemory is { } bytes)
        {
            ulong most = (ulong)(ToolActivity.VirtualBytesOf(_child) + bytes);
            _ = Posix.SetLimit(_child, Posix.LimitOfAddressSpace, new Posix.ResourceLimit { Soft = most, Hard = most }, 0);
        }

        if (maxCpuTime is { } time)
        {
            ulong seconds = (ulong)Math.Max(1, Math.Ceiling(time.TotalSeconds));
            _ = Posix.SetLimit(_child, Posix.LimitOfCpuTime, new Posix.ResourceLimit { Soft = seconds, Hard = seconds }, 0);
        }
    }

    // The tool was busy, and forks although the caller no longer waits for the child.
    private async Task EndLateChildAsync()
    {
        try
        {
            ControlReply reply = await _reply.ConfigureAwait(false);
            if (reply.Ok && int.TryParse(reply.Text, CultureInfo.InvariantCulture, out _child))
            {
                await EndOfChildAsync().ConfigureAwait(false);
            }
        }
        catch (StaException)
        {
            // The tool has ended, and the child with it.
        }

        RemoveFiles();
    }

    // Kills it if need be: once it is reaped its number may be another process's.
    private async Task<string?> EndOfChildAsync()
    {
        if (_isReaped || _host.HasExited)
        {
            return null;
        }

        _isReaped = true;
        if (!ToolActivity.HasExited(_child))
        {
            _ = Posix.Kill(_child, Posix.SignalKill);
        }

        return await _host.ReapAsync(_child).ConfigureAwait(false);
    }

    // The tool cannot be interrupted, and would die of a FIFO without a reader, so the report is read to its end.
    private async Task DrainAsync()
    {
        _report.Cancellation = _host.Ended;
        try
        {
            await Task.Run(() => _report.CopyTo(Stream.Null)).ConfigureAwait(false);
            await _reply.ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or StaException)
        {
            // The session has ended meanwhile.
        }
        finally
        {
            Close();
        }
    }

    private void Close()
    {
        RemoveFiles();
        _ended();
    }

    private void RemoveFiles()
    {
        _report.Dispose();
        _cancellation.Dispose();
        foreach (string file in (string[])[_outcomeFile, .. AsideFiles.All(_outcomeFile)])
        {
            SessionDirectory.Remove(file);
        }
    }
}
