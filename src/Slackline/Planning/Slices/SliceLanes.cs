using System.Text;
using Slackline.Planning.Endpoints;
using Slackline.Planning.Merge;
using Slackline.Planning.Plans;
using Slackline.Sessions;

namespace Slackline.Planning.Slices;

/// <summary>
/// Where slices run: each lane has one at a time, in a process forked for it, or in a session of its own. The next slice begins when a
/// lane is free and the stream asks for paths.
/// </summary>
internal sealed class SliceLanes
{
    private readonly PlanOptions _options;
    private readonly MergeInbox _inbox;
    private readonly HeldChunks _held;
    private readonly ReadingThreads _threads;
    private readonly SliceStart _start;
    private readonly EndpointHandles[] _lanes;
    private readonly Stack<int> _free;
    private readonly SliceSizer _sizer;
    private readonly List<SliceFailure> _failures = [];
    private int _slicesDone;
    private long _endpointsDone;

    /// <summary>Lanes for a query.</summary>
    /// <param name="handles">The endpoints' handles in each session; of a single session that can be forked they serve all workers.</param>
    /// <param name="plan">How the tool understood the command.</param>
    /// <param name="options">How the query runs.</param>
    /// <param name="inbox">The way to the merge.</param>
    /// <param name="held">The chunks of all runs.</param>
    /// <param name="threads">Read what the processes print.</param>
    /// <param name="start">Starts a process for a slice.</param>
    public SliceLanes(
        EndpointHandles[] handles,
        StaPathPlan plan,
        PlanOptions options,
        MergeInbox inbox,
        HeldChunks held,
        ReadingThreads threads,
        SliceStart start)
    {
        _options = options;
        _inbox = inbox;
        _held = held;
        _threads = threads;
        _start = start;
        _lanes = handles is [{ Session.CannotFork: null } forked] ? [.. Enumerable.Repeat(forked, Math.Max(1, options.Workers))] : handles;
        _free = new Stack<int>(Enumerable.Range(0, _lanes.Length).Reverse());
        _sizer = new SliceSizer(options.SliceWork, _lanes.Length, plan.EndpointCount);
    }

    /// <summary>Starts a process for a slice in a session that must not have been restarted since it was looked at.</summary>
    public delegate PathCommand SliceStart(
        StaSession session, SliceTarget slice, int mustBeRestart, int workers, CancellationToken cancellation);

    /// <summary>How many there are.</summary>
    public int Count => _lanes.Length;

    /// <summary>Slices that have ended, and endpoints in them.</summary>
    public (int Slices, long Endpoints) Done => (Volatile.Read(ref _slicesDone), Volatile.Read(ref _endpointsDone));

    /// <summary>Slices, or parts of them, that were given up. Only for the merge's thread.</summary>
    public IReadOnlyList<SliceFailure> Failures => _failures;

    /// <summary>Begins slices while lanes are free, those of the first section first.</summary>
    public void Fill(IReadOnlyCollection<SectionSlices> sections)
    {
        foreach (SectionSlices section in sections)
        {
            while (section.Left > 0)
            {
                if (_free.Count == 0 || (_options.Runs is null && _held.Bytes > _options.MaxHeldBytes && section != sections.First()))
                {
                    return;
                }

                Begin(section.Begin(_sizer.Next(section.Left, sections.Sum(static each => (long)each.Left)), _inbox, _held));
            }
        }
    }

    private void Begin(Slice slice)
    {
        int lane = _free.Pop();
        EndpointHandles handles = _lanes[lane];
        RunWriter[] runs = [.. slice.Batches.Select(static batch => batch.Paths)];
        var worker = new SliceWorker(_inbox, _held, runs, _options)
        {
            Timeout = _options.SliceTimeout,
            Start = (batches, stop) => Start(handles, slice.Section, [.. slice.Batches.Take(batches)], stop),
            Learn = (batch, took) => _sizer.Learn(slice.Batches[batch].Endpoints, took),
            Fail = (batches, given, failure) => Fail(slice, batches, given, failure),
        };
        int endpoints = slice.Batches.Sum(static batch => batch.Endpoints);
        _threads.Start(
            runs,
            () => worker.Run(null, slice.Stop),
            () =>
            {
                _free.Push(lane);
                _sizer.LearnSize(endpoints);
                Volatile.Write(ref _slicesDone, _slicesDone + 1);
                Volatile.Write(ref _endpointsDone, _endpointsDone + endpoints);
            });
    }

    private PathCommand Start(EndpointHandles handles, Section section, SliceBatch[] batches, CancellationToken cancellation)
    {
        while (true)
        {
            handles.Session.ReviveAsync(cancellation).GetAwaiter().GetResult();
            int restart = handles.Session.Restarts;
            string[][] endpoints = [.. batches.Select(batch => handles.Get(section, batch.First, batch.Endpoints, cancellation))];
            var target = new SliceTarget(endpoints, section.Group, section.Analysis, section.AnalysisMode);
            try
            {
                return _start(handles.Session, target, restart, Count, cancellation);
            }
            catch (StaRestartedException)
            {
                // The handles are another process's.
            }
        }
    }

    private void Fail(Slice slice, Range batches, long given, StaException failure)
    {
        if (!slice.Stop.IsCancellationRequested)
        {
            SliceBatch[] failed = [.. slice.Batches.Take(batches)];
            _failures.Add(new SliceFailure(
                slice.Section.Group,
                slice.Section.Analysis,
                failed.Sum(static batch => batch.Endpoints),
                Encoding.UTF8.GetString(slice.Section.Name(failed[0].First)),
                given,
                failure.Message));
        }
    }
}
