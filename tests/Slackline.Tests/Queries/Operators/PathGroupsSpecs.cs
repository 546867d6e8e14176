using CsCheck;
using Slackline.Queries;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;
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

    [Theory]
    [InlineData("point.cell")]
    [InlineData("point.instance")]
    [InlineData("group, level(point.pin, 1)")]
    [InlineData("bus(point.pin), violated")]
    [InlineData("point.delay")]
    [Property]
    public async Task By_points_a_path_counts_once_in_each_group_that_it_has_a_point_in(string columns) => await Chunks.HoldsAsync(
        async stream =>
        {
            PathGroups groups = await CountAsync(columns, stream, new GroupDetail { WithAll = true });
            IReadOnlyList<TimingPath> paths = Paths(stream);
            var expected = paths.SelectMany(path => path.DataPoints.Select(row => (Key: PlainKey(columns, path, row), Path: path)).DistinctBy(static pair => pair.Key))
                .GroupBy(static pair => pair.Key, static pair => pair.Path)
                .ToDictionary(static group => group.Key, static group => group.ToArray());
            Assert.Equal(expected.Keys.Order(), groups.Groups.Select(Key).Order());
            foreach (PathGroup group in groups.Groups)
            {
                TimingPath[] own = expected[Key(group)];
                Assert.Equal((own.Length, own.Count(static path => path.Slack < 0), EndsOf(own)), (group.Count, group.Violating, group.ViolatingEndpoints));
                Assert.Equal(TnsOf(own), group.Tns, 1e-9);
                Assert.Equal(own.Select(static path => path.Slack).Where(static slack => !double.IsNaN(slack)).DefaultIfEmpty(double.NaN).Min(), group.WorstSlack);
            }

            long[] violating = [.. groups.Groups.Select(static group => group.Violating)];
            Assert.Equal(violating.OrderDescending(), violating);
            Assert.Equal((paths.Count, paths.Count(static path => path.Slack < 0), EndsOf(paths)), (groups.Count, groups.All!.Violating, groups.All.ViolatingEndpoints));
            Assert.Equal((groups.Count, groups.Count), (groups.All.Count, paths.Count));
            Assert.Equal(TnsOf(paths), groups.All.Tns, 1e-9);
        },
        iter: 100);

    [Fact]
    public async Task Paths_without_points_are_in_no_group_by_points_and_it_says_so()
    {
        var groups = new PathGroups("point.net");
        groups.Add(SampleReport.Chunk, [0, 1, 5]);
        Assert.Equal((3, "core/alu/n1"), (groups.Count, Key(Assert.Single(groups.Groups))));
        Assert.Equal("2 paths are in no group: their reports show no points with point.net", Assert.Single(groups.Notes));
        Assert.Empty((await CountAsync("point.cell", [[OfSlack(1)]], null)).Notes);
    }

    [Fact]
    public void The_clocks_points_count_where_they_are_asked_for()
    {
        string[] With(string columns, bool withClocks)
        {
            var groups = new PathGroups(columns, null, new GroupDetail { WithClocks = withClocks });
            groups.Add(SampleReport.Chunk, [0]);
            return [.. groups.Ordered(new GroupOrder(GroupMeasure.Key, SortDirection.Ascending)).Select(Key)];
        }

        Assert.Equal(["core/alu/b1/Z", "core/alu/r1/Q", "core/dp/r2/D", "core/dp/u7/ZN"], With("point.pin", withClocks: false));
        Assert.Equal(["core/alu/b1/Z", "core/alu/r1/CK", "core/alu/r1/Q", "core/dp/r2/CK", "core/dp/r2/D", "core/dp/u7/ZN"], With("point.pin", withClocks: true));
        Assert.Equal(["capture_clock|core/dp/r2", "data|core/alu/b1", "data|core/alu/r1", "data|core/dp/r2", "data|core/dp/u7", "launch_clock|core/alu/r1"], With("point.part, point.instance", withClocks: false));
    }

    [Fact]
    [Property]
    public async Task What_is_added_is_the_sum_of_what_the_paths_have() => await Chunks.HoldsAsync(
        static async stream =>
        {
            PathGroups groups = await CountAsync("group", stream, new GroupDetail { Added = "depth, slack + arrival, violated, sum(point.delay where point.pin like \"*/p1\")", WithAll = true });
            foreach (PathGroup group in groups.Groups)
            {
                Check([.. Paths(stream).Where(path => path.PathGroup == Key(group))], group);
            }

            Check(Paths(stream), groups.All!);

            static void Check(IReadOnlyList<TimingPath> paths, PathGroup group)
            {
                Near(Sum(paths.Select(static path => path.Depth < 0 ? double.NaN : path.Depth)), group.Added[0]);
                Near(Sum(paths.Select(static path => path.Slack + path.Arrival)), group.Added[1]);
                Near(Sum(paths.Select(static path => path.IsViolated switch { true => 1, false => 0, null => double.NaN })), group.Added[2]);
                Near(Sum(paths.Select(static path => path.DataPoints.Any() ? path.DataPoints.Where(static row => row.Name.EndsWith("/p1", StringComparison.Ordinal)).Sum(static row => row.Delay) : double.NaN)), group.Added[3]);
            }
        },
        iter: 200);

    [Theory]
    [InlineData("wns", "b a d c")]
    [InlineData("wns desc", "d a b c")]
    [InlineData("TNS", "a b d c")]
    [InlineData("tns Desc", "d c b a")]
    [InlineData("violating", "a b d c")]
    [InlineData("violating asc", "d c b a")]
    [InlineData("endpoints", "a b d c")]
    [InlineData("paths", "a b d c")]
    [InlineData("paths ascending", "b d c a")]
    [InlineData("key", "a b c d")]
    [InlineData("key descending", "d c b a")]
    [InlineData(null, "b a d c")]
    public async Task Groups_come_in_the_order_that_is_asked_for(string? text, string expected)
    {
        GroupOrder? order = null;
        Assert.True(text is null || GroupOrder.TryParse(text, out order));
        PathGroups groups = await CountAsync(
            "group",
            [[.. new[] { -3, -3, -3 }.Select(static (slack, i) => OfSlack(slack) with { Group = "a", Endpoint = $"r{i}" }), OfSlack(-5) with { Group = "b" }, OfSlack(0) with { Group = "c", Slack = null }, OfSlack(2) with { Group = "d" }]],
            null);
        Assert.Equal(expected, string.Join(' ', groups.Ordered(order).Select(Key)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("slack")]
    [InlineData("tns up")]
    [InlineData("tns asc desc")]
    [InlineData("1")]
    [InlineData("wns,tns")]
    public void Other_orders_of_groups_are_refused(string text) => Assert.False(GroupOrder.TryParse(text, out _));

    [Fact]
    public void Texts_are_not_added_up()
    {
        FilterException error = Assert.Throws<FilterException>(() => new PathGroups("group", null, new GroupDetail { Added = "slack, bus(endpoint)" }));
        Assert.Equal("expected a number to add up, found the text 'bus(endpoint)' at column 8", error.Message);
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

    private static async Task<PathGroups> CountAsync(string columns, OperatorSample[][] stream, GroupDetail? detail)
    {
        var groups = new PathGroups(columns, null, detail);
        await foreach (PathSelection selection in Recycled(stream).ReadSelectionsAsync(CancellationToken.None))
        {
            groups.Add(selection.Chunk, selection.Paths);
        }

        return groups;
    }

    private static string PlainKey(string columns, TimingPath path, PathRow row)
    {
        string instance = row.Cell is "in" or "out" or "inout" ? row.Name : PlainNames.Instance(row.Name);
        return columns switch
        {
            "point.cell" => row.Cell,
            "point.instance" => instance,
            "point.delay" => row.Delay.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "group, level(point.pin, 1)" => $"{path.PathGroup}|{PlainNames.Level(instance, 1)}",
            _ => $"{PlainNames.Bus(row.Name, instance)}|{(path.IsViolated switch { true => "true", false => "false", null => "" })}",
        };
    }

    private static int EndsOf(IEnumerable<TimingPath> paths) => paths.Where(static path => path.Slack < 0).Select(static path => path.DataPoints.Last().Description).Distinct().Count();

    private static double TnsOf(IEnumerable<TimingPath> paths) =>
        paths.Where(static path => path.Slack < 0).GroupBy(static path => path.DataPoints.Last().Description).Sum(static end => end.Min(static path => path.Slack));

    private static double Sum(IEnumerable<double> numbers) => numbers.Where(static number => !double.IsNaN(number)).ToArray() is { Length: > 0 } known ? known.Sum() : double.NaN;

    private static void Near(double expected, double found) => Assert.True(expected.Equals(found) || Math.Abs(expected - found) < 1e-9, $"{expected} {found}");

    private static string Key(PathGroup group) => string.Join('|', group.Key);
}
