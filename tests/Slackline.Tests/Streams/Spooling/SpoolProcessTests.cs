using Slackline.Streams.Spooling;

namespace Slackline.Tests.Streams.Spooling;

/// <summary>Several engines on one state directory, some of which die.</summary>
public sealed class SpoolProcessTests : IDisposable
{
    private readonly SpoolFolder _folder = new();

    [Fact]
    public async Task Kill_9_at_any_moment_loses_nothing_that_was_acknowledged()
    {
        const int Kills = 25;
        const int PathsEach = 20;
        var random = new Random(20261125);
        int tails = 0;
        for (int i = 0; i < Kills; i++)
        {
            // Segments of a few chunks, so that some are hit while they are closed and begun.
            using SpoolerProcess engine = await SpoolerProcess.StartAsync(_folder.Root, int.MaxValue, PathsEach, segmentBytes: 30_000);
            int chunks = random.Next(60);
            for (int seen = 0; seen < chunks; seen++)
            {
                Assert.True(await engine.NextAsync());
            }

            // Half of them whenever it is, half of them as soon as a chunk's first bytes are seen in a file.
            if (i % 2 == 0)
            {
                await Task.Delay(TimeSpan.FromMicroseconds(random.Next(3000)), TestContext.Current.CancellationToken);
            }
            else
            {
                WaitForGrowth(_folder.FolderOf(engine.Id));
            }

            await engine.KillAsync();
            using Spool spool = _folder.Open().Open(engine.Id);
            Assert.Equal(SpoolState.Interrupted, spool.State);
            Assert.Equal(0, spool.Recovery!.LostChunks);

            // It may have acknowledged one more than it came to say.
            Assert.InRange(spool.Paths, engine.Acknowledged, engine.Acknowledged + PathsEach);
            Assert.Equal(0, spool.Paths % PathsEach);
            SpoolChecks.NumberedPathsAreThere(spool, 0, spool.Paths);
            ArrowFiles.AreWhole(spool, spool.Paths);
            tails += spool.Recovery.TornBytes > 0 ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage($"{Kills} engines killed, {tails} of them within a chunk");
    }

    // Without sleeping: the moment between a chunk's first byte and its last is short.
    private static void WaitForGrowth(string folder)
    {
        long size = SpoolFiles.Size(folder);
        while (SpoolFiles.Size(folder) == size)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public async Task A_stream_that_another_engine_writes_is_left_alone()
    {
        using SpoolerProcess engine = await SpoolerProcess.StartAsync(_folder.Root, int.MaxValue, 10, segmentBytes: 30_000);
        Assert.True(await engine.NextAsync());
        SpoolDirectory here = _folder.Open(new SpoolLimits { KeepFor = TimeSpan.Zero, KeepBytes = 0 });
        Assert.Equal($"Stream {engine.Id} is being written by another engine; it can be opened here once that has ended.", Assert.Throws<SpoolException>(() => here.Open(engine.Id)).Message);
        Assert.Empty(here.Sweep());
        using (Spool mine = await _folder.WriteAsync(chunks: 20, pathsEach: 10))
        {
            SpoolChecks.NumberedPathsAreThere(mine, 0, 200);
        }

        Assert.True(await engine.NextAsync());
        await engine.KillAsync();
        using (Spool theirs = here.Open(engine.Id))
        {
            Assert.NotNull(theirs.Recovery);
            SpoolChecks.NumberedPathsAreThere(theirs, 0, theirs.Paths);
            Assert.DoesNotContain(engine.Id, here.Sweep());
        }

        Assert.Contains(engine.Id, here.Sweep());
    }

    [Fact]
    public async Task Two_engines_write_side_by_side_and_read_what_the_other_completed()
    {
        using SpoolerProcess first = await SpoolerProcess.StartAsync(_folder.Root, 30, 10, segmentBytes: 30_000);
        using SpoolerProcess second = await SpoolerProcess.StartAsync(_folder.Root, 30, 10, segmentBytes: 30_000);
        while (await first.NextAsync() | await second.NextAsync())
        {
        }

        await first.EndAsync();
        await second.EndAsync();
        foreach (SpoolerProcess engine in new[] { first, second })
        {
            using Spool spool = _folder.Open().Open(engine.Id);
            using Spool again = _folder.Open().Open(engine.Id);
            Assert.Equal((SpoolState.Complete, 300L, null), (spool.State, spool.Paths, spool.Recovery));
            SpoolChecks.NumberedPathsAreThere(again, 0, 300);
        }
    }

    [Fact]
    public async Task The_state_directory_is_where_the_environment_says()
    {
        Assert.Equal("/somewhere/state", await SpoolerProcess.DefaultRootAsync(new Dictionary<string, string> { ["SLACKLINE_STATE"] = "/somewhere/state", ["XDG_STATE_HOME"] = "/elsewhere" }));
        Assert.Equal("/elsewhere/slackline", await SpoolerProcess.DefaultRootAsync(new Dictionary<string, string> { ["SLACKLINE_STATE"] = "", ["XDG_STATE_HOME"] = "/elsewhere" }));
        Assert.Equal("/home/somebody/.local/state/slackline", await SpoolerProcess.DefaultRootAsync(new Dictionary<string, string> { ["SLACKLINE_STATE"] = "", ["XDG_STATE_HOME"] = "not/absolute", ["HOME"] = "/home/somebody" }));
    }

    public void Dispose() => _folder.Dispose();
}
