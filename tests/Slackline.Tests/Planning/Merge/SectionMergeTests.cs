using Slackline.Planning.Merge;
using Slackline.Spooler;
using Slackline.Tests.Reports;
using Slackline.Timing;

namespace Slackline.Tests.Planning.Merge;

/// <summary>The merge of runs whose workers go on while it looks at them.</summary>
public sealed class SectionMergeTests
{
    [Fact]
    public void A_path_that_comes_while_its_run_is_looked_at_waits_for_worse_ones()
    {
        using var merge = new SectionMerge(groupCount: 10);
        merge.Add(new Run(path: 1, slack: -0.5f));
        merge.Add(new Run(path: 2, slack: 0.1f, bound: -1));

        // A numbered path prints its number as its slack.
        Assert.Equal([0.01, 0.02], Given(merge));
    }

    [Fact]
    public void Equal_slacks_are_ordered_by_name_also_when_a_run_between_them_turns_out_to_have_a_better_one()
    {
        // They differ by less than a millionth, which the tool takes for equal.
        using var merge = new SectionMerge(groupCount: 10);
        merge.Add(new Run(path: 2, slack: -0.10000006f));
        merge.Add(new Run(path: 3, slack: 2, bound: -0.10000004f));
        merge.Add(new Run(path: 1, slack: -0.10000002f));
        Assert.Equal([0.01, 0.02, 0.03], Given(merge));
    }

    private static List<double> Given(SectionMerge merge)
    {
        var chunk = new PathChunk();
        var given = new List<double>();
        MergeOutcome outcome = MergeOutcome.Full;
        for (int i = 0; i < 20 && outcome != MergeOutcome.Ended; i++)
        {
            outcome = merge.FillInOrder(ref chunk);
            given.AddRange(chunk.Slack);
            chunk.Clear();
        }

        Assert.Equal(MergeOutcome.Ended, outcome);
        return given;
    }

    /// <summary>
    /// A run of one path. Where it has a bound, its worker gives the path just after the merge has looked at the run for the second time.
    /// </summary>
    private sealed class Run(int path, float slack, float? bound = null) : KeyedRun
    {
        private readonly PathChunk _chunk =
            Read(NumberedPaths.TextOf(path).Replace("Endpoint: o ", $"Endpoint: o{path} ", StringComparison.Ordinal));
        private int _looks = bound is null ? 2 : 0;
        private bool _isTaken;

        // The merge looks once when it takes up the run, and once when it decides.
        public override RunHead Head =>
            _isTaken ? RunHead.Ended : _looks++ < 2 ? new RunHead(RunState.Unknown, bound!.Value) : new RunHead(RunState.Ready, slack);

        public override PathChunk Chunk => _chunk;

        public override int Index => 0;

        public override void Advance() => _isTaken = true;

        private static PathChunk Read(string text)
        {
            var chunk = new PathChunk();
            BlockRecorder.Read(text, chunk: chunk);
            return chunk;
        }

        public override void Dispose()
        {
        }
    }
}
