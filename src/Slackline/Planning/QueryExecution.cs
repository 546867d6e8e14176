using System.Diagnostics;
using Slackline.Planning.Endpoints;
using Slackline.Planning.Merge;
using Slackline.Planning.Plans;
using Slackline.Planning.Slices;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Planning;

/// <summary>
/// A query that runs. The stream asks for chunks; meanwhile slices begin where a worker is free, and workers read what they print. While
/// nobody asks, no slice begins.
/// </summary>
internal sealed class QueryExecution : IDisposable
{
    // What has been found is not kept back longer than this for want of more.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    // A whole command is paused when this much of it has not been taken.
    private const long WholeAhead = 1_000_000;

    // Chunks that workers may be ahead of the merge.
    private const int Ahead = 8;

    // Each that is open has a chunk in memory; more of like size are merged into one.
    private const int MaxSpilledRuns = 12;

    private readonly IReadOnlyList<StaSession> _sessions;
    private readonly string _command;
    private readonly PushDown _pushed;
    private readonly string? _filter;
    private readonly PlanOptions _options;
    private readonly SharedSink _sink;
    private readonly MergeInbox _inbox = new(Ahead);
    private readonly HeldChunks _held = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ReadingThreads _threads;
    private readonly Queue<SectionSlices> _sections = new();
    private SliceLanes? _lanes;
    private StaPathPlan? _plan;
    private long _maxHeldBytes;
    private bool _hasBegun;

    public QueryExecution(IReadOnlyList<StaSession> sessions, string command, PushDown pushed, string? filter, PlanOptions options, IReportSink sink)
    {
        _sessions = sessions;
        _command = command;
        _pushed = pushed;
        _filter = filter;
        _options = options;
        _sink = new SharedSink(sink);
        _maxHeldBytes = options.MaxHeldBytes;
        _threads = new ReadingThreads(_inbox, _stop.Token);
    }

    /// <summary>Set once it is known how the query is run.</summary>
    public TaskCompletionSource<QueryPlan> Plan { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Slices that have ended, and endpoints in them.</summary>
    public (int Slices, long Endpoints) Done => _lanes?.Done ?? default;

    /// <summary>What the script has done beside reporting, in words; known once it has ended.</summary>
    public IReadOnlyList<string> Effects { get; private set; } = [];

    /// <summary>Fills a chunk with the next paths; see <see cref="FillChunk"/>.</summary>
    public bool Fill(ref PathChunk chunk, CancellationToken cancellation)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            try
            {
                using CancellationTokenRegistration registration = cancellation.Register(_stop.Cancel);
                Begin(_stop.Token);
            }
            catch (Exception e)
            {
                Plan.TrySetException(e);
                throw;
            }
        }

        return FillFromSections(ref chunk, cancellation);
    }

    private bool FillFromSections(ref PathChunk chunk, CancellationToken cancellation)
    {
        long firstAt = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();

            // What has come is taken up while there is memory for it; and past that, when the merge cannot go on without.
            while (_held.Bytes < _maxHeldBytes && _inbox.TakeUp(TimeSpan.Zero, cancellation))
            {
            }

            _lanes?.Fill(_sections);
            Spill(cancellation);
            if (!_sections.TryPeek(out SectionSlices? section))
            {
                return _threads.Fault is { } fault ? throw fault
                    : _lanes is { Failures.Count: > 0 } ? throw new SlicesFailedException(_lanes.Failures)
                    : false;
            }

            MergeOutcome outcome = section.IsOrderFree ? FillInAnyOrder(ref chunk) : section.Merge.FillInOrder(ref chunk);
            if (outcome != MergeOutcome.Full && _threads.Fault is { } failure)
            {
                // What came before it has been merged. The stream hands on what is in the chunk, too.
                throw failure;
            }

            firstAt = firstAt == 0 && chunk.Count > 0 ? Stopwatch.GetTimestamp() : firstAt;
            if (outcome == MergeOutcome.Full || (outcome == MergeOutcome.Waits && firstAt != 0 && Stopwatch.GetElapsedTime(firstAt) >= s_patience))
            {
                return true;
            }

            if (outcome == MergeOutcome.Ended)
            {
                _sections.Dequeue().Dispose();
            }
            else
            {
                _inbox.TakeUp(s_patience, cancellation);
            }
        }
    }

    // Of whichever section there is something; the first one decides whether that was all.
    private MergeOutcome FillInAnyOrder(ref PathChunk chunk)
    {
        MergeOutcome first = _sections.Peek().Merge.FillInAnyOrder(ref chunk);
        if (first == MergeOutcome.Waits && _sections.Count > 1)
        {
            foreach (SectionSlices section in _sections.Skip(1).Where(static section => section.IsOrderFree))
            {
                if (section.Merge.FillInAnyOrder(ref chunk) == MergeOutcome.Full)
                {
                    return MergeOutcome.Full;
                }
            }
        }

        return first;
    }

    public void Dispose()
    {
        _stop.Cancel();
        Plan.TrySetCanceled();
        while (_sections.TryDequeue(out SectionSlices? section))
        {
            section.Dispose();
        }

        _threads.Join();
        _inbox.Dispose();
        _stop.Dispose();
    }

    // Finds out how the command can be run by surveying it. One that cannot be sliced turns out to be running whole by then.
    private void Begin(CancellationToken cancellation)
    {
        StaSession session = _sessions[0];
        for (int attempt = 1; ; attempt++)
        {
            int restarts = session.Restarts;
            PathCommand first = Start(session, _options.IsWhole ? SteeringMode.Whole : SteeringMode.Survey, null, isFirst: attempt == 1, cancellation);
            try
            {
                if (TrySurvey(first, cancellation) is not { } sections)
                {
                    BeginWhole(session, first);
                    return;
                }

                bool isSingle = first.ReadPlan() is { IsSingle: true };
                first.Dispose();
                if (!isSingle)
                {
                    BeginWholeInstead(session, "the script reports paths more than once", cancellation);
                }
                else if (WhyCountMatters(sections) is { } reason)
                {
                    BeginWholeInstead(session, reason, cancellation);
                }
                else
                {
                    BeginSections(session, restarts, sections);
                }

                return;
            }
            catch (StaDiedException) when (attempt < _options.Attempts)
            {
                first.Dispose();
            }
            catch (Exception e) when (e is StaException or InvalidDataException && _plan is { Mode: SteeringMode.Survey })
            {
                // Whatever is wrong, the command itself shows it in its place.
                first.Dispose();
                BeginWholeInstead(session, $"its endpoints could not be surveyed: {e.Message}", cancellation);
                return;
            }
            catch
            {
                first.Dispose();
                throw;
            }
        }
    }

    // What the count for a group leaves over depends, in these cases, on how the tool counts while it searches: in slices it would be
    // something else. Null in all others.
    private string? WhyCountMatters(IReadOnlyList<Section> sections)
    {
        Section[] cut = [.. sections.Where(section => _plan!.Cuts(section.Count))];
        return cut.Length == 0 ? null
            : _plan!.IsUnique ? "the tool counts paths for the group before it leaves out those that are not unique"
            : _plan.IsBoundedBelow ? "the tool counts paths for the group before it leaves out those below -slack_min"
            : cut.Any(static section => section.Analysis == "min") ? "the count for a group cuts off hold paths, of which OpenSTA then drops some of the worst (those of a set_min_delay); a larger count gives all"
            : null;
    }

    // The endpoints, or null for a command that runs whole.
    private IReadOnlyList<Section>? TrySurvey(PathCommand command, CancellationToken cancellation)
    {
        // A whole command is known to be one long before its first path is found.
        using (new Timer(_ => AnnounceWhole(Plan.Task.IsCompleted ? null : command.ReadPlan()), null, s_patience, s_patience))
        {
            command.Peek(cancellation);
        }

        _plan = command.ReadPlan();
        if (_plan is not { Mode: SteeringMode.Survey })
        {
            return null;
        }

        return Survey.Read(command, cancellation);
    }

    private void AnnounceWhole(StaPathPlan? plan)
    {
        if (plan is { Mode: SteeringMode.Whole })
        {
            Announce(plan, [], _options.IsWhole ? "as asked for" : plan.Reason);
        }
    }

    private void BeginWholeInstead(StaSession session, string reason, CancellationToken cancellation)
    {
        _plan = _plan! with { Mode = SteeringMode.Whole, Reason = reason };
        BeginWhole(session, Start(session, SteeringMode.Whole, null, isFirst: false, cancellation));
    }

    private void BeginWhole(StaSession session, PathCommand first)
    {
        _maxHeldBytes = WholeAhead;
        var run = new SliceRun(_held, float.NegativeInfinity);
        var paths = new RunWriter(_inbox, run);
        SectionSlices whole = SectionSlices.Whole(run, _options.Order == ResultOrder.Any, _stop.Token);
        _sections.Enqueue(whole);
        AnnounceWhole(_plan);
        Announce(null, [], session.Features.CanSteer ? "it reports no paths" : "this version of the tool cannot be asked for its endpoints");

        // What cannot be steered tells no slacks by which another try could be checked.
        var worker = new SliceWorker(_inbox, _held, [paths], _plan is null ? _options with { Attempts = 1 } : _options)
        {
            Start = (_, stop) => Start(session, SteeringMode.Whole, null, isFirst: false, stop),
            Fail = (_, _, failure) => _threads.Fail(failure),
            MayRunAgain = command => (Effects = command.ReadPlan()?.Effects ?? []).Count == 0,
        };
        _threads.Start([paths], () => worker.Run(first, whole.Stop), static () => { });
    }

    private void BeginSections(StaSession surveyed, int restarts, IReadOnlyList<Section> sections)
    {
        var planned = new List<PlanSection>();
        foreach (Section section in sections)
        {
            // Where the count leaves only the worst ones, any order would let in others, and so would leaving out an endpoint.
            bool isCut = _plan!.Cuts(section.Count);
            Section wanted = section.Passing(isCut ? null : _pushed.Endpoints, _plan.SlackBound);
            planned.Add(new PlanSection(section.Group, section.Analysis, wanted.Count, section.WorstSlack / surveyed.Units.Time, section.Count - wanted.Count, isCut));
            if (wanted.Count > 0)
            {
                _sections.Enqueue(new SectionSlices(wanted, _plan.GroupCount, _options.Order == ResultOrder.Any && !isCut, _stop.Token));
            }
        }

        EndpointHandles[] handles = [.. _sessions.Select((session, i) => new EndpointHandles(session, i == 0 ? restarts : -1, SurveyAgain))];
        _lanes = new SliceLanes(
            handles,
            _plan!,
            _options,
            _inbox,
            _held,
            _threads,
            (session, slice, mustBeRestart, stop) => Start(session, SteeringMode.Slice, slice, isFirst: false, stop, mustBeRestart));
        Announce(_plan, [.. planned], "finding several paths for each endpoint costs more than all else, and in slices of endpoints it is done side by side, the worst first");
    }

    // Only the first time counts.
    private void Announce(StaPathPlan? plan, PlanSection[] sections, string reason) => Plan.TrySetResult(new QueryPlan
    {
        Command = _command,
        Options = plan?.Words ?? "",
        IsSliced = sections.Length > 0,
        Reason = reason,
        EndpointCount = plan?.EndpointCount ?? 0,
        GroupCount = plan?.GroupCount ?? 0,
        Sections = sections,
        Workers = _lanes?.Count ?? 1,
        Place = _sessions.Count > 1 ? "each a tool of its own with the design loaded"
            : _sessions[0].CannotFork is not null ? "in the session itself, since it cannot be forked"
            : "forked from the session for each slice",
        Forking = _sessions[0].Forking,
        Order = _options.Order,
        PushedDown = plan is null ? [] : [.. _pushed.Describe()],
        Filter = _filter,
    });

    private PathCommand Start(StaSession session, SteeringMode mode, SliceTarget? slice, bool isFirst, CancellationToken cancellation, int? mustBeRestart = null)
    {
        PathCommand? command = null;
        var request = new StaRequest(_command)
        {
            MaxMemory = _options.WorkerMemory ?? (mode == SteeringMode.Slice ? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / _lanes!.Count : null),
            MaxCpuTime = _options.MaxCpuTime,
            SandboxLimit = _options.SandboxLimit,
            MustBeRestart = mustBeRestart,
            Steering = new PathSteering { Mode = mode, IsWatched = mode != SteeringMode.Slice && _options.SandboxLimit is null, Slice = slice, SlackMax = _pushed.SlackMax, Groups = _pushed.Groups, Analysis = _pushed.Analysis },
        };
        return command = PathCommand.Start(session, request, mode == SteeringMode.Slice ? _sink.Slice() : _sink.Whole(isFirst, () => command?.ReadPlan()?.Mode is { } known ? known == SteeringMode.Survey : null), cancellation);
    }

    private IReadOnlyList<Section> SurveyAgain(StaSession session, CancellationToken cancellation)
    {
        using PathCommand survey = Start(session, SteeringMode.Survey, null, isFirst: false, cancellation);
        return Survey.Read(survey, cancellation);
    }

    // Memory is bounded: what waits for worse paths goes elsewhere.
    private void Spill(CancellationToken cancellation)
    {
        if (_options.Runs is null || _held.Bytes <= _options.MaxHeldBytes)
        {
            return;
        }

        foreach (SectionSlices section in _sections)
        {
            SliceRun[] complete = [.. section.Merge.Runs.OfType<SliceRun>().Where(static run => run.IsComplete)];
            if (complete.Length > 0)
            {
                section.Merge.Replace(complete, SpilledRun.Write(complete, 0, _options.Runs, cancellation));
            }

            foreach (IGrouping<int, SpilledRun> level in section.Merge.Runs.OfType<SpilledRun>().GroupBy(static run => run.Level).ToArray())
            {
                if (level.Count() > MaxSpilledRuns)
                {
                    section.Merge.Replace([.. level], SpilledRun.Write(level, level.Key + 1, _options.Runs, cancellation));
                }
            }
        }
    }
}
