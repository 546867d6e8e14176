using Slackline.Spooler;
using Slackline.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Tests.Streams.Spooling;

/// <summary>What is in a state directory, who can see it, and when it goes.</summary>
public sealed class SpoolDirectoryTests : IDisposable
{
    private readonly SpoolFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_is_listed_and_opened_by_its_id()
    {
        string id = await _folder.WriteWholeAsync(chunks: 2, pathsEach: 3);
        Assert.Matches("^[0-9a-f]{32}$", id);
        SpoolInfo info = Assert.Single(_folder.Open().List());
        Assert.Equal((id, "numbered paths"), (info.Id, info.Command));
        Assert.InRange(info.Created, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        using Spool spool = _folder.Open().Open(id);
        Assert.Equal((info, 6L, 2L, SpoolState.Complete), (spool.Info, spool.Paths, spool.Chunks, spool.State));
        Assert.Null(spool.Writer);
    }

    [Theory]
    [InlineData(SpoolState.Complete)]
    [InlineData(SpoolState.Cancelled)]
    [InlineData(SpoolState.Faulted)]
    public async Task How_a_stream_ended_is_remembered(SpoolState end)
    {
        string id;
        using (Spool spool = await _folder.WriteAsync(chunks: 1, pathsEach: 3))
        {
            id = spool.Info.Id;
            await spool.Writer!.CompleteAsync(end, Cancellation);
            await Assert.ThrowsAsync<InvalidOperationException>(() => spool.Writer.AppendAsync(NumberedPaths.Fill(new PathChunk(), 3, 1), Cancellation).AsTask());
        }

        using Spool again = _folder.Open().Open(id);
        Assert.Equal((end, null), (again.State, again.Recovery));
    }

    [Fact]
    public async Task A_spool_let_go_without_an_end_is_interrupted_and_whole()
    {
        string id;
        using (Spool spool = await _folder.WriteAsync(chunks: 2, pathsEach: 3))
        {
            id = spool.Info.Id;
        }

        using Spool again = _folder.Open().Open(id);
        Assert.Equal((SpoolState.Interrupted, null), (again.State, again.Recovery));
        ArrowFiles.AreWhole(again, 6);
    }

    [Fact]
    public void A_stream_without_paths_is_a_stream()
    {
        string id;
        using (Spool spool = _folder.Open().Create("nothing"))
        {
            id = spool.Info.Id;
        }

        using Spool again = _folder.Open().Open(id);
        using SpoolReader reader = again.OpenReader();
        Assert.Equal(0, reader.Read(0, 10, new PathChunk()));
    }

    [Fact]
    public async Task Segments_are_bounded_and_whole_Arrow_files()
    {
        string id = await _folder.WriteWholeAsync(chunks: 40, pathsEach: 20, new SpoolLimits { SegmentBytes = 50_000 });
        using Spool spool = _folder.Open().Open(id);
        string[] files = Directory.GetFiles(spool.FolderPath, "*.arrow");
        Assert.InRange(files.Length, 6, 40);
        Assert.All(files.GroupBy(file => file[^12..]), segment => Assert.InRange(segment.Sum(file => new FileInfo(file).Length), 10_000, 80_000));
        ArrowFiles.AreWhole(spool, 800);
        SpoolChecks.NumberedPathsAreThere(spool, 0, 800);
    }

    [Fact]
    public async Task Only_the_owner_can_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no Unix modes here");
        string root = Path.Combine(_folder.Root, "made", "for", "this");
        using (Spool spool = SpoolDirectory.At(root).Create("secret"))
        {
            await spool.Writer!.AppendAsync(NumberedPaths.Fill(new PathChunk(), 0, 3), Cancellation);
            await spool.Writer.CompleteAsync(cancellation: Cancellation);
        }

        foreach (string path in Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories).Append(root))
        {
            UnixFileMode expected = Directory.Exists(path)
                ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                : UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal((path, expected), (path, File.GetUnixFileMode(path)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    public void What_is_no_id_is_refused(string id) =>
        Assert.Equal($"\"{id}\" is no stream's id: those are 32 hexadecimal digits.", Assert.Throws<SpoolException>(() => _folder.Open().Open(id)).Message);

    [Fact]
    public void A_stream_that_is_not_there_is_said_to_be_not_there()
    {
        string id = new('a', 32);
        Assert.Equal($"There is no stream {id}: it was never there, or it was removed because it was not in use.", Assert.Throws<SpoolException>(() => _folder.Open().Open(id)).Message);
    }

    [Theory]
    [InlineData(3, "was written by an older version of Slackline (format 3); this one reads format 4. Run its command again.")]
    [InlineData(5, "was written by a newer version of Slackline (format 5); this one reads format 4.")]
    public async Task Another_format_is_refused(int format, string message)
    {
        string id = await _folder.WriteWholeAsync(chunks: 1, pathsEach: 1);
        string file = Path.Combine(_folder.FolderOf(id), "stream.json");
        string text = await File.ReadAllTextAsync(file, Cancellation);
        await File.WriteAllTextAsync(file, text.Replace("\"format\":4", $"\"format\":{format}", StringComparison.Ordinal), Cancellation);
        Assert.Equal($"Stream {id} {message}", Assert.Throws<SpoolException>(() => _folder.Open().Open(id)).Message);
        await File.WriteAllTextAsync(file, "{}", Cancellation);
        Assert.StartsWith($"{file} is not what Slackline writes", Assert.Throws<SpoolException>(() => _folder.Open().Open(id)).Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Open().List());
        _folder.Open().Remove(id);
        Assert.False(Directory.Exists(_folder.FolderOf(id)));
    }

    [Fact]
    public async Task Streams_that_nobody_held_for_long_go()
    {
        string old = await _folder.WriteWholeAsync(chunks: 1, pathsEach: 1);
        string oldButRead = await _folder.WriteWholeAsync(chunks: 1, pathsEach: 1);
        string young = await _folder.WriteWholeAsync(chunks: 1, pathsEach: 1);
        MakeOlder(old, TimeSpan.FromDays(8));
        MakeOlder(oldButRead, TimeSpan.FromDays(9));
        using (Spool spool = _folder.Open().Open(oldButRead))
        {
            Assert.Equal([old], _folder.Open().Sweep());
            SpoolChecks.NumberedPathsAreThere(spool, 0, 1);
        }

        Assert.Equal([oldButRead], _folder.Open().Sweep());
        Assert.Equal([young], _folder.Open().List().Select(info => info.Id));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public async Task A_clock_on_the_wall_that_was_set_makes_no_stream_older()
    {
        string ended = await _folder.WriteWholeAsync(chunks: 1, pathsEach: 1);
        string interrupted;
        using (Spool spool = await _folder.WriteAsync(chunks: 1, pathsEach: 1))
        {
            interrupted = _folder.Crash(spool);
            MakeSeemOlder(spool.Info.Id, TimeSpan.FromDays(-3_000));
        }

        MakeSeemOlder(ended, TimeSpan.FromDays(3_000));
        MakeSeemOlder(interrupted, TimeSpan.FromDays(3_000));
        Assert.Empty(_folder.Open().Sweep());
        Assert.All(_folder.Open().Summaries(), summary => Assert.InRange(summary.Age, TimeSpan.Zero, TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public async Task Streams_are_looked_at_without_being_opened_and_removed_when_nobody_uses_them()
    {
        string complete = await _folder.WriteWholeAsync(chunks: 2, pathsEach: 3);
        using Spool written = await _folder.WriteAsync(chunks: 3, pathsEach: 2);
        string interrupted = _folder.Crash(written);
        (string, SpoolState, long)[] seen = [.. _folder.Open().Summaries().Select(summary => (summary.Info.Id, summary.State, summary.Paths))];
        Assert.Contains((complete, SpoolState.Complete, 6), seen);
        Assert.Contains((written.Info.Id, SpoolState.Writing, 6), seen);

        // The copy of its folder holds the other one's id.
        Assert.Equal(3, seen.Length);
        Assert.Contains(seen, stream => stream is { Item2: SpoolState.Interrupted, Item3: 6 });

        SpoolDirectory directory = _folder.Open();
        Assert.Contains("is in use", Assert.Throws<SpoolException>(() => directory.Remove(written.Info.Id)).Message, StringComparison.Ordinal);
        using (Spool reading = directory.Open(complete))
        {
            Assert.Contains("is in use", Assert.Throws<SpoolException>(() => directory.Remove(complete)).Message, StringComparison.Ordinal);
        }

        directory.Remove(complete);
        directory.Remove(interrupted);
        Assert.Equal([written.Info.Id], directory.List().Select(info => info.Id));
        Assert.Throws<SpoolException>(() => directory.Remove(complete));
        Assert.Throws<SpoolException>(() => directory.Remove("../" + written.Info.Id));
    }

    [Fact]
    public async Task When_they_take_too_much_the_oldest_go_first()
    {
        var ids = new List<string>();
        for (int i = 0; i < 5; i++)
        {
            ids.Add(await _folder.WriteWholeAsync(chunks: 1, pathsEach: 20));
            MakeOlder(ids[^1], TimeSpan.FromHours(10 - i));
        }

        long size = SpoolFiles.Size(_folder.FolderOf(ids[0]));
        var limits = new SpoolLimits { KeepBytes = (size * 2) + (size / 2) };
        Assert.Equal(ids[..3].Order(), _folder.Open(limits).Sweep().Order());
        Assert.Equal(ids[3..].Order(), _folder.Open().List().Select(info => info.Id).Order());
    }

    [Fact]
    public async Task A_stream_being_written_stays_however_old_and_large()
    {
        using Spool spool = await _folder.WriteAsync(chunks: 3, pathsEach: 20);
        MakeOlder(spool.Info.Id, TimeSpan.FromDays(100));
        Assert.Empty(_folder.Open(new SpoolLimits { KeepFor = TimeSpan.Zero, KeepBytes = 0 }).Sweep());
        SpoolChecks.NumberedPathsAreThere(spool, 0, 60);
    }

    [Fact]
    public void What_an_engine_left_half_made_or_half_removed_goes()
    {
        foreach (string name in new[] { ".new-" + new string('a', 32), ".old-" + new string('b', 32), "something else" })
        {
            string folder = Directory.CreateDirectory(Path.Combine(_folder.Root, name)).FullName;
            File.WriteAllText(Path.Combine(folder, "lock"), "");
            Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow.AddHours(-1));
        }

        string young = Directory.CreateDirectory(Path.Combine(_folder.Root, ".new-" + new string('c', 32))).FullName;
        _folder.Open().Sweep();
        Assert.Equal([young, Path.Combine(_folder.Root, "something else")], Directory.EnumerateDirectories(_folder.Root).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, 0, 1, 1)]
    [InlineData(1, 1, -1, 1)]
    [InlineData(1, 1, 1, 0)]
    public void Limits_that_make_no_sense_are_refused(long maxBytes, long segmentBytes, long keepBytes, int retryMilliseconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _folder.Open(new SpoolLimits { MaxBytes = maxBytes, SegmentBytes = segmentBytes, KeepBytes = keepBytes, RetryInterval = TimeSpan.FromMilliseconds(retryMilliseconds) }));

    public void Dispose() => _folder.Dispose();

    // As if the machine had been started anew since it was written.
    private void MakeOlder(string id, TimeSpan age)
    {
        string folder = _folder.FolderOf(id);
        foreach (string file in Directory.EnumerateFiles(folder, "*.json"))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace(MachineClock.Now.Boot, "an earlier one", StringComparison.Ordinal));
        }

        MakeSeemOlder(id, age);
    }

    // As if the clock on the wall had been set ahead since it was written.
    private void MakeSeemOlder(string id, TimeSpan age) =>
        File.SetLastWriteTimeUtc(Path.Combine(_folder.FolderOf(id), "index"), DateTime.UtcNow - age);
}
