using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Sessions;
using Slackline.Spooler;
using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;
using Slackline.Tests.Reports;
using Slackline.Tests.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Tests.Streams.Paging;

/// <summary>Pages of streams: while they run, afterwards, after a restart, with good cursors and bad ones.</summary>
public sealed class PagedStreamTests(DemoDesignFixture design) : IDisposable
{
    private readonly SpoolFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1_000)]
    [InlineData(777)]
    [InlineData(2_500)]
    public async Task Pages_forward_and_backward_give_every_path_once(int size)
    {
        const int Paths = 10_500;
        await using PagedStream stream = await CompleteAsync(Paths);
        var forward = new List<long>();
        string? last = null;
        for (string? cursor = stream.CursorAt(0); cursor is not null;)
        {
            using Page page = await stream.ReadAsync(new PageRequest { Cursor = cursor, Size = size }, Cancellation);
            Assert.Equal((StreamState.Complete, Paths), (page.State, page.PathsSoFar));
            forward.AddRange(Numbers(page));
            last = cursor;
            cursor = page.Next;
        }

        Assert.Equal(Enumerable.Range(0, Paths).Select(number => (long)number), forward);
        var backward = new List<long>();
        for (string? cursor = last; cursor is not null;)
        {
            using Page page = await stream.ReadAsync(new PageRequest { Cursor = cursor, Size = size, WithPoints = false }, Cancellation);
            backward.InsertRange(0, Numbers(page));
            cursor = page.Previous;
        }

        Assert.Equal(forward, backward);
    }

    [Fact]
    public async Task A_page_that_is_not_there_yet_is_waited_for_and_then_given_as_far_as_it_is()
    {
        using var gate = new SemaphoreSlim(0);
        await using PagedStream stream = Start(10_000, gate);
        gate.Release(2);
        await Waiting.Until(() => stream.Paths == 2_000);

        var request = new PageRequest { Cursor = stream.CursorAt(1_500), Wait = TimeSpan.FromMilliseconds(200) };
        using (Page cut = await stream.ReadAsync(request, Cancellation))
        {
            Assert.Equal((500, StreamState.Running, 2_000), (cut.Count, cut.State, cut.PathsSoFar));
            Assert.NotNull(cut.Next);
        }

        ValueTask<Page> waiting = stream.ReadAsync(request with { Wait = TimeSpan.FromMinutes(1) }, Cancellation);
        Assert.False(waiting.IsCompleted);
        gate.Release(1);
        using Page whole = await waiting;
        Assert.Equal(Enumerable.Range(1_500, 1_000).Select(number => (long)number), Numbers(whole));
    }

    [Fact]
    public async Task Waiting_for_a_page_can_be_given_up_and_the_stream_goes_on()
    {
        using var gate = new SemaphoreSlim(0);
        await using PagedStream stream = Start(3_000, gate);
        gate.Release();
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        ValueTask<Page> waiting = stream.ReadAsync(new PageRequest { Cursor = stream.CursorAt(2_000), Wait = Timeout.InfiniteTimeSpan }, cancelled.Token);
        Assert.False(waiting.IsCompleted);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        gate.Release(2);
        using Page page = await stream.ReadAsync(new PageRequest { Cursor = stream.CursorAt(2_000), Wait = Timeout.InfiniteTimeSpan }, Cancellation);
        Assert.Equal(1_000, page.Count);
    }

    [Fact]
    public async Task A_cursor_gives_the_same_page_after_a_restart()
    {
        string cursor;
        string id;
        long[] before;
        await using (PagedStream stream = await CompleteAsync(5_000))
        {
            cursor = stream.CursorAt(3_210);
            id = stream.Id;
            using Page page = await stream.ReadAsync(new PageRequest { Cursor = cursor, Size = 100 }, Cancellation);
            before = Numbers(page);
        }

        SpoolDirectory directory = _folder.Open();
        Assert.Equal(id, PagedStream.StreamOf(directory, cursor));
        await using PagedStream again = PagedStream.Open(directory, id);
        using Page same = await again.ReadAsync(new PageRequest { Cursor = cursor, Size = 100 }, Cancellation);
        Assert.Equal(before, Numbers(same));
        Assert.Equal((StreamState.Complete, 5_000), (again.State, again.Paths));
    }

    [Fact]
    public async Task An_engine_that_leaves_in_the_middle_leaves_what_it_acknowledged()
    {
        using var gate = new SemaphoreSlim(0);
        string id;
        await using (PagedStream stream = Start(10_000, gate))
        {
            gate.Release(3);
            await Waiting.Until(() => stream.Paths == 3_000);
            id = stream.Id;
        }

        await using PagedStream again = PagedStream.Open(_folder.Open(), id);
        using Page page = await again.ReadAsync(new PageRequest { Cursor = again.CursorAt(2_900), Wait = TimeSpan.FromMinutes(1) }, Cancellation);
        Assert.Equal((StreamState.Cancelled, 3_000, 100), (page.State, page.PathsSoFar, page.Count));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Cursors_that_were_changed_or_are_of_elsewhere_are_refused()
    {
        await using PagedStream stream = await CompleteAsync(2_000);
        await using PagedStream other = await CompleteAsync(2_000);
        using var elsewhere = new SpoolFolder();
        await using PagedStream foreign = PagedStream.Start(TimingPathStream.Start(NumberedSource.Of(10)), elsewhere.Open(), "elsewhere");
        string good = stream.CursorAt(1_000);
        for (int i = 0; i < good.Length; i++)
        {
            // The last character has bits that stand for nothing.
            string changed = good[..i] + (good[i] == 'A' ? 'Q' : 'A') + good[(i + 1)..];
            await Refused(changed);
        }

        foreach (string bad in (string[])["", "x", good[..^1], good + "A", good + good, "0", new string('A', 10_000), "ünïcödé", "\0", foreign.CursorAt(1_000)])
        {
            await Refused(bad);
        }

        CursorException wrongStream = await Refused(other.CursorAt(0));
        Assert.Contains(other.Id, wrongStream.Message, StringComparison.Ordinal);

        async Task<CursorException> Refused(string cursor) =>
            await Assert.ThrowsAsync<CursorException>(async () => await stream.ReadAsync(new PageRequest { Cursor = cursor }, Cancellation));
    }

    [Fact]
    public async Task One_can_jump_to_any_place_and_behind_the_end()
    {
        await using PagedStream stream = await CompleteAsync(4_000);
        using Page middle = await stream.ReadAsync(new PageRequest { Cursor = stream.CursorAtFraction(0.5), Size = 10 }, Cancellation);
        Assert.Equal(Enumerable.Range(2_000, 10).Select(number => (long)number), Numbers(middle));
        using Page behind = await stream.ReadAsync(new PageRequest { Cursor = stream.CursorAt(1_000_000), Size = 10 }, Cancellation);
        Assert.Equal((0, null), (behind.Count, behind.Next));
        Assert.NotNull(behind.Previous);
    }

    [Fact]
    public async Task What_came_before_a_fault_can_be_paged_and_the_fault_is_told()
    {
        FillChunk numbered = NumberedSource.Of(10_000);
        int calls = 0;
        await using PagedStream stream = PagedStream.Start(
            TimingPathStream.Start((ref PathChunk chunk, CancellationToken cancellation) => ++calls == 4 ? throw new IOException("the tool is gone") : numbered(ref chunk, cancellation)),
            _folder.Open(),
            "fails");
        using Page page = await stream.ReadAsync(new PageRequest { Size = 10_000, Wait = TimeSpan.FromMinutes(1) }, Cancellation);
        Assert.Equal((3_000, StreamState.Faulted, null), (page.Count, page.State, page.Next));
        Assert.Equal("the tool is gone", stream.Fault?.Message);
    }

    [Fact]
    public async Task A_stream_that_waits_for_room_ends_when_it_is_cancelled()
    {
        SpoolDirectory directory = _folder.Open(new SpoolLimits { MaxBytes = 200_000, RetryInterval = TimeSpan.FromMilliseconds(10) });
        await using PagedStream stream = PagedStream.Start(TimingPathStream.Start(NumberedSource.Of(100_000)), directory, "waits");
        await Waiting.Until(() => stream.WaitsFor is not null);
        stream.Cancel();
        await Waiting.Until(() => stream.State == StreamState.Cancelled);
        using Page page = await stream.ReadAsync(new PageRequest { Cursor = stream.CursorAt(stream.Paths), Wait = Timeout.InfiniteTimeSpan }, Cancellation);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_stream_whose_end_cannot_be_written_has_ended_all_the_same()
    {
        using var gate = new SemaphoreSlim(0);
        await using PagedStream stream = Start(2_000, gate);
        gate.Release();
        await Waiting.Until(() => stream.Paths == 1_000);
        Directory.Delete(Path.Combine(_folder.Root, stream.Id), recursive: true);
        gate.Release();
        await stream.WaitForEndAsync(Cancellation);
        Assert.Equal(StreamState.Interrupted, stream.State);
        Assert.NotNull(stream.Fault);
    }

    [Theory]
    [InlineData(StreamState.Complete)]
    [InlineData(StreamState.Cancelled)]
    [InlineData(StreamState.Faulted)]
    [InlineData(StreamState.Interrupted)]
    public async Task What_is_kept_of_a_streams_paths_ends_as_that_stream_did(StreamState end)
    {
        SpoolDirectory directory = _folder.Open();
        string id = await EndAsync(directory, end);
        await using PagedStream from = PagedStream.Open(directory, id);
        Assert.Equal(end, from.State);
        string[] kept = [await KeepAsync(from.Replay()), await KeepAsync(Filtered(from.Refine(PathFilter.Parse("slack >= 5"))))];
        foreach (string copy in kept)
        {
            await using PagedStream again = PagedStream.Open(_folder.Open(), copy);
            Assert.Equal(end, again.State);
        }

        async Task<string> KeepAsync(TimingPathStream paths)
        {
            await using PagedStream stream = PagedStream.Start(paths, directory, "again");
            await stream.WaitForEndAsync(Cancellation);
            Assert.Equal(end, stream.State);
            return stream.Id;
        }
    }

    [Fact]
    public async Task What_is_kept_of_a_running_streams_paths_is_cancelled_with_it()
    {
        using var gate = new SemaphoreSlim(0);
        await using PagedStream stream = Start(10_000, gate);
        gate.Release(2);
        await using PagedStream refined = PagedStream.Start(Filtered(stream.Refine(PathFilter.Parse("slack >= 5"))), _folder.Open(), "refined");
        await Waiting.Until(() => stream.Paths == 2_000);
        stream.Cancel();
        await refined.WaitForEndAsync(Cancellation);
        Assert.Equal((StreamState.Cancelled, StreamState.Cancelled, 1_500), (stream.State, refined.State, refined.Paths));
    }

    [Fact]
    public async Task Many_read_pages_while_the_stream_runs()
    {
        using var gate = new SemaphoreSlim(0);
        await using PagedStream stream = Start(20_000, gate);
        Task<List<long>>[] readers = [.. Enumerable.Range(1, 20).Select(reader => Task.Run(async () =>
        {
            var numbers = new List<long>();
            string? cursor = null;
            do
            {
                using Page page = await stream.ReadAsync(
                    new PageRequest { Cursor = cursor, Size = 100 * reader, Wait = TimeSpan.FromMilliseconds(10 * reader), WithPoints = reader % 2 == 0 }, Cancellation);
                numbers.AddRange(Numbers(page));
                cursor = page.Next;
            }
            while (cursor is not null);
            return numbers;
        }, Cancellation))];
        for (int i = 0; i < 20; i++)
        {
            gate.Release();
            await Task.Delay(5, Cancellation);
        }

        foreach (List<long> numbers in await Task.WhenAll(readers))
        {
            Assert.Equal(Enumerable.Range(0, 20_000).Select(number => (long)number), numbers);
        }
    }

    [Fact]
    public async Task A_running_stream_can_be_filtered_from_its_beginning_without_running_anything_again()
    {
        using var gate = new SemaphoreSlim(0);
        await using PagedStream stream = Start(6_000, gate);
        gate.Release(2);
        await Waiting.Until(() => stream.Paths == 2_000);
        await using FilteredTimingStream refined = stream.Refine(PathFilter.Parse("slack >= 10 and slack < 50"));
        Task<List<double>> filtered = Task.Run(async () =>
        {
            var slacks = new List<double>();
            await foreach (PathChunk chunk in refined.Read())
            {
                slacks.AddRange(chunk.Slack);
            }

            return slacks;
        }, Cancellation);
        gate.Release(4);
        Assert.Equal(Enumerable.Range(1_000, 4_000).Select(number => number / 100.0), await filtered);
        Assert.Equal((6_000, 4_000), (refined.PathsSeen, refined.PathsMatched));
    }

    [Fact]
    public async Task Further_filters_hold_from_the_next_chunk_on()
    {
        using var gate = new SemaphoreSlim(0);
        await using var stream = new FilteredTimingStream(TimingPathStream.Start(NumberedSource.Of(4_000, gate)), PathFilter.Parse("slack >= 5"));
        var numbers = new List<long>();
        gate.Release();
        await foreach (PathSelection selection in stream.Read().ReadSelectionsAsync(Cancellation))
        {
            for (int i = 0; i < selection.Count; i++)
            {
                numbers.Add((long)Math.Round(selection[i].Slack * 100));
            }

            if (stream.Filters.Count == 1)
            {
                stream.Narrow(PathFilter.Parse("slack < 15"));
            }
            else if (stream.Filters.Count == 2)
            {
                stream.Narrow(PathFilter.Parse("slack > 100"));
            }

            // Nothing will match from then on.
            gate.Release(2);
        }

        Assert.Equal(Enumerable.Range(500, 1_000).Select(number => (long)number), numbers);
        Assert.Equal((4_000, 1_000), (stream.PathsSeen, stream.PathsMatched));
    }

    [Fact]
    public async Task Paths_are_ordered_on_disk_within_a_bound_of_memory()
    {
        await using TimingPathStream stream = TimingPathStream.Start(NumberedSource.Of(30_000));
        double last = double.PositiveInfinity;
        int count = 0;
        await foreach (PathChunk chunk in stream.ReadChunksAsync(Cancellation).AsPaths().OrderBy(PathOrder.Parse("slack desc"), new SpoolRunStore(_folder.Open()), maxBytes: 8_000_000))
        {
            foreach (double slack in chunk.Slack)
            {
                Assert.True(slack < last);
                last = slack;
                count++;
            }
        }

        Assert.Equal(30_000, count);
        Assert.Empty(_folder.Open().List());
    }

    [Fact]
    public async Task The_real_tools_paths_are_paged_while_it_prints()
    {
        await using StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }, Cancellation);
        await session.LoadAsync(design.Files.Setup, Cancellation);
        const string Command = "report_checks -format full_clock_expanded -group_path_count 5000";
        var direct = new List<string>();
        await using (TimingPathStream once = new OpenStaStreamExecutor(session).Execute(Command, new DiscardSink()))
        {
            await foreach (PathChunk chunk in once.ReadChunksAsync(Cancellation))
            {
                direct.AddRange(Enumerable.Range(0, chunk.Count).Select(i => Describe(chunk[i])));
            }
        }

        await using PagedStream stream = PagedStream.Start(new OpenStaStreamExecutor(session).Execute(Command, new DiscardSink()), _folder.Open(), Command);
        var paged = new List<string>();
        string? cursor = null;
        do
        {
            using Page page = await stream.ReadAsync(new PageRequest { Cursor = cursor, Size = 300, Wait = TimeSpan.FromMinutes(1) }, Cancellation);
            paged.AddRange(page.Chunks.SelectMany(chunk => Enumerable.Range(0, chunk.Count).Select(i => Describe(chunk[i]))));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.True(direct.Count > 500);
        Assert.Equal(direct, paged);
    }

    private static TimingPathStream Filtered(FilteredTimingStream paths) => TimingPathStream.Start(paths.Read(), owned: paths);

    // The id of a stream of 1,000 paths that ended so.
    private static async Task<string> EndAsync(SpoolDirectory directory, StreamState end)
    {
        using Spool spool = directory.Create("numbered");
        await spool.Writer!.AppendAsync(NumberedPaths.Fill(new PathChunk(), 0, 1_000), Cancellation);
        if (end != StreamState.Interrupted)
        {
            await spool.Writer.CompleteAsync(Enum.Parse<SpoolState>(end.ToString()), Cancellation);
        }

        return spool.Info.Id;
    }

    private static string Describe(TimingPath path) => $"{path.Startpoint} {path.Endpoint} {path.PathGroup} {path.Slack} {string.Join(' ', path.Rows.Select(row => $"{row.Description} {row.Delay} {row.Time}"))}";

    private static long[] Numbers(Page page) => [.. page.Chunks.SelectMany(chunk => chunk.Slack.ToArray()).Select(slack => (long)Math.Round(slack * 100))];

    private PagedStream Start(int count, SemaphoreSlim gate) => PagedStream.Start(TimingPathStream.Start(NumberedSource.Of(count, gate)), _folder.Open(), "numbered");

    private async Task<PagedStream> CompleteAsync(int count)
    {
        PagedStream stream = PagedStream.Start(TimingPathStream.Start(NumberedSource.Of(count)), _folder.Open(), "numbered");
        await Waiting.Until(() => stream.State == StreamState.Complete);
        return stream;
    }
}
