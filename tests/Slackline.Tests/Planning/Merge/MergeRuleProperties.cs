using CsCheck;
using Slackline.Planning.Merge;

namespace Slackline.Tests.Planning.Merge;

/// <summary>
/// The rule by which paths leave their runs. What comes of it, whatever the schedule, <see cref="MergeScheduleProperties"/> checks.
/// </summary>
public sealed class MergeRuleProperties
{
    private static readonly Gen<float> s_slack =
        Gen.Select(Gen.Int[-3, 3], Gen.Int[0, 9])
            .Select(static (about, nearness) => about == 0 ? nearness * 2e-16f : about * (1 + (nearness * 1e-6f)));

    private static readonly Gen<RunHead> s_head =
        Gen.Select(Gen.Enum<RunState>(), s_slack, s_slack)
            .Select(static (state, slack, next) => state == RunState.Ended ? RunHead.Ended : new RunHead(state, slack, next));

    [Fact]
    [Property]
    public void Only_the_worst_of_the_others_decides() => Gen.Select(s_head, s_head.Array[0, 5]).Holds(
        (head, others) => Assert.Equal(MergeRule.Of(head, others), MergeRule.Of(head, [Worst(others)])),
        iter: 2_000);

    [Fact]
    [Property]
    public void Only_the_worst_that_follows_decides_whether_near_ties_are_complete() => Gen.Select(s_slack, s_head.Array[0, 5]).Holds(
        (last, heads) =>
        {
            RunHead[] following = [.. heads.Where(head => head.Slack >= last)];
            Assert.Equal(MergeRule.IsComplete(last, following), MergeRule.IsComplete(last, [Worst(following)]));
        },
        iter: 2_000);

    [Fact]
    [Property]
    public void Of_two_paths_only_the_worse_one_leaves_unless_they_are_equal() => Gen.Select(s_head, s_head).Holds(
        (one, other) =>
        {
            bool bothLeave = MergeRule.Of(one, [other]) != Departure.Waits && MergeRule.Of(other, [one]) != Departure.Waits;
            bool areEqual = one.Slack.Equals(other.Slack);
            Assert.Equal(one.State == RunState.Ready && other.State == RunState.Ready && areEqual, bothLeave);
        },
        iter: 2_000);

    [Theory]
    [InlineData(RunState.Unknown, -0.5f, Departure.Waits)]
    [InlineData(RunState.Coming, -0.5f, Departure.Waits)]
    [InlineData(RunState.Ready, -0.5f, Departure.Waits)]
    [InlineData(RunState.Unknown, -0.4f, Departure.JoinsTies)]
    [InlineData(RunState.Coming, -0.3999999f, Departure.JoinsTies)]
    [InlineData(RunState.Ready, -0.3f, Departure.Leaves)]
    [InlineData(RunState.Unknown, -0.3f, Departure.Leaves)]
    [InlineData(RunState.Unknown, float.NegativeInfinity, Departure.Waits)]
    [InlineData(RunState.Unknown, float.NaN, Departure.Leaves)]
    public void A_path_that_is_there_leaves_before_what_is_known_to_be_better(object state, float slack, object departure) =>
        Assert.Equal(departure, MergeRule.Of(new RunHead(RunState.Ready, -0.4f), [new RunHead((RunState)state, slack)]));

    private static RunHead Worst(RunHead[] heads) =>
        heads.Where(static head => head.State != RunState.Ended).OrderBy(static head => head.Slack).FirstOrDefault(RunHead.Ended);
}
