using System.IO.Compression;
using ZstdSharp;

namespace Slackline.Reports;

/// <summary>Opens reports that somebody saved, compressed or not.</summary>
public static class SavedReport
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    private const int SniffLength = 4096;

    /// <summary>
    /// Opens a report for reading from its start. gzip and Zstandard are recognised by their content, whatever the file is called.
    /// </summary>
    /// <param name="file">A file, or <c>-</c> for standard input.</param>
    /// <exception cref="SavedReportException">There is no such file, it is empty, or it is no text.</exception>
    public static Stream Open(string file)
    {
        Stream source = OpenRaw(file);
        try
        {
            Stream text = Decompress(new PeekedStream(source, SniffLength));
            var peeked = text as PeekedStream ?? new PeekedStream(text, SniffLength);
            RequireText(file, peeked.Head);
            return peeked;
        }
        catch (Exception e) when (e is InvalidDataException or ZstdException)
        {
            source.Dispose();
            throw new SavedReportException($"{file} is not a whole compressed file: {e.Message}", e);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private static Stream OpenRaw(string file)
    {
        if (file == StandardInput)
        {
            return Console.OpenStandardInput();
        }

        if (Directory.Exists(file))
        {
            throw new SavedReportException($"{file} is a directory; name a report file.");
        }

        try
        {
            return new FileStream(file, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SavedReportException($"There is no file {file}.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new SavedReportException($"{file} may not be read: {e.Message}", e);
        }
    }

    private static Stream Decompress(PeekedStream source)
    {
        if (source.Head.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]))
        {
            return new GZipStream(source, CompressionMode.Decompress);
        }

        return source.Head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xb5, 0x2f, 0xfd]) ? new DecompressionStream(source, leaveOpen: false) : source;
    }

    private static void RequireText(string file, ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            throw new SavedReportException($"{file} is empty.");
        }

        int zero = head.IndexOf((byte)0);
        if (zero >= 0)
        {
            throw new SavedReportException($"{file} is not a text report: it has a zero byte at offset {zero}.");
        }
    }
}

/// <summary>A saved report cannot be read. The message is meant for the user.</summary>
public sealed class SavedReportException(string message, Exception? inner = null) : Exception(message, inner);
