using System.Globalization;
using CsCheck;
using Slackline.Planning.Merge;
using Slackline.Spooler;
using Slackline.Tests.Reports;
using Slackline.Timing;

namespace Slackline.Tests.Planning.Merge;

/// <summary>
/// The merge of runs whose paths come in any schedule, against a plain specification: sort everything. What has come so far is given as
/// far as it stands before everything that may still come.
/// </summary>
public sealed class MergeScheduleProperties
{
    private const int MaxPaths = 30;

    // Their names are in another order than their numbers.
    private static readonly PathChunk s_paths = Read(string.Concat(Enumerable.Range(1, MaxPaths).Select(static number =>
        NumberedPaths.TextOf(number).Replace("Endpoint: o ", $"Endpoint: {NameOf(number)} ", StringComparison.Ordinal))));

    private static readonly float[] s_about = [-0.5f, -0.1f, 0, 0.2f, 0.7f];

    private static readonly Gen<Sample> s_samples = Gen.Select(
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[0, 5]).Array[0, MaxPaths],
        Gen.Int[0, 2].Array[6],
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 5]).Array[10, 60],
        Gen.Int[1, MaxPaths + 10]).Select(static (paths, bounds, schedule, count) => new Sample(paths, bounds, schedule, count));

    [Fact]
    [Property]
    public void Whatever_comes_when_paths_are_given_in_the_whole_commands_order_and_none_is_held_that_may_leave() =>
        s_samples.Holds(Check, iter: 3_000, print: Print);

    private static void Check(Sample sample)
    {
        using var merge = new SectionMerge(sample.Count);
        ScheduledRun[] runs = [.. Runs(sample)];
        var given = new List<int>();
        int begun = 0;
        SetBound();
        foreach ((int which, int what) in sample.Schedule)
        {
            if (which >= begun)
            {
                Begin();
            }
            else
            {
                runs[which].GoOn(what);
            }

            Compare();
        }

        while (begun < runs.Length)
        {
            Begin();
            Compare();
        }

        foreach (ScheduledRun run in runs)
        {
            run.GoOn(ScheduledRun.GiveAll);
            Compare();
        }

        Assert.Equal(MergeOutcome.Ended, Fill(merge, given));

        void Begin()
        {
            if (begun < runs.Length)
            {
                merge.Add(runs[begun++]);
                SetBound();
            }
        }

        void SetBound() => merge.NotBegunBound = begun < runs.Length ? runs[begun].Bound : float.PositiveInfinity;

        void Compare()
        {
            Fill(merge, given);
            Assert.Equal(Expected([.. runs.Take(begun)], merge.NotBegunBound).Take(sample.Count), given);
        }
    }

    // The specification: what has come, sorted by slack, and by name where the tool takes slacks for equal; up to the first path that may
    // yet have another before or near it.
    private static List<int> Expected(ScheduledRun[] runs, float notBegun)
    {
        float bound = runs.Select(static run => run.BoundOfComing).Append(notBegun).Min();
        Path[] sorted = [.. runs.SelectMany(static run => run.Come).OrderBy(static path => path.Slack)];
        return
        [
            .. Groups(sorted, NearTies.AreNeighbours)
                .TakeWhile(near => near[^1].Slack < bound && !NearTies.AreNeighbours(near[^1].Slack, bound))
                .SelectMany(static near => Groups(near, NearTies.Are))
                .SelectMany(static equal => equal.OrderBy(static path => NameOf(path.Number), StringComparer.Ordinal))
                .Select(static path => path.Number),
        ];
    }

    private static List<List<Path>> Groups(IEnumerable<Path> sorted, Func<float, float, bool> belong)
    {
        var groups = new List<List<Path>>();
        foreach (Path path in sorted)
        {
            if (groups.Count > 0 && belong(groups[^1][^1].Slack, path.Slack))
            {
                groups[^1].Add(path);
            }
            else
            {
                groups.Add([path]);
            }
        }

        return groups;
    }

    private static MergeOutcome Fill(SectionMerge merge, List<int> given)
    {
        // A small one, which is often full.
        PathChunk chunk = PathChunk.WithRoomFor(3);
        MergeOutcome outcome;
        do
        {
            outcome = merge.FillInOrder(ref chunk);

            // A numbered path prints its number as its slack.
            given.AddRange(chunk.Slack.ToArray().Select(static slack => (int)Math.Round(slack * 100)));
            chunk.Clear();
        }
        while (outcome == MergeOutcome.Full);
        return outcome;
    }

    private static IEnumerable<ScheduledRun> Runs(Sample sample) => sample.Paths
        .Select(static (path, i) => (path.Run, Path: new Path(i + 1, SlackOf(path.About, path.Nearness))))
        .GroupBy(static path => path.Run, static path => path.Path)
        .Select(run => new ScheduledRun([.. run], sample.Bounds[run.Key]))
        .OrderBy(static run => run.Bound);

    private static float SlackOf(int about, int nearness) =>
        s_about[about] == 0 ? nearness * 1e-16f : s_about[about] * (1 + (nearness * 0.3e-6f));

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"o{number * 17 % 31:00}");

    private static PathChunk Read(string text)
    {
        var chunk = new PathChunk();
        BlockRecorder.Read(text, chunk: chunk);
        Assert.Equal(MaxPaths, chunk.Count);
        return chunk;
    }

    private static string Print(Sample sample) => string.Create(
        CultureInfo.InvariantCulture,
        $"paths {string.Join(' ', sample.Paths)}; bounds {string.Join(' ', sample.Bounds)}; "
        + $"schedule {string.Join(' ', sample.Schedule)}; count {sample.Count}");

    private sealed record Sample((int Run, int About, int Nearness)[] Paths, int[] Bounds, (int Run, int What)[] Schedule, int Count);

    private readonly record struct Path(int Number, float Slack);

    /// <summary>A run that knows all its paths, and shows as much of them as has come.</summary>
    private sealed class ScheduledRun : KeyedRun
    {
        public const int GiveAll = 0;

        private const int Fail = 1;
        private const int ShowNext = 2;

        private readonly List<Path> _paths;
        private int _taken;
        private int _come;
        private bool _isNextKnown;

        public ScheduledRun(List<Path> paths, int slackOfBound)
        {
            _paths = [.. paths.OrderBy(static path => path.Slack)];
            Bound = slackOfBound == 2 ? float.NegativeInfinity : _paths[0].Slack - (slackOfBound * 0.05f);

            // As in the tool, neighbours may be out of their order by a little.
            for (int i = 1; i < _paths.Count; i++)
            {
                if (_paths[i].Number % 2 == 1 && NearTies.AreNeighbours(_paths[i - 1].Slack, _paths[i].Slack))
                {
                    (_paths[i - 1], _paths[i]) = (_paths[i], _paths[i - 1]);
                    i++;
                }
            }
        }

        public float Bound { get; }

        public IEnumerable<Path> Come => _paths.Take(_come);

        /// <summary>What has not come is not worse than this.</summary>
        public float BoundOfComing => _come == _paths.Count ? float.PositiveInfinity : _isNextKnown ? _paths[_come].Slack : Bound;

        public override RunHead Head => _taken < _come ? new RunHead(RunState.Ready, _paths[_taken].Slack, NextSlack)
            : _come == _paths.Count ? RunHead.Ended
            : new RunHead(_isNextKnown ? RunState.Coming : RunState.Unknown, BoundOfComing);

        public override PathChunk Chunk => s_paths;

        public override int Index => _paths[_taken].Number - 1;

        private float NextSlack =>
            _taken + 1 < _come || (_isNextKnown && _taken + 1 < _paths.Count) ? _paths[_taken + 1].Slack : float.PositiveInfinity;

        public void GoOn(int what)
        {
            if (what == Fail)
            {
                // What has not come never comes.
                _paths.RemoveRange(_come, _paths.Count - _come);
            }
            else
            {
                _come = what switch
                {
                    GiveAll => _paths.Count,
                    ShowNext => _come,
                    _ => Math.Min(_come + what - ShowNext, _paths.Count),
                };
                _isNextKnown = true;
            }
        }

        public override void Advance() => _taken++;

        public override void Dispose()
        {
        }
    }
}
