using System.Diagnostics;
using Slackline.Planning;
using Slackline.Planning.Plans;
using Slackline.Queries;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Timing;

namespace Slackline.Service.Designs;

/// <summary>A design in a running tool: loaded once, then asked any number of commands.</summary>
/// <param name="tool">Which tool is started, and how.</param>
/// <param name="script">The script that loads the design.</param>
/// <param name="options">How every command in it runs; with a sandbox limit, every one of them in the sandbox.</param>
/// <param name="replicas">How many tools load the design; more than one where none can be forked.</param>
/// <param name="name">Its name; null for the script's, with the script's folder, because many are called setup.tcl.</param>
internal sealed class Design(StaSessionOptions tool, string script, PlanOptions options, int replicas = 1, string? name = null)
    : IAsyncDisposable
{
    private readonly List<StaSession> _sessions = [];

    /// <summary>The name of the design.</summary>
    public string Name => name ?? Path.Join(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(script))), Path.GetFileName(script));

    /// <summary>The running tool.</summary>
    public StaSession Session => _sessions[0];

    /// <summary>The activity of the tool's process; null before it is started.</summary>
    public ToolActivity? Activity => _sessions.Count > 0 ? Session.Activity : null;

    /// <summary>Why the only tool's process cannot be forked; null when it can.</summary>
    public string? CannotFork => _sessions is [var only] ? only.CannotFork : null;

    /// <summary>The tool's messages while it loaded the design.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; } = [];

    /// <summary>How many errors of the script were passed over: answers without what it should have set may be wrong.</summary>
    public int SetupErrors => Diagnostics.Count(static diagnostic => diagnostic.IsPassedOver);

    /// <summary>How long starting and loading took, first timing update included.</summary>
    public TimeSpan LoadTime { get; private set; }

    /// <summary>Starts the tool and loads the design.</summary>
    /// <exception cref="StaException">The tool cannot be started, or its setup script fails.</exception>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < replicas; i++)
        {
            _sessions.Add(await StaSession.StartAsync(tool, cancellation).ConfigureAwait(false));
        }

        try
        {
            IEnumerable<Task<IReadOnlyList<Diagnostic>>> loading = _sessions.Select(session => session.LoadAsync(script, cancellation));
            Diagnostics = (await Task.WhenAll(loading).ConfigureAwait(false))[0];
        }
        catch (StaSetupException e)
        {
            Diagnostics = e.Diagnostics;
            throw;
        }

        LoadTime = Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Starts a command whose paths are streamed.</summary>
    /// <param name="command">The command in Tcl.</param>
    /// <param name="filter">What the paths will be filtered with; those that it drops may be missing already. Null for nothing.</param>
    /// <param name="sink">Takes every block of the output.</param>
    public PlannedQuery Start(string command, PathFilter? filter, IReportSink sink) =>
        new QueryPlanner(_sessions, options).Execute(CheckTypes.WithTypes(command), filter, sink);

    /// <summary>Finds out how a command would run.</summary>
    /// <exception cref="StaException">The tool refuses the command.</exception>
    public Task<QueryPlan> ExplainAsync(string command, PathFilter? filter, CancellationToken cancellation) =>
        new QueryPlanner(_sessions, options).ExplainAsync(CheckTypes.WithTypes(command), filter, cancellation);

    /// <summary>Runs a command once, as it is, to its end.</summary>
    /// <param name="command">The command in Tcl.</param>
    /// <param name="sink">Takes every block of the output.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StaException">The tool refuses the command.</exception>
    public async Task RunWholeAsync(string command, IReportSink sink, CancellationToken cancellation)
    {
        PlannedQuery query = new QueryPlanner(_sessions, options with { IsWhole = true }).Execute(command, null, sink);
        await using (query.ConfigureAwait(false))
        {
            await foreach (PathChunk _ in query.Paths.ReadChunksAsync(cancellation).ConfigureAwait(false))
            {
                // The sink has taken them.
            }
        }
    }

    /// <summary>Evaluates a script and returns its result in Tcl. The text that it prints is dropped.</summary>
    /// <exception cref="StaCommandException">The tool refused it.</exception>
    public async Task<string> EvaluateAsync(string script, CancellationToken cancellation)
    {
        var request = new StaRequest(script) { SandboxLimit = options.SandboxLimit, MaxCpuTime = options.MaxCpuTime };
        StaCommand command = await Session.RunAsync(request, cancellation).ConfigureAwait(false);
        await using (command.ConfigureAwait(false))
        {
            await Task.Run(() => command.Output.CopyTo(Stream.Null), cancellation).ConfigureAwait(false);
            return await command.CompleteAsync().WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the tool.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (StaSession session in _sessions)
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }
}
