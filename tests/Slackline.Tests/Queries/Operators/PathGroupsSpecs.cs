using CsCheck;
using Slackline.Queries;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;
using Slackline.Timing;
using static Slackline.Tests.Queries.Operators.OperatorSample;

namespace Slackline.Tests.Queries.Operators;

/// <summary>What is counted of groups of paths.</summary>
public class PathGroupsSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Property]
    public async Task Groups_count_what_LINQ_counts() => await Gen.Select(Chunks, Gen.OneOf("group", "launch_clock, capture_clock", "endpoint, depth", "violated")).HoldsAsync(
        static async (stream, columns) =>
        {
            PathGroups groups = await Recycled(stream).GroupByAsync(columns, cancellation: CancellationToken.None);
            IReadOnlyList<PathExpression> parsed = PathColumns.Parse(columns);
            var expected = Paths(stream)
                .GroupBy(path => string.Join('|', parsed.Select(column => PathColumns.Value(column.Column!, path).ToString())))
                .ToDictionary(static group => group.Key, static group => group.ToArray());
            Assert.Equal(expected.Keys.Order(), groups.Groups.Select(Key).Order());
            Assert.Equal(expected.Values.Sum(static paths => paths.Length), groups.Count);
            foreach (PathGroup group in groups.Groups)
            {
                TimingPath[] paths = expected[Key(group)];
                double[] slacks = [.. paths.Select(static path => path.Slack).Where(static slack => !double.IsNaN(slack)).Order()];
                TimingPath[][] endpoints = [.. paths.Where(static path => path.Slack < 0).GroupBy(static path => path.DataPoints.Last().Description).Select(static end => end.ToArray())];
                Assert.Equal((paths.Length, slacks.Count(static slack => slack < 0), endpoints.Length), (group.Count, group.Violating, group.ViolatingEndpoints));
                Assert.Equal(slacks.Length == 0 ? double.NaN : slacks[0], group.WorstSlack);
                Assert.Equal(endpoints.Sum(static end => end.Min(static path => path.Slack)), group.Tns, 1e-9);
                Assert.Equal(slacks.Length, group.Histogram.Count);
                foreach (double part in (double[])[0, 0.1, 0.5, 0.9, 1])
                {
                    Assert.Equal(slacks.Length == 0 ? double.NaN : slacks[Math.Max(1, (int)Math.Ceiling(part * slacks.Length)) - 1], group.Histogram.Quantile(part));
                }
            }
        },
        iter: 300);

    [Fact]
    public async Task The_worst_group_comes_first_and_unconstrained_ones_last()
    {
        PathGroups groups = await Recycled([[OfSlack(5) with { Group = "b" }, OfSlack(5) with { Group = "a" }, OfSlack(1) with { Group = "z", Slack = null }, OfSlack(-1) with { Group = "" }]])
            .GroupByAsync("group", cancellation: Cancellation);
        Assert.Equal(["", "a", "b", "z"], groups.Groups.Select(Key));
        Assert.True(groups.Groups[0].Key[0].IsBlank);
    }

    [Fact]
    public async Task More_groups_than_allowed_are_an_error_and_what_was_counted_stays()
    {
        var groups = new PathGroups("slack", new GroupLimits { MaxGroups = 3 });
        QueryLimitException error = await Assert.ThrowsAsync<QueryLimitException>(async () =>
        {
            await foreach (PathSelection selection in PathSequence.Of(Recycled([[.. Enumerable.Range(0, 9).Select(static i => OfSlack(i / 2))]])).ReadSelectionsAsync(Cancellation))
            {
                groups.Add(selection.Chunk, selection.Paths);
            }
        });
        Assert.Equal((3, 6, 3), (error.Limit, groups.Count, groups.Groups.Count));
    }

    [Fact]
    public async Task Endpoints_past_the_limit_are_missing_in_TNS_and_it_says_so()
    {
        OperatorSample[][] stream = [[.. Enumerable.Range(0, 5).Select(static i => OfSlack(-1) with { Endpoint = $"r{i}" })]];
        PathGroups groups = await Recycled(stream).GroupByAsync("group", new GroupLimits { MaxEndpoints = 3 }, Cancellation);
        Assert.Equal((false, 3, 5), (groups.IsTnsComplete, groups.Groups[0].ViolatingEndpoints, groups.Groups[0].Violating));
        Assert.Equal(-0.03, groups.Groups[0].Tns, 1e-12);
        Assert.True((await Recycled(stream).GroupByAsync("group", cancellation: Cancellation)).IsTnsComplete);
    }

    [Fact]
    [Property]
    public async Task Quantiles_with_too_few_bins_are_off_by_no_more_than_they_say() => await Gen.Select(Gen.Int[-5_000, 5_000].Array[100, 1_000], Gen.Int[20, 200]).HoldsAsync(
        static async (slacks, bins) =>
        {
            OperatorSample[][] stream = [.. slacks.Chunk(700).Select(static part => part.Select(static (slack, i) => OfSlack(slack) with { Group = i % 2 == 0 ? "even" : "odd" }).ToArray())];
            PathGroups groups = await Recycled(stream).GroupByAsync("group", new GroupLimits { MaxBins = bins }, CancellationToken.None);
            Assert.True(groups.Groups.Sum(static group => group.Histogram.BinCount) <= Math.Max(bins, 16));
            foreach (PathGroup group in groups.Groups)
            {
                double[] sorted = [.. Paths(stream).Where(path => path.PathGroup == Key(group)).Select(static path => path.Slack).Order()];
                foreach (double part in (double[])[0, 0.01, 0.5, 0.77, 1])
                {
                    double exact = sorted[Math.Max(1, (int)Math.Ceiling(part * sorted.Length)) - 1];
                    Assert.InRange(exact - group.Histogram.Quantile(part), -1e-9, group.Histogram.QuantileError + 1e-9);
                }
            }
        },
        iter: 100);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_quantile_is_a_part(double part) => Assert.Throws<ArgumentOutOfRangeException>(() => new SlackHistogram().Quantile(part));

    private static string Key(PathGroup group) => string.Join('|', group.Key);
}
