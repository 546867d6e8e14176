using System.IO.Compression;
using System.Text;
using Slackline.Reports;
using ZstdSharp;

namespace Slackline.Tests.Reports;

public sealed class SavedReportTests : IDisposable
{
    private static readonly byte[] _text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(i => $"line {i * 7919 % 1000} of a report\n")));
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("saved-report-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Compression_is_recognised_by_content()
    {
        Assert.Equal(_text, ReadAll(Save(_text), out _));
        Assert.Equal(_text, ReadAll(Save(Gzip(_text)), out _));
        using var compressor = new Compressor();
        Assert.Equal(_text, ReadAll(Save(compressor.Wrap(_text).ToArray()), out _));
    }

    [Fact]
    public void Cut_compressed_data_end_where_they_are_cut_and_say_so()
    {
        byte[] gzip = Gzip(_text);
        byte[] read = ReadAll(Save(gzip[..(gzip.Length / 2)]), out string? fault);
        Assert.True(_text.AsSpan().StartsWith(read));
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
        Assert.Contains("cannot be decompressed", Refusal(Save(Gzip(_text)[..10])), StringComparison.Ordinal);
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
