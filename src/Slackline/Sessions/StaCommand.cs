namespace Slackline.Sessions;

/// <summary>A command that runs in a session: its report as bytes, and its outcome.</summary>
public sealed class StaCommand : IAsyncDisposable
{
    private readonly string _command;
    private readonly FifoReader _report;
    private readonly Task<ControlReply> _reply;
    private readonly CancellationTokenSource _cancellation;

    internal StaCommand(string command, FifoReader report, Task<ControlReply> reply, CancellationTokenSource cancellation)
    {
        _command = command;
        _report = report;
        _reply = reply;
        _cancellation = cancellation;
        _ = AbandonAfterReplyAsync();
    }

    /// <summary>What the command prints, from its first byte to its end, as the tool prints it. Not reading pauses the tool.</summary>
    public Stream Output => _report;

    /// <summary>Waits for the end of the command.</summary>
    /// <returns>The command's result in Tcl.</returns>
    /// <exception cref="StaCommandException">The tool refused the command.</exception>
    /// <exception cref="StaDiedException">The tool ended.</exception>
    public async Task<string> CompleteAsync()
    {
        ControlReply reply = await ReplyAsync().ConfigureAwait(false);
        return reply.Ok ? reply.Text : throw new StaCommandException(_command, reply.Text);
    }

    /// <summary>Gives the command up. What it printed is not read any further; the tool finds nobody to write to.</summary>
    public ValueTask DisposeAsync()
    {
        _report.Dispose();
        _cancellation.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<ControlReply> ReplyAsync() => _reply;

    // A command that fails before it opens the FIFO, or a tool that dies, would leave the FIFO's reader waiting for ever.
    private async Task AbandonAfterReplyAsync()
    {
        await ((Task)_reply).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _report.Abandon();
    }
}
