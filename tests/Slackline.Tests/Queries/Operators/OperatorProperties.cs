using CsCheck;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Streams;
using Slackline.Timing;
using static Slackline.Tests.Queries.Operators.OperatorSample;

namespace Slackline.Tests.Queries.Operators;

/// <summary>Every operator, alone and behind others, against the same in LINQ over a list of paths. The stream fills one chunk again and again.</summary>
public class OperatorProperties
{
    private static readonly Gen<Operator> s_operator = Gen.OneOf(
        Gen.OneOf("slack < 0", "group = 'clk' or slack is null", "endpoint under 'core'", "depth > 2 and slack >= 0", "slack < -100").Select(Where),
        Gen.Int[0, 60].Select(static count => new Operator($"take {count}", paths => paths.Take(count), paths => paths.Take(count))),
        Gen.Int[0, 60].Select(static count => new Operator($"skip {count}", paths => paths.Skip(count), paths => paths.Skip(count))),
        Gen.Int[1, 9].Select(static step => new Operator($"every {step}", paths => paths.SampleEvery(step), paths => paths.Where((_, i) => i % step == 0))),
        Gen.OneOf("endpoint", "startpoint", "launch_clock, capture_clock", "group, slack", "depth", "violated", "constrained, endpoint_detail").Select(Distinct),
        Gen.Select(Gen.Int[1, 40], Gen.OneOf("slack", "slack desc", "endpoint", "startpoint desc", "depth, group desc", "capture_clock, slack desc", "violated", "constrained asc"), Top),
        Gen.Const(new Operator("select", static paths => paths.Select("slack, endpoint"), static paths => paths)));

    /// <summary>An operator and what it means.</summary>
    private sealed record Operator(string Name, Func<PathSequence, PathSequence> Apply, Func<IEnumerable<TimingPath>, IEnumerable<TimingPath>> Model);

    [Fact]
    [Property]
    public async Task Operators_give_what_LINQ_gives() => await Gen.Select(Chunks, s_operator.Array[1, 4]).HoldsAsync(
        static async (stream, operators) =>
        {
            IEnumerable<TimingPath> expected = operators.Aggregate((IEnumerable<TimingPath>)Paths(stream), static (paths, step) => step.Model(paths));
            PathSequence Sequence() => operators.Aggregate(Recycled(stream), static (paths, step) => step.Apply(paths));
            Assert.Equal(expected.Select(Text), await ReadBothWaysAsync(Sequence));
        },
        iter: 500,
        print: static sample => string.Join(", ", sample.Item2.Select(static step => step.Name)) + ": " + string.Join(" | ", sample.Item1.Select(static chunk => string.Join<OperatorSample>("; ", chunk))));

    [Fact]
    [Property]
    public async Task Ordering_gives_what_LINQ_gives_whether_it_fits_into_memory_or_not() => await Gen.Select(Chunks, Gen.OneOf("slack", "depth desc, endpoint", "group, slack desc"), Gen.Bool).HoldsAsync(
        static async (stream, order, isSmall) =>
        {
            var store = new MemoryRunStore(isSmall ? 7 : 1000);
            PathSequence Sequence() => Recycled(stream).OrderBy(PathOrder.Parse(order), store, isSmall ? 1 : 64_000_000);
            Assert.Equal(Ordered(Paths(stream), order).Select(Text), await ReadBothWaysAsync(Sequence));
            Assert.Equal(0, store.OpenRuns);
            int chunks = stream.Count(static chunk => chunk.Length > 0);
            Assert.Equal(isSmall && chunks > 1, store.RunsMade > 0);
        },
        iter: 150);

    [Fact]
    [Property]
    public async Task Merging_ordered_streams_gives_what_ordering_all_of_them_gives() => await Gen.Select(Chunks.Array[0, 5], Gen.OneOf("slack", "endpoint desc, slack", "depth")).HoldsAsync(
        static async (streams, order) =>
        {
            IEnumerable<TimingPath> all = streams.SelectMany(Paths);
            PathSequence Sequence() => PathSequence.Merge(streams.Select(stream => Recycled(stream).OrderBy(PathOrder.Parse(order), new MemoryRunStore())), PathOrder.Parse(order));
            Assert.Equal(Ordered(all, order).Select(Text), await ReadBothWaysAsync(Sequence));
        },
        iter: 80);

    [Fact]
    [Property]
    public async Task Every_consumer_of_a_tee_gets_everything() => await Gen.Select(Chunks, Gen.Int[1, 5], Gen.Int[1, 3]).HoldsAsync(
        static async (stream, consumers, maxChunks) =>
        {
            await using PathTee tee = Recycled(stream).Where("slack < 0.1").Tee(consumers, maxChunks);
            List<string>[] read = await Task.WhenAll(tee.Branches.Select(static branch => ReadAsync(branch)));
            string[] expected = [.. Paths(stream).Where(static path => path.Slack < 0.1).Select(Text)];
            Assert.All(read, paths => Assert.Equal(expected, paths));
        },
        iter: 80);

    [Fact]
    [Property]
    public async Task A_random_sample_is_of_the_stream_in_its_order_and_the_same_for_the_same_seed() => await Gen.Select(Chunks, Gen.Int[1, 40], Gen.Int).HoldsAsync(
        static async (stream, count, seed) =>
        {
            string[] all = [.. Paths(stream).Select(Text)];
            List<string> sample = await ReadBothWaysAsync(() => Recycled(stream).SampleRandom(count, seed));
            Assert.Equal(Math.Min(count, all.Length), sample.Count);
            int[] places = [.. sample.Select(path => Array.IndexOf(all, path))];
            Assert.Equal(places.Order(), places);
            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Length, places.Distinct().Count());
        },
        iter: 150);

    [Fact]
    public async Task Every_path_has_the_same_chance_to_be_sampled()
    {
        OperatorSample[][] stream = [[.. Enumerable.Range(0, 50).Select(OfSlack)]];
        var times = new Dictionary<string, int>();
        for (int seed = 0; seed < 500; seed++)
        {
            foreach (string path in await ReadAsync(Recycled(stream).SampleRandom(10, seed)))
            {
                times[path] = times.GetValueOrDefault(path) + 1;
            }
        }

        // 100 expected, with a standard deviation of 9.
        Assert.Equal(50, times.Count);
        Assert.All(times.Values, static count => Assert.InRange(count, 55, 145));
    }

    [Fact]
    public async Task Choosing_columns_only_tells_outputs_what_to_show()
    {
        OperatorSample[][] stream = [[OfSlack(-1), OfSlack(2)]];
        PathSequence chosen = Recycled(stream).Select("slack, endpoint").Where("slack < 0").Take(3).Select(" depth,point.pin ").Skip(0);
        Assert.Equal(["depth", "point.pin"], chosen.Columns!.Select(static column => column.Name));
        Assert.Null(Recycled(stream).Take(1).Columns);
        Assert.Single(await ReadAsync(chosen));
    }

    private static Operator Where(string filter) => new(
        "where " + filter,
        paths => paths.Where(filter),
        paths => paths.Where(path => FilterInterpreter.Holds(PathFilter.Parse(filter).In(TimingUnits.Default), path)));

    private static Operator Distinct(string columns) => new(
        "distinct " + columns,
        paths => paths.Distinct(columns),
        paths => paths.OrderBy(static path => double.IsNaN(path.Slack) ? double.PositiveInfinity : path.Slack).DistinctBy(path => string.Join('|', columns.Split(',').Select(column => Value(path, column.Trim())))));

    private static Operator Top(int count, string order) =>
        new($"top {count} by {order}", paths => paths.TopBy(count, order), paths => Ordered(paths, order).Take(count));

    private static IEnumerable<TimingPath> Ordered(IEnumerable<TimingPath> paths, string order) =>
        order.Split(',').Select(static column => column.Trim().Split(' ')).Aggregate(paths.OrderBy(static _ => 0), static (ordered, column) =>
        {
            bool isDescending = column.Length > 1 ? column[1] == "desc" : column[0] is "depth" or "violated" or "constrained" or "arrival";
            IOrderedEnumerable<TimingPath> blanksLast = ordered.ThenBy(path => Value(path, column[0]) is null);
            return isDescending
                ? blanksLast.ThenByDescending(path => Value(path, column[0]), Comparer<object?>.Create(Compare))
                : blanksLast.ThenBy(path => Value(path, column[0]), Comparer<object?>.Create(Compare));
        });

    private static int Compare(object? a, object? b) => a is string text ? string.CompareOrdinal(text, (string?)b) : Comparer<object>.Default.Compare(a, b);

    private static object? Value(TimingPath path, string column) => column switch
    {
        "slack" => double.IsNaN(path.Slack) ? null : path.Slack,
        "depth" => path.Depth,
        "violated" => path.Slack < 0,
        "constrained" => !double.IsNaN(path.Slack),
        "startpoint" => path.Startpoint,
        "endpoint" => path.Endpoint,
        "endpoint_detail" => path.EndpointDetail,
        "group" => path.PathGroup.Length == 0 ? null : path.PathGroup,
        "launch_clock" => path.LaunchClock.Length == 0 ? null : path.LaunchClock,
        "capture_clock" => path.CaptureClock.Length == 0 ? null : path.CaptureClock,
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };
}
