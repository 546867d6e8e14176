using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Slackline.Planning.Plans;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Reports;
using Slackline.Service.Sources;
using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;

namespace Slackline.Service.Streams;

/// <summary>A source whose paths are kept while they come, all or those that meet a condition, or a stream that was kept before.</summary>
internal sealed class KeptStream : IAsyncDisposable
{
    private readonly PathSource? _source;
    private readonly TimingPathStream? _read;
    private readonly FilteredTimingStream? _filtered;

    private KeptStream(PagedStream pages, PathSource? source = null, TimingPathStream? read = null, FilteredTimingStream? filtered = null)
    {
        Pages = pages;
        _source = source;
        _read = read;
        _filtered = filtered;
    }

    /// <summary>The stream on disk, of which any page can be read.</summary>
    public PagedStream Pages { get; }

    /// <summary>The stream's id.</summary>
    public string Id => Pages.Id;

    /// <summary>Paths that can be asked for.</summary>
    public long Paths => Pages.Paths;

    /// <summary>Paths that were looked at; null for a stream from disk.</summary>
    public long? PathsSeen => _filtered?.PathsSeen ?? _read?.PathsRead;

    /// <summary>The state of the stream.</summary>
    public StreamState State => Pages.State;

    /// <summary>Whether no more paths come.</summary>
    public bool HasEnded => State is not (StreamState.Running or StreamState.Paused);

    /// <summary>When it was last found or read.</summary>
    public DateTimeOffset LastUsed { get; private set; } = DateTimeOffset.UtcNow;

    /// <summary>The session in which it runs; null for one from another stream or from disk.</summary>
    public string? Session { get; init; }

    /// <summary>The stream that this one narrows; null when it does not narrow another.</summary>
    public string? RefinedFrom => (_source as KeptSource)?.Id;

    /// <summary>Bytes that the tool has printed for it; null when that is not known.</summary>
    public long? OutputBytes => (_source as LiveSource)?.Output.Bytes;

    /// <summary>How it is executed.</summary>
    public string Plan => _source switch
    {
        LiveSource { Query.Plan: { } plan } => Describe(plan),
        LiveSource => "not known yet: the tool is asked how many endpoints there are",
        KeptSource => $"the kept paths of stream {RefinedFrom} are read again, without another query of the tool",
        _ => "read from disk; it was kept before",
    };

    /// <summary>
    /// What its condition has found out about the paths, such as names that none of them has; empty until the stream has ended.
    /// </summary>
    public IReadOnlyList<string> FilterNotes =>
        HasEnded && _filtered is not null ? [.. _filtered.Filters.SelectMany(static filter => filter.Notes)] : [];

    /// <summary>Faults of the stream, findings of its filter, and what the tool printed besides paths.</summary>
    public IReadOnlyList<string> Notes =>
    [
        .. State == StreamState.Interrupted ? ["the engine ended while it ran, or could write no more: it does not have all paths"] : Array.Empty<string>(),
        .. (Pages.WaitsFor ?? (_source as LiveSource)?.WaitsFor) is { } reason ? [$"it waits: {reason}"] : Array.Empty<string>(),
        .. Pages.Fault is { } fault ? [$"it stopped: {fault.Message}"] : Array.Empty<string>(),
        .. HasEnded && _source?.Missing is { } missing ? [missing] : Array.Empty<string>(),
        .. FilterNotes,
        .. _source is LiveSource ? NotesOf(_source.Output) : [],
    ];

    /// <summary>Why an answer made from the paths so far is not one of all paths; null when it is.</summary>
    public string? Partial =>
        !HasEnded ? $"stream {Id} still runs, and these are the numbers of its first {Paths} paths"
        : State != StreamState.Complete ? $"stream {Id} is {State.Word()}, and these are the numbers of the {Paths} paths found until then"
        : _source?.Missing;

    /// <summary>Begins to keep the paths of a source. The source belongs to the stream from then on.</summary>
    /// <param name="source">The source.</param>
    /// <param name="paths">Its paths, with their other consumers.</param>
    /// <param name="directory">Where they are kept.</param>
    /// <param name="filter">The condition that the kept paths meet; null for none.</param>
    /// <param name="session">The session in which it runs; null for none.</param>
    /// <exception cref="SpoolException">The state directory cannot be written.</exception>
    public static KeptStream Start(
        PathSource source, TimingPathStream paths, SpoolDirectory directory, PathFilter? filter = null, string? session = null)
    {
        FilteredTimingStream? filtered = filter is null ? null : new FilteredTimingStream(paths, filter);
        TimingPathStream wanted = filtered is null ? paths : TimingPathStream.Start(filtered.Read(), owned: filtered);
        string? both = source.Filter is { } before && filter is not null
            ? $"({before}) and ({filter.Text})"
            : filter?.Text ?? source.Filter;
        try
        {
            var pages = PagedStream.Start(wanted, directory, source.Command, both, source.Design);
            return new KeptStream(pages, source, paths, filtered) { Session = session };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpoolException($"The paths cannot be kept in {directory.Root}: {e.Message}", e);
        }
    }

    /// <summary>Opens a stream that was kept before.</summary>
    /// <exception cref="SpoolException">There is no stream of that id.</exception>
    public static KeptStream Open(SpoolDirectory directory, string id) => new(PagedStream.Open(directory, id));

    /// <summary>Whoever has found it is about to read it.</summary>
    public void Touch() => LastUsed = DateTimeOffset.UtcNow;

    /// <inheritdoc cref="PagedStream.ReadAsync"/>
    public ValueTask<Page> ReadAsync(PageRequest request, CancellationToken cancellation)
    {
        Touch();
        return Pages.ReadAsync(request, cancellation);
    }

    /// <summary>Waits until no more paths come, or the time is over.</summary>
    public async Task WaitForEndAsync(TimeSpan patience, CancellationToken cancellation)
    {
        // No page can begin there before the stream has ended.
        var never = new PageRequest { Cursor = Pages.CursorAt(long.MaxValue - PageRequest.MaxSize), Wait = patience, WithPoints = false };
        using Page _ = await ReadAsync(never, cancellation).ConfigureAwait(false);
    }

    /// <summary>The paths that there are now, without waiting for more.</summary>
    public async IAsyncEnumerable<PathSelection> ReadPresentAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        Touch();
        long paths = Paths;
        if (paths == 0)
        {
            yield break;
        }

        TimingPathStream replay = Pages.Replay();
        await using (replay.ConfigureAwait(false))
        {
            PathSequence present = replay.ReadChunksAsync(cancellation).AsPaths().Take(paths);
            await foreach (PathSelection selection in present.ReadSelectionsAsync(cancellation).ConfigureAwait(false))
            {
                yield return selection;
            }
        }
    }

    /// <summary>Throws the fault that ended the stream, when it was before its first path.</summary>
    public void ThrowIfRefused()
    {
        if (HasEnded && Paths == 0 && Pages.Fault is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }

    /// <summary>Stops it and closes its files and its source.</summary>
    public async ValueTask DisposeAsync()
    {
        await Pages.DisposeAsync().ConfigureAwait(false);
        if (_source is not null)
        {
            await _source.DisposeAsync().ConfigureAwait(false);
        }
    }

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
            .. plan.PushedDown.Select(static pushed => $"the tool itself leaves out: {pushed}"),
            .. plan.Filter is null ? Array.Empty<string>() : [$"kept is: {plan.Filter}"],
        ]);
}
