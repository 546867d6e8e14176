using System.Text;
using Slackline.Planning.Endpoints;
using Slackline.Planning.Merge;
using Slackline.Planning.Plans;
using Slackline.Sessions;

namespace Slackline.Planning.Slices;

/// <summary>
/// Where slices run: each lane has one at a time, in a process forked for it, or in a session of its own. The next slice begins when a
/// lane is free and somebody asks.
/// </summary>
internal sealed class SliceLanes
{
    private readonly PlanOptions _options;
    private readonly RunExchange _exchange;
    private readonly ReadingThreads _threads;
    private readonly SliceStart _start;
    private readonly EndpointHandles[] _lanes;
    private readonly Stack<int> _free;
    private readonly SliceSizer _sizer;
    private readonly List<SliceFailure> _failures = [];

    /// <summary>Lanes for a query.</summary>
    /// <param name="handles">The endpoints' handles in each session; of a single session that can be forked they serve all workers.</param>
    /// <param name="plan">How the tool understood the command.</param>
    /// <param name="options">How the query runs.</param>
    /// <param name="exchange">What all runs share.</param>
    /// <param name="threads">Read what the processes print.</param>
    /// <param name="start">Starts a process for a slice.</param>
    public SliceLanes(EndpointHandles[] handles, StaPathPlan plan, PlanOptions options, RunExchange exchange, ReadingThreads threads, SliceStart start)
    {
        _options = options;
        _exchange = exchange;
        _threads = threads;
        _start = start;
        _lanes = handles is [{ Session.CannotFork: null } forked] ? [.. Enumerable.Repeat(forked, Math.Max(1, options.Workers))] : handles;
        _free = new Stack<int>(Enumerable.Range(0, _lanes.Length).Reverse());
        _sizer = new SliceSizer(options.SliceWork, _lanes.Length, plan.EndpointCount);
    }

    /// <summary>Starts a process for a slice in a session that must not have been restarted since it was looked at.</summary>
    public delegate PathCommand SliceStart(StaSession session, SliceTarget slice, int mustBeRestart, CancellationToken cancellation);

    /// <summary>How many there are.</summary>
    public int Count => _lanes.Length;

    /// <summary>Slices that have ended, and endpoints in them.</summary>
    public (int Slices, long Endpoints) Done { get; private set; }

    /// <summary>Slices, or parts of them, that were given up.</summary>
    public IReadOnlyList<SliceFailure> Failures => _failures;

    /// <summary>Begins slices while lanes are free, those of the first section first.</summary>
    public void Fill(IReadOnlyCollection<SectionSlices> sections)
    {
        foreach (SectionSlices section in sections)
        {
            while (section.Left > 0)
            {
                lock (_exchange.Lock)
                {
                    if (_free.Count == 0 || (_options.Runs is null && _exchange.HeldBytes > _options.MaxHeldBytes && section != sections.First()))
                    {
                        return;
                    }
                }

                Begin(section.Begin(_sizer.Next(section.Left, sections.Sum(static each => (long)each.Left)), _exchange));
            }
        }
    }

    private void Begin(Slice slice)
    {
        int lane;
        lock (_exchange.Lock)
        {
            lane = _free.Pop();
        }

        EndpointHandles handles = _lanes[lane];
        SliceRun[] runs = [.. slice.Batches.Select(static batch => batch.Run)];
        var worker = new SliceWorker(_exchange, runs, _options)
        {
            Timeout = _options.SliceTimeout,
            Start = (batches, stop) => Start(handles, slice.Section, [.. slice.Batches.Take(batches)], stop),
            Learn = (batch, took) => _sizer.Learn(slice.Batches[batch].Endpoints, took),
            Fail = (batches, failure) => Fail(slice, batches, failure),
        };
        int endpoints = slice.Batches.Sum(static batch => batch.Endpoints);
        _threads.Start(
            runs,
            () => worker.Run(null, slice.Stop),
            () =>
            {
                _free.Push(lane);
                _sizer.LearnSize(endpoints);
                Done = (Done.Slices + 1, Done.Endpoints + endpoints);
            });
    }

    private PathCommand Start(EndpointHandles handles, Section section, SliceBatch[] batches, CancellationToken cancellation)
    {
        while (true)
        {
            handles.Session.ReviveAsync(cancellation).GetAwaiter().GetResult();
            int restart = handles.Session.Restarts;
            var target = new SliceTarget([.. batches.Select(batch => handles.Get(section, batch.First, batch.Endpoints, cancellation))], section.Group, section.Analysis, section.AnalysisMode);
            try
            {
                return _start(handles.Session, target, restart, cancellation);
            }
            catch (StaRestartedException)
            {
                // The handles are another process's.
            }
        }
    }

    private void Fail(Slice slice, Range batches, StaException failure)
    {
        if (!slice.Stop.IsCancellationRequested)
        {
            SliceBatch[] failed = [.. slice.Batches.Take(batches)];
            _failures.Add(new SliceFailure(
                slice.Section.Group,
                slice.Section.Analysis,
                failed.Sum(static batch => batch.Endpoints),
                Encoding.UTF8.GetString(slice.Section.Name(failed[0].First)),
                failed.Sum(static batch => batch.Run.Received),
                failure.Message));
        }
    }
}
