using System.Globalization;
using Slackline.Planning;
using Slackline.Queries;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;

namespace Slackline.Service.Sources;

/// <summary>Paths of a command that a tool runs for us.</summary>
/// <param name="design">Where the command runs.</param>
/// <param name="command">The command.</param>
/// <param name="filter">What the paths are filtered with afterwards; null for nothing.</param>
/// <param name="isOwned">Whether this source loads the design, and ends its tool.</param>
/// <param name="output">Takes the content of the source besides paths; null for the usual one.</param>
internal sealed class LiveSource(Designs.Design design, string command, PathFilter? filter, bool isOwned, OutputSummary? output = null)
    : PathSource(output)
{
    /// <summary>The running query; null before the source is opened.</summary>
    public PlannedQuery? Query { get; private set; }

    /// <summary>The tool in which it runs.</summary>
    public Designs.Design Session => design;

    /// <summary>Also takes every block of the output; set before the source is opened. Null for none.</summary>
    public IReportSink? Others { get; set; }

    public override string Name => command;

    public override string? Design => design.Name;

    public override ToolActivity? Tool => design.Activity;

    public override string? Progress => Query is { Plan: { IsSliced: true } plan }
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{Query.Done.Endpoints:N0} of {plan.Sections.Sum(static section => section.Endpoints):N0} endpoints")
        : null;

    /// <inheritdoc cref="PlannedQuery.WaitsFor"/>
    public string? WaitsFor => Query?.WaitsFor;

    public override async Task<TimingPathStream> OpenAsync(CancellationToken cancellation)
    {
        if (isOwned)
        {
            await design.LoadAsync(cancellation).ConfigureAwait(false);
        }

        Query = design.Start(command, filter, Others is null ? Output : new BothSinks(Output, Others));
        return Query.Paths;
    }

    public override async ValueTask DisposeAsync()
    {
        Query?.Paths.Cancel();
        if (isOwned)
        {
            await design.DisposeAsync().ConfigureAwait(false);
        }

        if (Query is not null)
        {
            await Query.DisposeAsync().ConfigureAwait(false);
        }
    }
}
