using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Slackline.Planning;
using Slackline.Planning.Plans;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Reports;
using Slackline.Service.Sources;
using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Mcp.Streams;

/// <summary>A client's stream: paths that are kept while they come, and what is known of where they come from.</summary>
internal sealed class KeptStream : IAsyncDisposable
{
    private readonly PagedStream _paged;
    private readonly FilteredTimingStream? _filtered;
    private readonly PlannedQuery? _query;
    private readonly OutputSummary? _log;

    private readonly string? _fewer;

    private KeptStream(PagedStream paged, PlannedQuery? query, FilteredTimingStream? filtered, OutputSummary? log, string? fewer = null)
    {
        _fewer = fewer;
        _paged = paged;
        _query = query;
        _filtered = filtered;
        _log = log;
        LastUsed = DateTimeOffset.UtcNow;
    }

    /// <summary>The stream's id.</summary>
    public string Id => _paged.Id;

    /// <summary>The command and the condition whose paths these are.</summary>
    public string Command => _paged.Description;

    /// <summary>The command alone.</summary>
    public string CommandAlone => _paged.Command;

    /// <summary>The condition that held of every path that was kept; null for none.</summary>
    public string? Filter => _paged.Filter;

    /// <summary>The design that its paths are of; null for a stream that was kept without saying so.</summary>
    public string? Design => _paged.Design;

    /// <summary>The units of its numbers; null until a path says them.</summary>
    public TimingUnits? Units => _paged.Units;

    /// <summary>The session in which it runs; null for one from another stream or from disk.</summary>
    public string? Session { get; init; }

    /// <summary>The stream that this one narrows; null when it is none of these.</summary>
    public string? RefinedFrom { get; init; }

    /// <summary>How it is executed.</summary>
    public string Plan => _query is null
        ? RefinedFrom is null ? "read from disk; it was kept before" : $"the kept paths of stream {RefinedFrom} are read again; nothing is asked of the tool"
        : _query.Plan is { } plan ? Describe(plan) : "not known yet: the tool is asked how many endpoints there are";

    /// <summary>When it was last asked for.</summary>
    public DateTimeOffset LastUsed { get; private set; }

    /// <summary>Paths that can be asked for.</summary>
    public long Paths => _paged.Paths;

    /// <summary>Paths that were looked at; null when that is not known any more.</summary>
    public long? PathsSeen => _filtered?.PathsSeen ?? _query?.Paths.PathsRead;

    /// <summary>What it is doing.</summary>
    public StreamState State => _paged.State;

    /// <summary>Whether no paths will come any more.</summary>
    public bool HasEnded => State is not (StreamState.Running or StreamState.Paused);

    /// <summary>How the stream is doing, from its source on; null for one from disk.</summary>
    public StreamStatus? Status => _paged.Source;

    /// <summary>Bytes that the tool has printed for it; null when that is not known.</summary>
    public long? OutputBytes => _log?.Bytes;

    /// <summary>What its condition has found out of the paths, such as names that none has; empty until it has ended.</summary>
    public IReadOnlyList<string> FilterNotes => HasEnded && _filtered is not null ? [.. _filtered.Filters.SelectMany(static filter => filter.Notes)] : [];

    /// <summary>What went wrong, what the tool said beside the paths, and what is to know of it.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            List<string> notes = _log is null ? [] : NotesOf(_log);
            notes.InsertRange(0, FilterNotes);

            if (_fewer is not null)
            {
                notes.Insert(0, _fewer);
            }

            if (_paged.Fault is { } fault)
            {
                notes.Insert(0, $"it stopped: {fault.Message}");
            }

            if (_paged.WaitsFor is { } reason)
            {
                notes.Insert(0, $"it waits: {reason}");
            }

            if (State == StreamState.Interrupted)
            {
                notes.Insert(0, "the server ended while it ran: these are all paths that had come, not all there are");
            }

            return notes;
        }
    }

    /// <summary>Begins to keep the paths of a query for which a condition holds.</summary>
    /// <param name="query">The query.</param>
    /// <param name="directory">Where they are kept.</param>
    /// <param name="command">The command.</param>
    /// <param name="filter">The condition; null for none.</param>
    /// <param name="log">What takes the rest of the output.</param>
    /// <param name="session">The session's id.</param>
    /// <param name="design">The design that is open in it.</param>
    public static KeptStream Start(PlannedQuery query, SpoolDirectory directory, string command, PathFilter? filter, OutputSummary log, string session, string design)
    {
        FilteredTimingStream? filtered = filter is null ? null : new FilteredTimingStream(query.Paths, filter);
        TimingPathStream wanted = filtered is null ? query.Paths : TimingPathStream.Start(filtered.Read(), owned: filtered);
        return new KeptStream(PagedStream.Start(wanted, directory, command, filter?.Text, design), query, filtered, log) { Session = session };
    }

    /// <summary>Begins to keep those of another stream's paths for which a further condition holds; the tool is not asked again.</summary>
    public static KeptStream Refine(KeptStream from, SpoolDirectory directory, string where)
    {
        FilteredTimingStream filtered = from._paged.Refine(PathFilter.Parse(where));
        string both = from.Filter is { } before ? $"({before}) and ({where})" : where;

        // What is missing there is missing here.
        string? fewer = from.HasEnded && from.State != StreamState.Complete ? $"stream {from.Id}, which this one narrows, is {from.State.Word()}: it does not have all paths" : null;
        return new KeptStream(PagedStream.Start(TimingPathStream.Start(filtered.Read(), owned: filtered), directory, from.CommandAlone, both, from.Design), query: null, filtered, log: null, fewer)
        {
            RefinedFrom = from.Id,
        };
    }

    /// <summary>Opens a stream that was kept before.</summary>
    /// <exception cref="SpoolException">There is none of that id.</exception>
    public static KeptStream Open(SpoolDirectory directory, string id) =>
        new(PagedStream.Open(directory, id), query: null, filtered: null, log: null);

    /// <inheritdoc cref="PagedStream.ReadAsync"/>
    public ValueTask<Page> ReadAsync(PageRequest request, CancellationToken cancellation)
    {
        LastUsed = DateTimeOffset.UtcNow;
        return _paged.ReadAsync(request, cancellation);
    }

    /// <summary>
    /// Waits until no paths will come any more, or the time is over. Gives what to tell of a stream that is not whole then: an answer made of it is one of a part of the
    /// paths; null when it is whole.
    /// </summary>
    public async Task<string?> WaitForAllAsync(int seconds, CancellationToken cancellation)
    {
        if (seconds is < 0 or > 300)
        {
            throw new ToolInputException($"wait_seconds is {seconds}; it must be from 0 to 300.");
        }

        await WaitForEndAsync(TimeSpan.FromSeconds(seconds), cancellation).ConfigureAwait(false);
        return !HasEnded ? $"PARTIAL: stream {Id} still runs, and these are the numbers of its first {Paths} paths. Ask again with a larger wait_seconds for those of all."
            : State != StreamState.Complete ? $"PARTIAL: stream {Id} is {State.Word()}, and these are the numbers of the {Paths} paths that had come."
            : _fewer is not null ? $"PARTIAL: {_fewer}."
            : null;
    }

    /// <summary>Waits until no paths will come any more, or the time is over.</summary>
    public async Task WaitForEndAsync(TimeSpan patience, CancellationToken cancellation)
    {
        // A page that can never be full is there once the stream has ended.
        using Page _ = await ReadAsync(new PageRequest { Cursor = CursorAt(long.MaxValue - PageRequest.MaxSize), Wait = patience, WithPoints = false }, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc cref="PagedStream.CursorAt"/>
    public string CursorAt(long path) => _paged.CursorAt(path);

    /// <summary>The paths that there are now, as selections of chunks; it does not wait for more.</summary>
    public async IAsyncEnumerable<PathSelection> ReadWhatIsThere([EnumeratorCancellation] CancellationToken cancellation)
    {
        LastUsed = DateTimeOffset.UtcNow;
        long paths = Paths;
        if (paths == 0)
        {
            yield break;
        }

        TimingPathStream replay = _paged.Replay();
        await using (replay.ConfigureAwait(false))
        {
            await foreach (PathSelection selection in replay.ReadChunksAsync(cancellation).AsPaths().Take(paths).ReadSelectionsAsync(cancellation).ConfigureAwait(false))
            {
                yield return selection;
            }
        }
    }

    /// <summary>Throws what ended the stream, when that was before its first path.</summary>
    public void ThrowIfRefused()
    {
        if (HasEnded && Paths == 0 && _paged.Fault is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }

    /// <summary>Stops it; what came before can be read.</summary>
    public void Cancel() => _paged.Cancel();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _paged.DisposeAsync();

    private static List<string> NotesOf(OutputSummary output)
    {
        List<string> notes = [.. output.Messages(Severity.Warning), .. output.DescribeDamages("")];
        if (output.DescribeReports() is { Length: > 0 } reports)
        {
            notes.Add($"the command also printed {reports}: run_report gives them");
        }

        return [.. notes, .. output.Texts];
    }

    private static string Describe(QueryPlan plan) => string.Join(
        "; ",
        [
            $"{(plan.IsSliced ? "in slices of endpoints" : "whole")}: {plan.Reason}",
            .. plan.PushedDown.Select(static pushed => $"the tool leaves out by itself: {pushed}"),
            .. plan.Filter is null ? Array.Empty<string>() : [$"kept is: {plan.Filter}"],
        ]);
}
