using CsCheck;
using Slackline.Arrow;
using Slackline.Reports.Reading;
using Slackline.Spooler;
using Slackline.Streams.Spooling;
using Slackline.Tests.Reports;
using Slackline.Tests.Reports.Paths;
using Slackline.Tests.Reports.Properties;
using Slackline.Timing;

namespace Slackline.Tests.Streams.Spooling;

/// <summary>What is written is read back, to the last byte.</summary>
public sealed class SpoolRoundTripTests : IDisposable
{
    private readonly SpoolFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> Samples => new()
    {
        { SamplePaths.Wrapped, 1, nameof(PathFormat.Full) },
        { SamplePaths.Fields, 1, nameof(PathFormat.Full) },
        { SamplePaths.Latch, 1, nameof(PathFormat.Full) },
        { SamplePaths.Unconstrained, 1, nameof(PathFormat.Full) },
        { SamplePaths.Attributes, 1, nameof(PathFormat.Full) },
        { SamplePaths.Statistical, 1, nameof(PathFormat.Full) },
        { SamplePaths.Skewed, 1, nameof(PathFormat.Full) },
        { SamplePaths.Short + "\n\n", 1, nameof(PathFormat.Full) },
        { SamplePaths.Wrapped.ReplaceLineEndings("\r\n"), 1, nameof(PathFormat.Full) },
        { SamplePaths.Wrapped + "\n\n" + SamplePaths.Fields + "\n\n" + SamplePaths.Latch, 3, nameof(PathFormat.Full) },
        { ListSamples.End, 3, nameof(PathFormat.End) },
        { ListSamples.Summary, 3, nameof(PathFormat.Summary) },
        { ListSamples.SlackOnly, 3, nameof(PathFormat.SlackOnly) },
        { JsonSamples.List(JsonSamples.Check), 1, nameof(PathFormat.Json) },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_report_in_any_format_comes_back(string report, int paths, string format)
    {
        PathChunk chunk = Read(report.Latin1Bytes());
        Assert.Equal(paths, chunk.Count);
        Assert.Equal(format, $"{chunk.Format[0]}");
        await AssertComesBack(chunk, new PathChunk());
    }

    [Fact]
    public async Task Units_come_back_with_the_numbers_that_they_are_for()
    {
        var chunk = new PathChunk();
        byte[] report = JsonSamples.List(JsonSamples.Check).Latin1Bytes();
        new ReportReader(new TimingUnits(1e-12, 1e-15)).Read(report, isFinal: true, chunk, new DiscardSink(), out int _);
        await AssertComesBack(chunk, new PathChunk());
    }

    [Theory]
    [InlineData("corpus/opensta")]
    [InlineData("corpus/openroad")]
    [InlineData("captures")]
    public async Task Every_path_of_the_shared_reports_comes_back(string directory)
    {
        string shared = SharedReports.Find(directory);
        Assert.SkipWhen(shared.Length == 0, $"../shared/{directory} is not there");
        using Spool spool = _folder.Open().Create(directory);
        using SpoolReader reader = spool.OpenReader();
        var again = new PathChunk();
        foreach (string file in Directory.EnumerateFiles(shared, "*", SearchOption.AllDirectories))
        {
            PathChunk chunk = Read(await File.ReadAllBytesAsync(file, Cancellation));
            long first = spool.Paths;
            await spool.Writer!.AppendAsync(chunk, Cancellation);
            Assert.Equal(chunk.Count, reader.Read(first, PathChunk.Capacity, again));
            if (chunk.Count > 0)
            {
                SpoolChecks.AreSame(chunk, again);
            }
        }

        Assert.NotEqual(0, spool.Paths);
    }

    [Fact]
    [Property]
    public void Any_path_comes_back()
    {
        using Spool spool = _folder.Open().Create("any");
        using SpoolReader reader = spool.OpenReader();
        var again = new PathChunk();
        Gen.Select(PathSpecGen.Any, Gen.Bool).Holds(
            (spec, carriageReturns) =>
            {
                PathChunk chunk = PathSpecWriter.Build(spec, carriageReturns);
                long first = spool.Paths;
                spool.Writer!.AppendAsync(chunk, Cancellation).AsTask().Wait(Cancellation);
                Assert.Equal(chunk.Count, reader.Read(first, PathChunk.Capacity, again));
                SpoolChecks.AreSame(chunk, again);
            },
            iter: 500,
            threads: 1,
            print: static sample => PathSpecWriter.Print(sample.Item1, sample.Item2));
    }

    [Fact]
    [Property]
    public void Any_bytes_are_a_name()
    {
        Gen.Byte.Array[0, 40].Holds(static name =>
        {
            byte[] encoded = new byte[LosslessUtf8.MaxEncodedLength(name.Length)];
            encoded = encoded[..LosslessUtf8.Encode(name, encoded)];
            Assert.True(System.Text.Unicode.Utf8.IsValid(encoded));
            byte[] decoded = new byte[encoded.Length];
            Assert.Equal(name, decoded[..LosslessUtf8.Decode(encoded, decoded)]);
        });

        // The characters that stand for bytes are names, too.
        byte[] standIn = "\uEF80\uEFFFé"u8.ToArray();
        byte[] written = new byte[LosslessUtf8.MaxEncodedLength(standIn.Length)];
        int length = LosslessUtf8.Encode(standIn, written);
        byte[] read = new byte[length];
        Assert.Equal(standIn, read[..LosslessUtf8.Decode(written.AsSpan(0, length), read)]);
    }

    [Fact]
    public async Task A_chunk_that_was_used_before_shows_nothing_of_it()
    {
        var used = new PathChunk();
        using Spool spool = _folder.Open().Create("two");
        using SpoolReader reader = spool.OpenReader();
        PathChunk fields = Read(SamplePaths.Fields.Latin1Bytes());
        PathChunk wrapped = Read(SamplePaths.Wrapped.Latin1Bytes());
        await spool.Writer!.AppendAsync(fields, Cancellation);
        await spool.Writer.AppendAsync(wrapped, Cancellation);
        reader.Read(0, 1, used);
        SpoolChecks.AreSame(fields, used);
        reader.Read(1, 1, used);
        Assert.True(used[0].Rows.All(row => double.IsNaN(row.Slew)));
        Assert.Equal(Slackline.Reports.Paths.PathRenderer.ToText(wrapped[0]), Slackline.Reports.Paths.PathRenderer.ToText(used[0]));
    }

    [Fact]
    public async Task Pages_are_cut_anywhere_also_while_the_stream_is_written()
    {
        using Spool spool = await _folder.WriteAsync(chunks: 4, pathsEach: 30, new SpoolLimits { SegmentBytes = 10_000 });
        using SpoolReader reader = spool.OpenReader();
        var page = new PathChunk();
        for (int first = 0; first < 120; first += 7)
        {
            foreach (int count in new[] { 1, 29, 30, 31, 120 })
            {
                Assert.Equal(Math.Min(count, 120 - first), reader.Read(first, count, page));
                Assert.Equal(Enumerable.Range(first, page.Count), Enumerable.Range(0, page.Count).Select(i => (int)NumberedPaths.NumberOf(page[i])));
            }
        }

        Assert.Equal(0, reader.Read(120, 10, page));
        Assert.Equal(0, page.Count);
        await spool.Writer!.AppendAsync(NumberedPaths.Fill(new PathChunk(), 120, 5), Cancellation);
        Assert.Equal(5, reader.Read(120, 10, page));
    }

    [Fact]
    public async Task Summaries_come_without_rows_and_from_the_small_file_alone()
    {
        using Spool spool = await _folder.WriteAsync(chunks: 2, pathsEach: 10);
        foreach (string points in Directory.GetFiles(spool.FolderPath, "points-*"))
        {
            File.Delete(points);
        }

        using SpoolReader reader = spool.OpenReader();
        var page = new PathChunk();
        Assert.Equal(15, reader.ReadSummaries(5, 15, page));
        Assert.Equal(0, page.RowCount);
        Assert.Null(page[3].Layout);
        PathChunk expected = NumberedPaths.Fill(new PathChunk(), 8, 1);
        Assert.Equal(
            (expected[0].Slack, expected[0].Startpoint, expected[0].EndpointDetail, expected[0].PathGroup, expected[0].PathType, expected[0].Digits),
            (page[3].Slack, page[3].Startpoint, page[3].EndpointDetail, page[3].PathGroup, page[3].PathType, page[3].Digits));
    }

    [Fact]
    public async Task Summaries_of_lists_are_whole()
    {
        PathChunk chunk = Read(ListSamples.End.Latin1Bytes());
        using Spool spool = _folder.Open().Create("list");
        await spool.Writer!.AppendAsync(chunk, Cancellation);
        using SpoolReader reader = spool.OpenReader();
        var page = new PathChunk();
        reader.ReadSummaries(0, 10, page);
        SpoolChecks.AreSame(chunk, page);
    }

    public void Dispose() => _folder.Dispose();

    private static PathChunk Read(byte[] report)
    {
        var chunk = new PathChunk { MaxSizeInBytes = 100_000_000 };
        BlockRecorder.Read(report, chunk: chunk);
        return chunk;
    }

    private async Task AssertComesBack(PathChunk chunk, PathChunk into)
    {
        using Spool spool = _folder.Open().Create("sample");
        await spool.Writer!.AppendAsync(chunk, Cancellation);
        using SpoolReader reader = spool.OpenReader();
        Assert.Equal(chunk.Count, reader.Read(0, PathChunk.Capacity, into));
        SpoolChecks.AreSame(chunk, into);
    }
}
