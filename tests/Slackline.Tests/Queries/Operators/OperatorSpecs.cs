using System.Runtime.CompilerServices;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;
using Slackline.Streams;
using Slackline.Timing;
using static Slackline.Tests.Queries.Operators.OperatorSample;

namespace Slackline.Tests.Queries.Operators;

/// <summary>When operators read, wait, copy, stop and fail.</summary>
public class OperatorSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_read_before_somebody_asks_and_no_more_than_needed()
    {
        var source = new Watched([[OfSlack(1), OfSlack(2)], [OfSlack(3), OfSlack(4)], [OfSlack(5)]]);
        PathSequence first = source.Read().AsPaths().Where("slack > 0").Skip(1).SampleEvery(1).Take(3).Select("slack");
        Assert.Equal(0, source.ChunksRead);
        Assert.Equal([2, 3, 4], await SlacksAsync(first));
        Assert.Equal((2, true), (source.ChunksRead, source.IsDisposed));
    }

    [Fact]
    public async Task Taking_nothing_reads_nothing()
    {
        var source = new Watched([[OfSlack(1)]]);
        Assert.Empty(await SlacksAsync(source.Read().AsPaths().Take(0)));
        Assert.Equal(0, source.ChunksRead);
    }

    [Fact]
    public async Task What_only_leaves_out_copies_nothing()
    {
        PathChunk chunk = SampleReport.Large();
        PathSequence sequence = Once(chunk).AsPaths().Where("slack < 0").Skip(10).SampleEvery(2).Take(100);
        await foreach (PathSelection selection in sequence.ReadSelectionsAsync(Cancellation))
        {
            Assert.Same(chunk, selection.Chunk);
            Assert.InRange(selection.Count, 1, 100);
        }

        await foreach (PathChunk whole in Once(chunk).AsPaths().Where("depth > 0"))
        {
            Assert.Same(chunk, whole);
        }
    }

    [Fact]
    public async Task Chunks_of_which_little_is_left_are_put_together()
    {
        OperatorSample[][] stream = [.. Enumerable.Range(0, 50).Select(static i => Enumerable.Range(0, 100).Select(j => OfSlack((i * 100) + j)).ToArray())];
        List<int> counts = [];
        await foreach (PathChunk chunk in Recycled(stream).SampleEvery(2))
        {
            counts.Add(chunk.Count);
        }

        Assert.Equal([1000, 1000, 500], counts);
    }

    [Fact]
    public async Task A_path_that_was_found_comes_while_the_source_is_silent()
    {
        var silence = new TaskCompletionSource();
        async IAsyncEnumerable<PathChunk> SlowAsync([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            var chunk = new PathChunk();
            OfSlack(1).AppendTo(chunk, 0);
            OfSlack(-2).AppendTo(chunk, 1);
            yield return chunk;
            await silence.Task.WaitAsync(cancellation);
            chunk.Clear();
            OfSlack(-3).AppendTo(chunk, 2);
            yield return chunk;
        }

        PathSequence[] sequences =
        [
            SlowAsync(Cancellation).AsPaths().Where("slack < 0"),
            PathSequence.Merge([SlowAsync(Cancellation).AsPaths().Where("slack < 0"), SlowAsync(Cancellation).AsPaths().Where("slack < -100")], PathOrder.Parse("slack desc")),
            SlowAsync(Cancellation).AsPaths().Where("slack < 0").Tee(1).Branches[0],
        ];
        await using IAsyncEnumerator<PathChunk> waiting = sequences[0].GetAsyncEnumerator(Cancellation);
        await using IAsyncEnumerator<PathChunk> tee = sequences[2].GetAsyncEnumerator(Cancellation);
        foreach (IAsyncEnumerator<PathChunk> chunks in (IAsyncEnumerator<PathChunk>[])[waiting, tee])
        {
            Assert.True(await chunks.MoveNextAsync());
            Assert.Equal(-0.02, Assert.Single(chunks.Current.Slack.ToArray()));
        }

        // A merge must know what each of its streams gives next, and the second of them has not given anything.
        await using IAsyncEnumerator<PathChunk> merge = sequences[1].GetAsyncEnumerator(Cancellation);
        ValueTask<bool> merged = merge.MoveNextAsync();
        Assert.False(merged.IsCompleted);
        silence.SetResult();
        Assert.True(await merged);
        Assert.True(await waiting.MoveNextAsync());
        Assert.Equal(-0.03, Assert.Single(waiting.Current.Slack.ToArray()));
    }

    [Fact]
    public async Task Whoever_leaves_a_silent_source_does_not_wait_for_it()
    {
        var source = new Watched([[OfSlack(-1), OfSlack(1)]], neverEnds: true);
        await foreach (PathChunk chunk in source.Read().AsPaths().Where("slack < 0"))
        {
            Assert.Equal(1, chunk.Count);
            break;
        }

        Assert.True(source.IsDisposed);
    }

    [Theory]
    [MemberData(nameof(EveryOperator))]
    public async Task Cancelling_stops_the_source_wherever_it_is(string name, Func<PathSequence, PathSequence> apply)
    {
        Assert.NotEmpty(name);
        var source = new Watched([[OfSlack(-2)], [OfSlack(-1)]], neverEnds: true);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task reading = Task.Run(
            async () =>
            {
                await foreach (PathChunk _ in apply(source.Read().AsPaths()).WithCancellation(cancellation.Token))
                {
                }
            },
            Cancellation);
        await (await Task.WhenAny(source.Silent, reading)).WaitAsync(Cancellation);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.True(source.IsDisposed);
    }

    [Theory]
    [MemberData(nameof(EveryOperator))]
    public async Task What_came_before_a_fault_comes_out_before_the_fault(string name, Func<PathSequence, PathSequence> apply)
    {
        Assert.NotEmpty(name);
        var source = new Watched([[OfSlack(-3)], [OfSlack(-2)]], fault: new IOException("the disk is gone"));
        List<double> slacks = [];
        IOException fault = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (PathChunk chunk in apply(source.Read().AsPaths()))
            {
                slacks.AddRange(chunk.Slack);
            }
        });
        Assert.Equal("the disk is gone", fault.Message);
        Assert.Equal([-0.03, -0.02], slacks);
        Assert.True(source.IsDisposed);
    }

    [Fact]
    public async Task More_different_keys_than_allowed_are_an_error()
    {
        PathSequence sequence = Recycled([[OfSlack(1), OfSlack(2), OfSlack(1), OfSlack(3), OfSlack(4)]]).Distinct("slack", maxKeys: 3);
        List<double> slacks = [];
        QueryLimitException error = await Assert.ThrowsAsync<QueryLimitException>(async () =>
        {
            await foreach (PathChunk chunk in sequence)
            {
                slacks.AddRange(chunk.Slack);
            }
        });
        Assert.Empty(slacks);
        Assert.Equal((3, "There are more than 3 different values of slack: filter more, or raise the limit on keys."), (error.Limit, error.Message));
        Assert.Equal(3, (await ReadAsync(Recycled([[OfSlack(1), OfSlack(2), OfSlack(3), OfSlack(1)]]).Distinct("slack", maxKeys: 3))).Count);
    }

    [Theory]
    [InlineData("slak", "unknown column 'slak' at column 1; did you mean 'slack'?")]
    [InlineData("slack,  endpont", "unknown column 'endpont' at column 9; did you mean 'endpoint'?")]
    [InlineData("slack, ", "expected a column, a number, a string or '(', found the end of the list at column 8")]
    [InlineData("slack, slack", "'slack' is named twice at column 8")]
    [InlineData("slack endpoint", "expected a comma, found 'endpoint' at column 7")]
    [InlineData("clock", "'clock' stands for two columns at column 1; write launch_clock, capture_clock")]
    [InlineData("point.cell", "'point.cell' is a value of one point of a path at column 1; only columns of whole paths can be used here")]
    public void A_wrong_list_of_columns_is_pointed_at(string columns, string message) =>
        Assert.StartsWith(message, Assert.Throws<FilterException>(() => Recycled([]).Distinct(columns)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("slack up", "expected asc, desc or a comma, found 'up' at column 7")]
    [InlineData("slack asc, nosuch desc", "unknown column 'nosuch' at column 12")]
    public void A_wrong_order_is_pointed_at(string order, string message) =>
        Assert.StartsWith(message, Assert.Throws<FilterException>(() => Recycled([]).TopBy(1, order)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("slack", null, "slack asc")]
    [InlineData("PATH_GROUP, depth", null, "path_group asc, depth desc")]
    [InlineData("slack,depth asc", SortDirection.Descending, "slack desc, depth asc")]
    [InlineData("violated, required, arrival  Descending", null, "violated desc, required asc, arrival desc")]
    public void An_order_begins_with_the_worst_unless_told(string text, SortDirection? direction, string order) =>
        Assert.Equal(order, PathOrder.Parse(text, direction).ToString());

    [Fact]
    public void Keys_of_texts_are_in_the_order_of_their_bytes()
    {
        byte[][] names = [[1], [2], "a"u8.ToArray(), [(byte)'a', 0], [(byte)'a', 0, 0], [(byte)'a', 0, 1], [(byte)'a', 0, 255], [(byte)'a', 1], "ab"u8.ToArray(), [255], [255, 255]];
        var chunk = new PathChunk();
        chunk.UseUnits(TimingUnits.Default);
        foreach (byte[] name in names)
        {
            chunk.CommitPath(new PathHeading { Startpoint = chunk.Names.Intern(name), Endpoint = chunk.Names.Intern("x"u8) }, 0, 0, 0, PathChunk.NoTable, 2);
        }

        chunk.CommitPath(new PathHeading { Endpoint = chunk.Names.Intern("x"u8) }, 0, 0, 0, PathChunk.NoTable, 2);
        int[] all = [.. Enumerable.Range(0, chunk.Count)];
        foreach (bool isDescending in (bool[])[false, true])
        {
            var keys = new PathKeys(PathOrder.Parse("startpoint, endpoint", isDescending ? SortDirection.Descending : SortDirection.Ascending));
            keys.Load(chunk, all);
            byte[][] written = [.. all.Select(path => keys.Key(path).ToArray())];
            int[] sorted = [.. all.Order(Comparer<int>.Create((a, b) => written[a].AsSpan().SequenceCompareTo(written[b])))];
            int[] named = [.. all[..^1]];
            Assert.Equal([.. isDescending ? named.Reverse() : named, names.Length], sorted);
        }
    }

    [Fact]
    public async Task A_stream_that_is_not_in_order_cannot_be_merged()
    {
        IAsyncEnumerable<PathChunk>[] streams = [Recycled([[OfSlack(1)], [OfSlack(2)]]), Recycled([[OfSlack(0), OfSlack(5), OfSlack(4)]])];
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(PathSequence.Merge(streams, PathOrder.Parse("slack"))));
        Assert.Equal("The streams to merge must be ordered by slack asc; number 2 is not, at the path from r1 to r2.", error.Message);
    }

    [Fact]
    public async Task Only_so_many_runs_are_merged_at_once()
    {
        OperatorSample[][] stream = [.. Enumerable.Range(0, 40).Select(static i => Enumerable.Range(0, 10).Select(j => OfSlack((i * 7 % 40) + (j * 40))).ToArray())];
        var store = new MemoryRunStore(4);

        // The bound is below a single chunk: every chunk is a run, and two are merged at a time.
        List<int> slacks = await SlacksAsync(Recycled(stream).OrderBy(PathOrder.Parse("slack"), store, maxBytes: 1));
        Assert.Equal(Enumerable.Range(0, 400), slacks);
        Assert.Equal((2, 0), (store.MostReadRuns, store.OpenRuns));

        // Each merge makes one run of two, until two are left.
        Assert.Equal(40 + 38, store.RunsMade);
    }

    [Fact]
    public async Task A_store_that_fails_fails_the_ordering_and_leaves_nothing()
    {
        var store = new FailingStore();
        await Assert.ThrowsAsync<IOException>(() => ReadAsync(Recycled([[OfSlack(1)], [OfSlack(2)], [OfSlack(3)]]).OrderBy(PathOrder.Parse("slack"), store, maxBytes: 1)));
        Assert.Equal((2, 2), (store.Created, store.Disposed));
    }

    [Fact]
    public async Task A_filter_is_used_by_two_enumerations_at_once()
    {
        PathFilter filter = PathFilter.Parse("startpoint = 'r1' and any point.cell like 'CELL*'");
        PathSequence sequence = Recycled([.. Enumerable.Range(0, 200).Select(static i => (OperatorSample[])[OfSlack(i), OfSlack(-i)])]).Where(filter);
        List<string>[] read = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ReadAsync(sequence), Cancellation)));
        Assert.All(read, paths => Assert.Equal(400, paths.Count));
    }

    public static TheoryData<string, Func<PathSequence, PathSequence>> EveryOperator => new()
    {
        { "where", static paths => paths.Where("slack < 0") },
        { "take", static paths => paths.Take(10) },
        { "skip", static paths => paths.Skip(0) },
        { "every", static paths => paths.SampleEvery(1) },
        { "sample", static paths => paths.SampleRandom(10) },
        { "top", static paths => paths.TopBy(10, "slack") },
        { "distinct", static paths => paths.Distinct("slack") },
        { "order", static paths => paths.OrderBy(PathOrder.Parse("slack"), new MemoryRunStore()) },
        { "order outside memory", static paths => paths.OrderBy(PathOrder.Parse("slack"), new MemoryRunStore(), 1) },
        { "merge", static paths => PathSequence.Merge([paths, Recycled([])], PathOrder.Parse("slack")) },
        { "tee", static paths => paths.Tee(1).Branches[0] },
        { "select", static paths => paths.Select("slack") },
        { "all", static paths => paths.Where("slack < 0").Skip(0).SampleEvery(1).Distinct("slack").TopBy(5, "slack").Take(5).Select("slack") },
    };

    private static async IAsyncEnumerable<PathChunk> Once(PathChunk chunk)
    {
        await Task.Yield();
        yield return chunk;
    }

    private static async Task<List<int>> SlacksAsync(PathSequence sequence)
    {
        List<int> slacks = [];
        await foreach (PathSelection selection in sequence.ReadSelectionsAsync(Cancellation))
        {
            for (int i = 0; i < selection.Count; i++)
            {
                slacks.Add((int)Math.Round(selection[i].Slack * 100));
            }
        }

        return slacks;
    }

    private sealed class FailingStore : IRunStore
    {
        public int Created { get; private set; }

        public int Disposed { get; private set; }

        public IPathRun CreateRun() => new Run(this, ++Created == 2);

        private sealed class Run(FailingStore store, bool fails) : IPathRun
        {
            public ValueTask WriteAsync(PathChunk chunk, CancellationToken cancellation) => fails ? throw new IOException("No space left on device") : ValueTask.CompletedTask;

            public IAsyncEnumerable<PathChunk> ReadAsync(CancellationToken cancellation) => throw new NotSupportedException();

            public ValueTask DisposeAsync()
            {
                store.Disposed++;
                return ValueTask.CompletedTask;
            }
        }
    }

    /// <summary>A stream that tells how it is read; at its end it may fall silent for ever, or fail.</summary>
    private sealed class Watched(OperatorSample[][] stream, bool neverEnds = false, Exception? fault = null)
    {
        private readonly TaskCompletionSource _silent = new();

        public int ChunksRead { get; private set; }

        public bool IsDisposed { get; private set; }

        public Task Silent => _silent.Task;

        public IAsyncEnumerable<PathChunk> Read() => ReadAsync(CancellationToken.None);

        private async IAsyncEnumerable<PathChunk> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            try
            {
                await foreach (PathChunk chunk in Recycled(stream).WithCancellation(cancellation))
                {
                    ChunksRead++;
                    yield return chunk;
                }

                if (neverEnds)
                {
                    _silent.SetResult();
                    await Task.Delay(Timeout.Infinite, cancellation);
                }

                if (fault is not null)
                {
                    throw fault;
                }
            }
            finally
            {
                IsDisposed = true;
            }
        }
    }
}
