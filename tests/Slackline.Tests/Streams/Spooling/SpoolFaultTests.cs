using Slackline.Spooler;
using Slackline.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Tests.Streams.Spooling;

/// <summary>What is left when things go wrong: everything acknowledged, or an error that says what is not.</summary>
public sealed class SpoolFaultTests : IDisposable
{
    private readonly SpoolFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chunk_torn_at_any_byte_is_cut_off_and_the_others_are_there()
    {
        string before;
        string after;
        using (Spool spool = await _folder.WriteAsync(chunks: 2, pathsEach: 1))
        {
            before = _folder.FolderOf(_folder.Crash(spool));
            await spool.Writer!.AppendAsync(NumberedPaths.Fill(new PathChunk(), 2, 1), Cancellation);
            after = _folder.FolderOf(_folder.Crash(spool));
        }

        // The order in which they are written.
        string[] files = ["paths-000001.arrow", "points-000001.arrow", "index"];
        byte[][] whole = [.. files.Select(file => File.ReadAllBytes(Path.Combine(after, file)))];
        int[] old = [.. files.Select(file => (int)new FileInfo(Path.Combine(before, file)).Length)];
        SpoolDirectory directory = _folder.Open();
        for (int torn = 0; torn < files.Length; torn++)
        {
            for (int length = old[torn]; length < whole[torn].Length; length++)
            {
                for (int file = 0; file < files.Length; file++)
                {
                    int bytes = file < torn ? whole[file].Length : file > torn ? old[file] : length;
                    using FileStream stream = new(Path.Combine(after, files[file]), FileMode.Create);
                    stream.Write(whole[file], 0, bytes);
                }

                File.Delete(Path.Combine(after, "end.json"));
                using Spool spool = directory.Open(Path.GetFileName(after));
                long tail = length - old[torn] + Enumerable.Range(0, torn).Sum(file => whole[file].Length - old[file]);
                Assert.Equal(new SpoolRecovery(Paths: 2, TornBytes: tail, LostChunks: 0), spool.Recovery);
                Assert.Equal((2L, SpoolState.Interrupted), (spool.Paths, spool.State));
                if (length % 50 == 0)
                {
                    SpoolChecks.NumberedPathsAreThere(spool, 0, 2);
                    ArrowFiles.AreWhole(spool, paths: 2);
                }
            }
        }
    }

    [Fact]
    public async Task A_recovered_spool_says_so_once_and_is_whole_afterwards()
    {
        string id;
        using (Spool spool = await _folder.WriteAsync(chunks: 5, pathsEach: 20, new SpoolLimits { SegmentBytes = 10_000 }))
        {
            id = _folder.Crash(spool);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FolderOf(id), "paths-000009.arrow"), "a segment that was begun and never used", Cancellation);
        File.Move(Path.Combine(_folder.FolderOf(id), "paths-000009.arrow"), Path.Combine(_folder.FolderOf(id), $"paths-{Directory.GetFiles(_folder.FolderOf(id), "paths-*").Length:000000}.arrow"));
        using (Spool spool = _folder.Open().Open(id))
        {
            Assert.Equal(new SpoolRecovery(Paths: 100, TornBytes: 39, LostChunks: 0), spool.Recovery);
            Assert.Equal("The engine that wrote this stream went away. All 100 acknowledged paths are there; 39 bytes of a torn tail were cut off.", spool.Recovery!.ToString());
            SpoolChecks.NumberedPathsAreThere(spool, 0, 100);
            ArrowFiles.AreWhole(spool, paths: 100);
        }

        using Spool again = _folder.Open().Open(id);
        Assert.Null(again.Recovery);
        Assert.Equal(SpoolState.Interrupted, again.State);
    }

    [Fact]
    public async Task Chunks_that_the_disk_lost_with_the_power_are_counted()
    {
        string id;
        using (Spool spool = await _folder.WriteAsync(chunks: 3, pathsEach: 5))
        {
            id = _folder.Crash(spool);
        }

        using (FileStream points = File.OpenWrite(Path.Combine(_folder.FolderOf(id), "points-000001.arrow")))
        {
            points.SetLength(points.Length - 1);
        }

        using Spool again = _folder.Open().Open(id);
        Assert.Equal((10L, 1L), (again.Recovery!.Paths, again.Recovery.LostChunks));
        SpoolChecks.NumberedPathsAreThere(again, 0, 10);
    }

    [Theory]
    [InlineData("paths-000001.arrow")]
    [InlineData("points-000001.arrow")]
    public async Task A_flipped_byte_is_named_and_spoils_one_chunk_only(string name)
    {
        string id = await _folder.WriteWholeAsync(chunks: 5, pathsEach: 10);
        string file = Path.Combine(_folder.FolderOf(id), name);
        byte[] intact = await File.ReadAllBytesAsync(file, Cancellation);
        var spoilt = new HashSet<long>();
        var page = new PathChunk();
        for (int at = 40; at < intact.Length; at += 97)
        {
            byte[] damaged = [.. intact];
            damaged[at] ^= 0x10;
            await File.WriteAllBytesAsync(file, damaged, Cancellation);
            using Spool spool = _folder.Open().Open(id);
            using SpoolReader reader = spool.OpenReader();
            for (int chunk = 0; chunk < 5; chunk++)
            {
                try
                {
                    Assert.Equal(10, reader.Read(chunk * 10, 10, page));
                    Assert.Equal(chunk * 10, NumberedPaths.NumberOf(page[0]));
                }
                catch (SpoolCorruptedException error)
                {
                    spoilt.Add(chunk);
                    Assert.Equal((file, chunk * 10L, 10L), (error.FileName, error.FirstPath, error.PathCount));
                    Assert.InRange(at, error.Offset, intact.Length);
                    Assert.Equal($"{file} is corrupted at byte {error.Offset}: its checksum differs. Paths {chunk * 10} to {(chunk * 10) + 9} cannot be read; others can.", error.Message);
                }
            }
        }

        Assert.Equal([0, 1, 2, 3, 4], spoilt.Order());
    }

    [Fact]
    public async Task A_page_ends_before_a_part_that_cannot_be_read()
    {
        string id = await _folder.WriteWholeAsync(chunks: 3, pathsEach: 10);
        string file = Path.Combine(_folder.FolderOf(id), "paths-000001.arrow");
        using Spool spool = _folder.Open().Open(id);
        using SpoolReader reader = spool.OpenReader();
        var page = new PathChunk();
        long second = Damage(reader, file, first: 10);
        Assert.Equal(5, reader.Read(5, 100, page));
        Assert.Equal(second, Assert.Throws<SpoolCorruptedException>(() => reader.Read(10, 100, page)).Offset);
        Assert.Equal(10, reader.Read(20, 100, page));
    }

    [Fact]
    public async Task A_damaged_index_entry_hides_its_own_chunk_only()
    {
        string id = await _folder.WriteWholeAsync(chunks: 7, pathsEach: 10);
        string file = Path.Combine(_folder.FolderOf(id), "index");
        byte[] intact = await File.ReadAllBytesAsync(file, Cancellation);
        var page = new PathChunk();
        int entry = intact.Length / 7;

        for (int first = 0; first < 7; first++)
        {
            for (int count = 1; first + count <= 7; count++)
            {
                byte[] damaged = [.. intact];
                for (int i = first; i < first + count; i++)
                {
                    damaged[(i * entry) + 20] ^= 1;
                }

                await File.WriteAllBytesAsync(file, damaged, Cancellation);
                using Spool spool = _folder.Open().Open(id);
                using SpoolReader reader = spool.OpenReader();
                for (int path = 0; path < 70; path++)
                {
                    if (path / 10 >= first && path / 10 < first + count)
                    {
                        SpoolCorruptedException error = Assert.Throws<SpoolCorruptedException>(() => reader.Read(path, 1, page));
                        Assert.Equal((file, first * 10L, count * 10L), (error.FileName, error.FirstPath, error.PathCount));
                    }
                    else
                    {
                        Assert.Equal(1, reader.Read(path, 1, page));
                        Assert.Equal(path, NumberedPaths.NumberOf(page[0]));
                    }
                }
            }
        }
    }

    [Fact]
    public async Task An_index_that_ends_too_early_is_an_error_and_no_shorter_stream()
    {
        string id = await _folder.WriteWholeAsync(chunks: 3, pathsEach: 10);
        string file = Path.Combine(_folder.FolderOf(id), "index");
        byte[] intact = await File.ReadAllBytesAsync(file, Cancellation);
        var page = new PathChunk();
        for (int length = 0; length < intact.Length; length++)
        {
            await File.WriteAllBytesAsync(file, intact[..length], Cancellation);
            using Spool spool = _folder.Open().Open(id);
            Assert.Equal(30, spool.Paths);
            using SpoolReader reader = spool.OpenReader();
            int left = length / (intact.Length / 3) * 10;
            Assert.Equal(left, left == 0 ? 0 : reader.Read(0, 30, page));
            SpoolCorruptedException error = Assert.Throws<SpoolCorruptedException>(() => reader.Read(left + 5, 1, page));
            Assert.Equal((file, (long)left, 30L - left), (error.FileName, error.FirstPath, error.PathCount));
        }
    }

    [Fact]
    public async Task A_file_that_is_missing_or_cut_is_named()
    {
        string id = await _folder.WriteWholeAsync(chunks: 3, pathsEach: 10);
        string file = Path.Combine(_folder.FolderOf(id), "points-000001.arrow");
        using Spool spool = _folder.Open().Open(id);
        using SpoolReader reader = spool.OpenReader();
        var page = new PathChunk();
        using (FileStream stream = File.OpenWrite(file))
        {
            stream.SetLength(5_000);
        }

        Assert.Contains("the file ends at byte 5000", Assert.Throws<SpoolCorruptedException>(() => reader.Read(20, 10, page)).Message, StringComparison.Ordinal);
        File.Delete(file);
        Assert.Contains("points-000001.arrow is corrupted", Assert.Throws<SpoolCorruptedException>(() => reader.Read(0, 10, page)).Message, StringComparison.Ordinal);
        Assert.Equal(10, reader.ReadSummaries(0, 10, page));
    }

    public void Dispose() => _folder.Dispose();

    // Flips a byte in the middle of the chunk that has a path, and returns where the chunk's part of the file begins.
    private static long Damage(SpoolReader reader, string file, long first)
    {
        byte[] bytes = File.ReadAllBytes(file);
        for (int at = bytes.Length - 2000; ; at -= 100)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 1;
            File.WriteAllBytes(file, damaged);
            try
            {
                reader.Read(first, 1, new PathChunk());
            }
            catch (SpoolCorruptedException error)
            {
                return error.Offset;
            }
        }
    }
}
