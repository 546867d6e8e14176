using System.Globalization;
using Slackline.Planning;
using Slackline.Planning.Plans;
using Slackline.Queries;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;

namespace Slackline.Service.Sources;

/// <summary>Paths of a command that a tool runs for us.</summary>
/// <param name="tool">Which tool is started, and how; asked for when the source is opened.</param>
/// <param name="setup">The script that loads the design.</param>
/// <param name="command">The command.</param>
/// <param name="filter">What the paths are filtered with afterwards; null for nothing.</param>
/// <param name="replicas">How many tools load the design; more than one where none can be forked.</param>
/// <param name="options">How the command is run.</param>
internal sealed class LiveSource(Func<StaSessionOptions> tool, string setup, string command, string? filter, int replicas, PlanOptions options) : PathSource
{
    private readonly List<StaSession> _sessions = [];
    private PlannedQuery? _query;

    public override string Name => command;

    /// <summary>Also takes every block of the output; set before the source is opened. Null for none.</summary>
    public IReportSink? Others { get; set; }

    public override ToolActivity? Tool => _sessions.Count > 0 ? _sessions[0].Activity : null;

    /// <summary>The effects of the command besides reporting, in words.</summary>
    public IReadOnlyList<string> Effects => _query?.Effects ?? [];

    public override string? Progress => _query is { Plan: { IsSliced: true } plan }
        ? string.Create(CultureInfo.InvariantCulture, $"{_query.Done.Endpoints:N0} of {plan.Sections.Sum(static section => section.Endpoints):N0} endpoints")
        : null;

    /// <summary>Why the only tool's process cannot be forked; null when it can.</summary>
    public string? CannotFork => _sessions is [var only] ? only.CannotFork : null;

    /// <summary>The program and its version, once it runs.</summary>
    public string ToolName => _sessions is [var first, ..] ? first.Features.Name : "";

    /// <summary>The tool's messages while it loaded the design.</summary>
    public IReadOnlyList<Diagnostic> SetupDiagnostics { get; private set; } = [];

    public override async Task<TimingPathStream> OpenAsync(CancellationToken cancellation)
    {
        QueryPlanner planner = await LoadAsync(cancellation).ConfigureAwait(false);
        _query = planner.Execute(CheckTypes.WithTypes(command), filter is null ? null : PathFilter.Parse(filter), Others is null ? Output : new BothSinks(Output, Others));
        return _query.Paths;
    }

    /// <summary>Loads the design and finds out how the command would be run.</summary>
    /// <exception cref="StaException">The tool cannot be started, its setup script fails, or it refuses the command.</exception>
    public async Task<QueryPlan> ExplainAsync(CancellationToken cancellation)
    {
        QueryPlanner planner = await LoadAsync(cancellation).ConfigureAwait(false);
        return await planner.ExplainAsync(command, filter is null ? null : PathFilter.Parse(filter), cancellation).ConfigureAwait(false);
    }

    public override async ValueTask DisposeAsync()
    {
        _query?.Paths.Cancel();
        foreach (StaSession session in _sessions)
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }

        if (_query is not null)
        {
            await _query.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<QueryPlanner> LoadAsync(CancellationToken cancellation)
    {
        StaSessionOptions session = tool();
        for (int i = 0; i < replicas; i++)
        {
            _sessions.Add(await StaSession.StartAsync(session, cancellation).ConfigureAwait(false));
        }

        try
        {
            IReadOnlyList<Diagnostic>[] said = await Task.WhenAll(_sessions.Select(started => started.LoadAsync(setup, cancellation))).ConfigureAwait(false);
            SetupDiagnostics = said[0];
        }
        catch (StaSetupException e)
        {
            SetupDiagnostics = e.Diagnostics;
            throw;
        }

        return new QueryPlanner(_sessions, options);
    }
}
