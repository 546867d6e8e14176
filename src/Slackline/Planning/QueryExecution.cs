using System.Text;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Planning;

/// <summary>
/// A query that runs. The stream asks for chunks; meanwhile slices begin where a worker is free, and workers read what they print. While nobody asks, no slice begins.
/// </summary>
internal sealed class QueryExecution : IDisposable
{
    // What has been found is not kept back longer than this for want of more.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    // A whole command is paused when this much of it has not been taken.
    private const long WholeAhead = 2_000_000;

    // Each that is open has a chunk in memory; more are merged into one.
    private const int MaxSpilledRuns = 12;

    private readonly IReadOnlyList<StaSession> _sessions;
    private readonly string _command;
    private readonly PushDown _pushed;
    private readonly string? _filter;
    private readonly PlanOptions _options;
    private readonly SharedSink _sink;
    private readonly RunExchange _exchange = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<SliceFailure> _failures = [];
    private readonly List<Task> _workers = [];
    private readonly Queue<SectionSlices> _sections = new();
    private EndpointHandles[] _lanes = [];
    private Stack<int> _freeLanes = new();
    private StaPathPlan? _plan;
    private SliceSizer? _sizer;
    private Exception? _refusal;
    private bool _hasBegun;

    public QueryExecution(IReadOnlyList<StaSession> sessions, string command, PushDown pushed, string? filter, PlanOptions options, IReportSink sink)
    {
        _sessions = sessions;
        _command = command;
        _pushed = pushed;
        _filter = filter;
        _options = options;
        _sink = new SharedSink(sink);
    }

    /// <summary>Set once it is known how the query is run.</summary>
    public TaskCompletionSource<QueryPlan> Plan { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Slices that have ended, and endpoints in them.</summary>
    public (int Slices, long Endpoints) Done { get; private set; }

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

        bool hasWaited = false;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            long seen = _exchange.Changes;
            if (_refusal is not null)
            {
                throw _refusal;
            }

            BeginSlices();
            Spill(cancellation);
            if (!_sections.TryPeek(out SectionSlices? section))
            {
                if (_failures.Count > 0)
                {
                    throw new SlicesFailedException(_failures);
                }

                return false;
            }

            MergeOutcome outcome = section.IsOrderFree ? section.Merge.FillInAnyOrder(ref chunk) : section.Merge.FillInOrder(ref chunk);
            if (outcome == MergeOutcome.Full || (outcome == MergeOutcome.Waits && chunk.Count > 0 && hasWaited))
            {
                return true;
            }

            if (outcome == MergeOutcome.Ended)
            {
                _sections.Dequeue().Dispose();
            }
            else
            {
                _exchange.WaitForChange(seen, s_patience, cancellation);
                hasWaited = chunk.Count > 0;
            }
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        Plan.TrySetCanceled();
        while (_sections.TryDequeue(out SectionSlices? section))
        {
            section.Dispose();
        }

        Task.WhenAll(_workers).GetAwaiter().GetResult();
        _stop.Dispose();
    }

    // Finds out how the command can be run by surveying it. One that cannot be sliced turns out to be running whole by then.
    private void Begin(CancellationToken cancellation)
    {
        StaSession session = _sessions[0];
        int restarts = session.Restarts;
        IReadOnlyList<Section>? sections = null;
        PathCommand first = Start(session, _options.IsWhole ? SteeringMode.Whole : SteeringMode.Survey, null, isFirst: true, cancellation);
        try
        {
            first.Peek(cancellation);
            _plan = first.ReadPlan();
            if (_plan is { Mode: SteeringMode.Survey })
            {
                sections = Survey.Read(first, cancellation);
                first.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception e) when (e is StaException or InvalidDataException && _plan is { Mode: SteeringMode.Survey })
        {
            // Whatever is wrong, the command itself shows it in its place.
            first.DisposeAsync().AsTask().GetAwaiter().GetResult();
            first = Start(session, SteeringMode.Whole, null, isFirst: true, cancellation);
            _plan = _plan with { Mode = SteeringMode.Whole, Reason = $"its endpoints could not be surveyed: {e.Message}" };
        }
        catch
        {
            first.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }

        if (sections is null)
        {
            BeginWhole(session, first);
        }
        else
        {
            BeginSections(session, restarts, sections);
        }
    }

    private void BeginWhole(StaSession session, PathCommand first)
    {
        var run = new SliceRun(_exchange, float.NegativeInfinity, WholeAhead);
        SectionSlices whole = SectionSlices.Whole(run, _stop.Token);
        _sections.Enqueue(whole);
        Announce([], _plan is null ? "it reports no paths that could be told apart by endpoints" : _options.IsWhole ? "as asked for" : _plan.Reason, session);

        // What cannot be steered tells no slacks by which another try could be checked.
        var worker = new SliceWorker(_exchange, run, _plan is null ? _options with { Attempts = 1 } : _options)
        {
            Start = stop => Start(session, SteeringMode.Whole, null, isFirst: false, stop),
        };
        Work(() =>
        {
            if (worker.Run(first, whole.Stop) is { } failure)
            {
                throw failure;
            }
        });
    }

    private void BeginSections(StaSession surveyed, int restarts, IReadOnlyList<Section> sections)
    {
        foreach (Section section in sections)
        {
            // Any order would let in others than the worst ones that the count leaves.
            bool isOrderFree = _options.Order == ResultOrder.Any && section.Count * _plan!.EndpointCount <= _plan.GroupCount;
            _sections.Enqueue(new SectionSlices(section, _plan!.GroupCount, isOrderFree, _stop.Token));
        }

        EndpointHandles[] handles = [.. _sessions.Select((session, i) => new EndpointHandles(session, i == 0 ? restarts : -1, SurveyAgain))];
        _lanes = surveyed.CannotFork is null && handles.Length == 1 ? [.. Enumerable.Repeat(handles[0], Math.Max(1, _options.Workers))] : handles;
        _freeLanes = new Stack<int>(Enumerable.Range(0, _lanes.Length).Reverse());
        _sizer = new SliceSizer(_options.SliceWork, _lanes.Length);
        Announce(sections, "finding several paths for each endpoint costs more than all else, and in slices of endpoints it is done side by side, the worst first", surveyed);
    }

    private void Announce(IReadOnlyList<Section> sections, string reason, StaSession session) => Plan.TrySetResult(new QueryPlan
    {
        Command = _command,
        Options = _plan?.Words ?? "",
        IsSliced = _lanes.Length > 0,
        Reason = reason,
        EndpointCount = _plan?.EndpointCount ?? 0,
        GroupCount = _plan?.GroupCount ?? 0,
        Sections = [.. sections.Select(section => new PlanSection(section.Group, section.Analysis, section.Count, section.Slack(0) / session.Units.Time))],
        Workers = Math.Max(1, _lanes.Length),
        Place = _sessions.Count > 1 ? "each a tool of its own with the design loaded"
            : session.CannotFork is { } why ? $"in the session itself, since it cannot be forked: {why}"
            : "forked from the session for each slice",
        Order = _options.Order,
        PushedDown = _plan is null ? [] : [.. _pushed.Describe()],
        Filter = _filter,
    });

    private PathCommand Start(StaSession session, SteeringMode mode, SliceTarget? slice, bool isFirst, CancellationToken cancellation)
    {
        PathCommand? command = null;
        var request = new StaRequest(_command)
        {
            MaxMemory = _options.WorkerMemory,
            MaxCpuTime = _options.MaxCpuTime,
            SandboxLimit = _options.SandboxLimit,
            Steering = new PathSteering { Mode = mode, Slice = slice, SlackMax = _pushed.SlackMax, Groups = _pushed.Groups, Analysis = _pushed.Analysis },
        };
        return command = PathCommand.Start(session, request, isFirst ? _sink.First(() => command?.ReadPlan()?.Mode is { } known ? known == SteeringMode.Survey : null) : _sink.Slice(), cancellation);
    }

    private IReadOnlyList<Section> SurveyAgain(StaSession session, CancellationToken cancellation)
    {
        PathCommand survey = Start(session, SteeringMode.Survey, null, isFirst: true, cancellation);
        try
        {
            return Survey.Read(survey, cancellation);
        }
        finally
        {
            survey.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private void BeginSlices()
    {
        foreach (SectionSlices section in _sections)
        {
            while (section.Left > 0)
            {
                lock (_exchange.Lock)
                {
                    if (_freeLanes.Count == 0 || (_options.Runs is null && _exchange.HeldBytes > _options.MaxHeldBytes && section != _sections.Peek()))
                    {
                        return;
                    }
                }

                BeginSlice(section.Begin(_sizer!.Next(section.Left), _exchange));
            }
        }
    }

    private void BeginSlice(Slice slice)
    {
        int lane;
        lock (_exchange.Lock)
        {
            lane = _freeLanes.Pop();
        }

        EndpointHandles handles = _lanes[lane];
        var worker = new SliceWorker(_exchange, slice.Run, _options)
        {
            Timeout = _options.SliceTimeout,
            Start = stop => StartSlice(handles, slice, stop),
        };
        Work(() =>
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            StaException? failure = null;
            try
            {
                failure = worker.Run(null, slice.Stop);
            }
            finally
            {
                _sizer!.Learn(slice.Endpoints, System.Diagnostics.Stopwatch.GetElapsedTime(start));
                _exchange.Change(() =>
                {
                    _freeLanes.Push(lane);
                    Done = (Done.Slices + 1, Done.Endpoints + slice.Endpoints);
                    if (failure is not null)
                    {
                        _failures.Add(new SliceFailure(
                            slice.Section.Group, slice.Section.Analysis, slice.Endpoints, Encoding.UTF8.GetString(slice.Section.Name(slice.First)), slice.Run.Received, failure.Message));
                    }
                });
            }
        });
    }

    private PathCommand StartSlice(EndpointHandles handles, Slice slice, CancellationToken cancellation)
    {
        while (true)
        {
            int restarts = handles.Session.Restarts;
            var target = new SliceTarget(handles.Get(slice.Section, slice.First, slice.Endpoints, cancellation), slice.Section.Group, slice.Section.Analysis);
            PathCommand command = Start(handles.Session, SteeringMode.Slice, target, isFirst: false, cancellation);
            if (handles.Session.Restarts == restarts)
            {
                return command;
            }

            // Started again meanwhile: the handles are another process's.
            command.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private void Work(Action work)
    {
        _workers.RemoveAll(static worker => worker.IsCompleted);
        _workers.Add(Task.Factory.StartNew(
            () =>
            {
                try
                {
                    work();
                }
                catch (OperationCanceledException)
                {
                    // Its paths are not wanted any more.
                }
#pragma warning disable CA1031 // Whatever it was, whoever reads the stream is told.
                catch (Exception e)
                {
                    _exchange.Change(() => _refusal ??= e);
                }
#pragma warning restore CA1031
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
    }

    // Memory is bounded: what waits for worse paths goes elsewhere.
    private void Spill(CancellationToken cancellation)
    {
        if (_options.Runs is null || _exchange.HeldBytes <= _options.MaxHeldBytes)
        {
            return;
        }

        foreach (SectionSlices section in _sections)
        {
            SliceRun[] complete = [.. section.Merge.Runs.OfType<SliceRun>().Where(static run => run.IsComplete)];
            if (complete.Length > 0)
            {
                section.Merge.Replace(complete, SpilledRun.Write(complete, _options.Runs, cancellation));
            }

            SpilledRun[] spilled = [.. section.Merge.Runs.OfType<SpilledRun>()];
            if (spilled.Length > MaxSpilledRuns)
            {
                section.Merge.Replace(spilled, SpilledRun.Write(spilled, _options.Runs, cancellation));
            }
        }
    }
}
