using System.IO.Compression;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Slackline.Reports.Files;
using Slackline.Reports.Parallel;
using Slackline.Timing;
using ZstdSharp;

namespace Slackline.Tests.Reports;

public sealed class SavedReportTests : IDisposable
{
    private static readonly byte[] s_text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(i => $"line {i * 7919 % 1000} of a report\n")));
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("saved-report-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Compression_is_recognised_by_content()
    {
        Assert.Equal(s_text, ReadAll(Save(s_text), out _));
        Assert.Equal(s_text, ReadAll(Save(Gzip(s_text)), out _));
        using var compressor = new Compressor();
        Assert.Equal(s_text, ReadAll(Save(compressor.Wrap(s_text).ToArray()), out _));
    }

    [Fact]
    public void Cut_compressed_data_end_where_they_are_cut_and_say_so()
    {
        byte[] gzip = Gzip(s_text);
        byte[] read = ReadAll(Save(gzip[..(gzip.Length / 2)]), out string? fault);
        Assert.True(s_text.AsSpan().StartsWith(read));
        Assert.NotEmpty(read);
        Assert.Contains("end early", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_report_gets_a_clear_error()
    {
        Assert.Contains("is empty", Refusal(Save([])), StringComparison.Ordinal);
        Assert.Contains("a zero byte at offset 3", Refusal(Save("abc\0def"u8.ToArray())), StringComparison.Ordinal);
        Assert.Contains("There is no file", Refusal(Path.Combine(_directory.FullName, "absent")), StringComparison.Ordinal);
        Assert.Contains("is a directory", Refusal(_directory.FullName), StringComparison.Ordinal);
        Assert.Contains("cannot be decompressed", Refusal(Save(Gzip(s_text)[..10])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Reading_on_several_cores_can_be_cancelled_and_goes_on_where_it_was(int threads)
    {
        using SafeFileHandle file = File.OpenHandle(Save([.. Enumerable.Repeat(Encoding.UTF8.GetBytes(SamplePaths.Wrapped + "\n\n"), 20).SelectMany(static path => path)]));
        using var parser = new ParallelReportParser(file, new DiscardSink(), threads, TimingUnits.Default, rangeLength: 500);
        var chunk = new PathChunk();
        Assert.Throws<OperationCanceledException>(() => parser.Fill(ref chunk, new CancellationToken(canceled: true)));
        int paths = 0;
        while (parser.Fill(ref chunk, TestContext.Current.CancellationToken))
        {
            paths += chunk.Count;
            chunk.Clear();
            Assert.Throws<OperationCanceledException>(() => parser.Fill(ref chunk, new CancellationToken(canceled: true)));
        }

        Assert.Equal(20, paths + chunk.Count);
    }

    private static string Refusal(string file) => Assert.Throws<SavedReportException>(() => SavedReport.Open(file)).Message;

    private static byte[] ReadAll(string file, out string? fault)
    {
        using SavedReport report = SavedReport.Open(file);
        using var all = new MemoryStream();
        report.Text.CopyTo(all);
        fault = report.Fault;
        return all.ToArray();
    }

    private static byte[] Gzip(byte[] text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return compressed.ToArray();
    }

    private string Save(byte[] bytes)
    {
        string file = Path.Combine(_directory.FullName, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
