using Slackline.Spooler;
using Slackline.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Tests.Streams.Spooling;

/// <summary>When there is no room, writers wait: for the quota, and for the disk.</summary>
public sealed class SpoolRoomTests : IDisposable
{
    private readonly SpoolFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_the_quota_a_writer_waits_and_goes_on_when_there_is_room()
    {
        var limits = new SpoolLimits { MaxBytes = 400_000, RetryInterval = TimeSpan.FromMilliseconds(10) };
        string other = await _folder.WriteWholeAsync(chunks: 10, pathsEach: 100);
        long held = SpoolFiles.Size(_folder.FolderOf(other));
        Assert.InRange(held, 50_000, 200_000);
        using Spool spool = _folder.Open(limits).Create("waits");
        await using var writing = new EndlessWriting(spool);
        await Waiting.Until(() => spool.State == SpoolState.WaitingForQuota);
        long waited = spool.Paths;
        await Task.Delay(200, Cancellation);
        Assert.Equal((waited, SpoolState.WaitingForQuota), (spool.Paths, spool.State));
        Assert.InRange(SpoolFiles.Size(_folder.Root), 300_000, limits.MaxBytes);
        SpoolChecks.NumberedPathsAreThere(spool, 0, waited);

        Directory.Delete(_folder.FolderOf(other), recursive: true);
        await Waiting.Until(() => spool.Paths > waited && spool.State == SpoolState.WaitingForQuota);
        Assert.InRange(SpoolFiles.Size(_folder.Root), 300_000, limits.MaxBytes);
        SpoolChecks.NumberedPathsAreThere(spool, 0, spool.Paths);
    }

    [Fact]
    public async Task A_writer_that_waits_lets_retention_make_room()
    {
        Spool other = await _folder.WriteAsync(chunks: 10, pathsEach: 100);
        var limits = new SpoolLimits { MaxBytes = 300_000, KeepFor = TimeSpan.Zero, RetryInterval = TimeSpan.FromMilliseconds(10) };
        using Spool spool = _folder.Open(limits).Create("waits");
        await using var writing = new EndlessWriting(spool);
        await Waiting.Until(() => spool.State == SpoolState.WaitingForQuota);
        long waited = spool.Paths;
        Assert.True(Directory.Exists(other.FolderPath));
        other.Dispose();
        await Waiting.Until(() => spool.Paths > waited);
        Assert.False(Directory.Exists(other.FolderPath));
    }

    [Fact]
    public async Task Waiting_for_the_quota_can_be_cancelled_and_leaves_nothing_of_the_chunk()
    {
        using Spool spool = _folder.Open(new SpoolLimits { MaxBytes = 100_000, RetryInterval = TimeSpan.FromMilliseconds(10) }).Create("waits");
        var writing = new EndlessWriting(spool);
        await Waiting.Until(() => spool.State == SpoolState.WaitingForQuota);
        long size = spool.SizeInBytes;
        await writing.DisposeAsync();
        Assert.Equal((SpoolState.Writing, size), (spool.State, spool.SizeInBytes));

        // It can end nevertheless.
        await spool.Writer!.CompleteAsync(SpoolState.Cancelled, Cancellation);
        Assert.Equal(SpoolState.Cancelled, spool.State);
        SpoolChecks.NumberedPathsAreThere(spool, 0, spool.Paths);
        ArrowFiles.AreWhole(spool, spool.Paths);
    }

    [Fact]
    public async Task On_a_full_disk_a_writer_waits_and_goes_on_when_there_is_room()
    {
        using var disk = new SmallDisk("2m");
        string ballast = Path.Combine(disk.Root, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[500_000], Cancellation);
        var limits = new SpoolLimits { SegmentBytes = 100_000, RetryInterval = TimeSpan.FromMilliseconds(10) };
        SpoolDirectory directory = SpoolDirectory.At(Path.Combine(disk.Root, "state"), limits);
        using Spool spool = directory.Create("full");
        await using var writing = new EndlessWriting(spool);
        for (int freed = 0; freed < 2; freed++)
        {
            long before = spool.Paths;
            await Waiting.Until(() => spool.State == SpoolState.DiskFull && spool.Paths > before);
            long waited = spool.Paths;
            await Task.Delay(100, Cancellation);
            Assert.Equal((waited, SpoolState.DiskFull), (spool.Paths, spool.State));
            SpoolChecks.NumberedPathsAreThere(spool, 0, waited);

            // As it would be found if the engine were killed now.
            string crashed = _folder.Crash(spool, _folder.Root);
            using (Spool recovered = _folder.Open().Open(crashed))
            {
                Assert.Equal(waited, recovered.Paths);
                SpoolChecks.NumberedPathsAreThere(recovered, 0, waited);
                ArrowFiles.AreWhole(recovered, waited);
            }

            await using FileStream file = File.OpenWrite(ballast);
            file.SetLength(freed == 0 ? 250_000 : 0);
        }
    }

    [Fact]
    public async Task Waiting_for_the_disk_can_be_cancelled_and_the_spool_ends_once_there_is_room()
    {
        using var disk = new SmallDisk("1m");
        string ballast = Path.Combine(disk.Root, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[100_000], Cancellation);
        SpoolDirectory directory = SpoolDirectory.At(Path.Combine(disk.Root, "state"), new SpoolLimits { RetryInterval = TimeSpan.FromMilliseconds(10) });
        using Spool spool = directory.Create("full");
        var writing = new EndlessWriting(spool);
        await Waiting.Until(() => spool.State == SpoolState.DiskFull);
        await writing.DisposeAsync();
        Assert.Equal(SpoolState.Writing, spool.State);

        // What is left of the disk goes, too.
        disk.Fill("more");

        Task ending = Task.Run(() => spool.Writer!.CompleteAsync(cancellation: Cancellation).AsTask(), Cancellation);
        await Waiting.Until(() => spool.State == SpoolState.DiskFull);
        File.Delete(ballast);
        await ending;
        Assert.Equal(SpoolState.Complete, spool.State);
        SpoolChecks.NumberedPathsAreThere(spool, 0, spool.Paths);
        ArrowFiles.AreWhole(spool, spool.Paths);
    }

    [Fact]
    public async Task A_writer_whose_patience_is_over_says_what_is_full_and_goes_on_when_there_is_room()
    {
        string other = await _folder.WriteWholeAsync(chunks: 10, pathsEach: 100);
        var limits = new SpoolLimits { MaxBytes = SpoolFiles.Size(_folder.Root) + 20_000, RetryInterval = TimeSpan.FromMilliseconds(10) };
        using Spool spool = _folder.Open(limits).Create("waits");
        spool.Writer!.Patience = TimeSpan.FromMilliseconds(50);
        var chunk = new PathChunk();
        SpoolException full = await Assert.ThrowsAsync<SpoolException>(async () =>
        {
            while (true)
            {
                await spool.Writer.AppendAsync(NumberedPaths.Fill(chunk, spool.Paths, 100), Cancellation);
            }
        });
        Assert.StartsWith($"There is no room in {_folder.Root}: the state directory is at its quota of 0.", full.Message, StringComparison.Ordinal);
        Assert.Contains("'slackline streams --remove ID'", full.Message, StringComparison.Ordinal);
        Assert.Equal(SpoolState.Writing, spool.State);
        Directory.Delete(_folder.FolderOf(other), recursive: true);
        await spool.Writer.AppendAsync(NumberedPaths.Fill(chunk, spool.Paths, 100), Cancellation);
        SpoolChecks.NumberedPathsAreThere(spool, 0, spool.Paths);
    }

    [Fact]
    public async Task A_spool_is_recovered_even_on_a_full_disk()
    {
        using var disk = new SmallDisk("1m");
        SpoolDirectory directory = SpoolDirectory.At(Path.Combine(disk.Root, "state"), new SpoolLimits { RetryInterval = TimeSpan.FromMilliseconds(10) });
        string id;
        using (Spool spool = await _folder.WriteAsync(chunks: 3, pathsEach: 10))
        {
            id = _folder.Crash(spool, directory.Root);
        }

        disk.Fill("ballast");
        using (Spool full = directory.Open(id))
        {
            SpoolChecks.NumberedPathsAreThere(full, 0, 30);
        }

        File.Delete(Path.Combine(disk.Root, "ballast"));
        using Spool roomy = directory.Open(id);
        Assert.Equal(SpoolState.Interrupted, roomy.State);
        SpoolChecks.NumberedPathsAreThere(roomy, 0, 30);
        ArrowFiles.AreWhole(roomy, 30);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes to a spool until it is disposed of, when it must still be at it.</summary>
    private sealed class EndlessWriting : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        private readonly Task _writing;

        public EndlessWriting(Spool spool)
        {
            _writing = Task.Run(async () =>
            {
                for (var chunk = new PathChunk(); ;)
                {
                    await spool.Writer!.AppendAsync(NumberedPaths.Fill(chunk, spool.Paths, 20), _stop.Token);
                }
            });
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _writing);
            _stop.Dispose();
        }
    }
}
