using System.Diagnostics;
using Slackline.Reports;
using Slackline.Timing;

namespace Slackline.Sessions;

/// <summary>How a session is started.</summary>
public sealed record StaSessionOptions
{
    /// <summary>The program.</summary>
    public required StaTool Tool { get; init; }

    /// <summary>The directory in which it works, and from which relative file names in scripts count; the current one unless set.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>How long the program may take to answer its first request. 30 s unless set.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>
/// A running OpenSTA with a design loaded once and kept warm. Each command's report comes through a FIFO of its own, so that it never mixes with
/// the control channel, with the tool's chatter, or with another report. One command runs at a time.
/// </summary>
public sealed class StaSession : IAsyncDisposable
{
    private readonly StaTool _tool;
    private readonly SessionDirectory _directory;
    private readonly Process _process;
    private readonly ControlChannel _control;
    private readonly ToolOutput _output;
    private readonly CancellationTokenSource _ended = new();

    private StaSession(StaTool tool, SessionDirectory directory, Process process, ToolOutput output, FifoReader replies)
    {
        _tool = tool;
        _directory = directory;
        _process = process;
        _output = output;
        _control = new ControlChannel(process.StandardInput.BaseStream, replies);
        ProcessId = process.Id;
        Features = StaFeatures.Unknown;
    }

    /// <summary>The tool's process.</summary>
    public int ProcessId { get; }

    /// <summary>Where the session's FIFOs are.</summary>
    internal string DirectoryPath => _directory.Path;

    /// <summary>What the tool can do.</summary>
    public StaFeatures Features { get; private set; }

    /// <summary>The units of the reports' numbers, once a design is loaded; before, and where the tool does not say, 1 ns and 1 pF.</summary>
    public TimingUnits Units { get; private set; } = TimingUnits.Default;

    /// <summary>What the tool's process is doing.</summary>
    public ToolActivity Activity => ToolActivity.Of(ProcessId);

    /// <summary>Starts the tool and waits until it answers.</summary>
    /// <exception cref="StaException">It cannot be started, or does not answer in time.</exception>
    public static async Task<StaSession> StartAsync(StaSessionOptions options, CancellationToken cancellation = default)
    {
        var directory = new SessionDirectory();
        StaSession? session = null;
        try
        {
            string replyPath = directory.NewName("reply");
            var replies = new FifoReader(replyPath, CancellationToken.None);
            var output = new ToolOutput();
            Process process = StaProcess.Start(options, WriteBootstrap(directory), replyPath, output);
            session = new StaSession(options.Tool, directory, process, output, replies);
            session.WatchExit(replies);
            await session.GreetAsync(options.StartTimeout, cancellation).ConfigureAwait(false);
            return session;
        }
        catch
        {
            if (session is not null)
            {
                await session.DisposeAsync().ConfigureAwait(false);
            }

            directory.Dispose();
            throw;
        }
    }

    /// <summary>Loads the design: evaluates a setup script, and updates the timing.</summary>
    /// <param name="setupFile">A Tcl script that reads the design and its constraints.</param>
    /// <param name="cancellation">Gives up the session: the tool cannot be interrupted in its work.</param>
    /// <returns>What the tool said meanwhile.</returns>
    /// <exception cref="StaSetupException">The script failed; names the file, the line, and what the tool said.</exception>
    public async Task<IReadOnlyList<Diagnostic>> LoadAsync(string setupFile, CancellationToken cancellation = default)
    {
        if (!File.Exists(setupFile))
        {
            throw new StaSetupException(setupFile, 0, "there is no such file.");
        }

        var log = new DiagnosticLog();
        StaCommand command = Begin("load", Path.GetFullPath(setupFile), cancellation);
        await using (command.ConfigureAwait(false))
        {
            await Task.Run(() => log.Read(command.Output), cancellation).ConfigureAwait(false);
            ControlReply reply = await command.ReplyAsync().ConfigureAwait(false);
            if (!reply.Ok)
            {
                throw new StaSetupException(setupFile, reply.Line, WithoutPlace(reply.Text));
            }

            Units = StaUnits.Parse(reply.Text);
        }

        // The tool's own source and read_sdc print the error of a nested script and go on.
        if (log.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error) is { } error)
        {
            throw new StaSetupException(error.File.Length > 0 ? error.File : setupFile, error.Line, error.Message);
        }

        return log.Diagnostics;
    }

    /// <summary>
    /// Starts a command. Its report is read from <see cref="StaCommand.Output"/> to the end, then <see cref="StaCommand.CompleteAsync"/> tells how it ended.
    /// </summary>
    /// <param name="command">The command in Tcl, without redirection.</param>
    /// <param name="cancellation">Ends the waiting and the reading.</param>
    public StaCommand Run(string command, CancellationToken cancellation = default) => Begin("eval", Features.Translate(command), cancellation);

    /// <summary>Ends the tool's process, removes the session's files.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_ended.IsCancellationRequested)
        {
            await _ended.CancelAsync().ConfigureAwait(false);
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
            }

            await _process.WaitForExitAsync().ConfigureAwait(false);
            _control.Dispose();
            _process.Dispose();
            _directory.Dispose();
            _ended.Dispose();
        }
    }

    internal Task<ControlReply> RequestAsync(CancellationToken cancellation, params string[] words) => ExplainDeath(_control.RequestAsync(cancellation, words));

    private static string WriteBootstrap(SessionDirectory directory)
    {
        string bootstrap = directory.NewName("bootstrap") + ".tcl";
        using Stream script = typeof(StaSession).Assembly.GetManifestResourceStream("Slackline.Sessions.bootstrap.tcl")!;
        using FileStream file = File.Create(bootstrap);
        script.CopyTo(file);
        return bootstrap;
    }

    // "Error: setup.tcl, 7 text" repeats the place that the exception names itself.
    private static string WithoutPlace(string message) =>
        DiagnosticReader.TryRead(System.Text.Encoding.UTF8.GetBytes(message), out Diagnostic? diagnostic) ? diagnostic!.Message : message;

    private void WatchExit(FifoReader replies)
    {
        // A tool that ends before it opens the reply FIFO would leave its reader waiting for ever.
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => replies.Abandon();
        if (_process.HasExited)
        {
            replies.Abandon();
        }
    }

    private async Task GreetAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        Task<ControlReply> hello = RequestAsync(cancellation, "hello");
        try
        {
            Features = StaFeatures.Parse((await hello.WaitAsync(timeout, cancellation).ConfigureAwait(false)).Text);
        }
        catch (TimeoutException)
        {
            throw new StaException($"{_tool.Path} did not answer within {timeout.TotalSeconds:0} s. Is it OpenSTA?{_output.Quote()}");
        }
    }

    private StaCommand Begin(string kind, string argument, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_ended.IsCancellationRequested, this);
        string path = _directory.NewName("report");
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _ended.Token);
        var report = new FifoReader(path, source.Token);
        Task<ControlReply> reply = RequestAsync(CancellationToken.None, kind, path, argument);
        return new StaCommand(argument, report, reply, source);
    }

    private async Task<ControlReply> ExplainDeath(Task<ControlReply> reply)
    {
        try
        {
            return await reply.ConfigureAwait(false);
        }
        catch (EndOfStreamException)
        {
            await _process.WaitForExitAsync().ConfigureAwait(false);
            string how = _process.ExitCode > 128 ? $"was killed by signal {_process.ExitCode - 128}" : $"ended with exit code {_process.ExitCode}";
            throw new StaDiedException($"{_tool.Path} {how}.{_output.Quote()}");
        }
    }
}
