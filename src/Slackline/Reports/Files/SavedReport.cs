using System.IO.Compression;
using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;
using Slackline.Reports.Parallel;
using Slackline.Reports.Reading;
using Slackline.Timing;
using ZstdSharp;

namespace Slackline.Reports.Files;

/// <summary>
/// A saved report, compressed or not, opened for reading from its start. When the compressed data end early or are damaged, the text ends
/// there and <see cref="Fault"/> says why; what came before is good.
/// </summary>
public sealed class SavedReport : IDisposable
{
    /// <summary>The file name for standard input.</summary>
    public const string StandardInput = "-";

    private const int SniffLength = 4096;

    // Smaller files are read faster than a second thread starts.
    private const long SmallFile = 16_000_000;

    // Without it, .NET reads a truncated gzip file as if it were complete. The switch is process-wide, so the program sets it and not a
    // library: the package sets it in the program's runtimeconfig.json.
    private const string StrictValidation = "System.IO.Compression.UseStrictValidation";

    private readonly DecompressedStream? _decompressed;
    private readonly SafeFileHandle? _file;
    private ParallelReportParser? _parallel;
    private bool _isParsed;

    private SavedReport(string file, Stream source)
    {
        var raw = new PeekedStream(source, SniffLength);
        _decompressed = Decompress(raw);
        PeekedStream text = _decompressed is null ? raw : new PeekedStream(new ReadAheadStream(_decompressed), SniffLength);
        Text = text;
        Context = new ReportContext(file == StandardInput ? "" : file, "", file == StandardInput ? "" : CornerNames.FromDirectoryOf(file));
        _file = _decompressed is null && source is FileStream { CanSeek: true } plain ? plain.SafeFileHandle : null;
        RequireText(file == StandardInput ? "standard input" : file, text.Head, Fault);
    }

    /// <summary>The report's text; read it to its end.</summary>
    public Stream Text { get; }

    /// <summary>What the file's name says of everything in it.</summary>
    public ReportContext Context { get; }

    /// <summary>Whether it is an uncompressed file, of which any part can be read again.</summary>
    public bool IsPlain => _file is not null;

    /// <summary>What is wrong with the compressed data, once reading has come to it; null while nothing is.</summary>
    public string? Fault => _decompressed?.Fault;

    /// <summary>Opens a report. gzip and Zstandard are recognised by their content, whatever the file's name.</summary>
    /// <param name="file">A file, or <c>-</c> for standard input.</param>
    /// <exception cref="SavedReportException">There is no such file, it is empty, it is not text, or it is gzip and the program would
    /// not notice a truncated file.</exception>
    public static SavedReport Open(string file)
    {
        Stream source = OpenRaw(file);
        try
        {
            return new SavedReport(file, source);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Starts to read the report: a large uncompressed file on several cores, anything else from start to end.</summary>
    /// <param name="sink">Takes all blocks in order.</param>
    /// <param name="units">The units of the report's numbers.</param>
    /// <param name="threads">The maximum number of cores; null for all of them, up to eight.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than one.</exception>
    /// <exception cref="InvalidOperationException">It has been started before.</exception>
    public IReportParser Parse(IReportSink sink, TimingUnits units, int? threads = null)
    {
        int most = threads ?? Math.Min(Environment.ProcessorCount, 8);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(threads));
        if (_isParsed)
        {
            throw new InvalidOperationException("A saved report can be read only once.");
        }

        _isParsed = true;
        if (most > 1 && _file is not null && RandomAccess.GetLength(_file) >= SmallFile)
        {
            return _parallel = new ParallelReportParser(_file, sink, most, units, context: Context);
        }

        return new OpenStaStreamParser(Text, sink, units, context: Context);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parallel?.Dispose();
        Text.Dispose();
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

    private static DecompressedStream? Decompress(PeekedStream source)
    {
        ReadOnlySpan<byte> head = source.Head;
        return head.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]) ? FromGzip(source)
            : head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xb5, 0x2f, 0xfd]) ? FromZstandard(source)
            : null;
    }

    // Separate methods, so that the libraries are loaded for compressed reports only.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DecompressedStream FromGzip(Stream source) =>
        AppContext.TryGetSwitch(StrictValidation, out bool isStrict) && isStrict
            ? new(new GZipStream(source, CompressionMode.Decompress))
            : throw new SavedReportException(
                $"gzip files need a program whose runtimeconfig.json sets {StrictValidation}. "
                + "Without it, a truncated file would be read as if it were complete.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DecompressedStream FromZstandard(Stream source) => new(new DecompressionStream(source, leaveOpen: false));

    private static void RequireText(string file, ReadOnlySpan<byte> head, string? fault)
    {
        if (head.IsEmpty)
        {
            throw new SavedReportException(fault is null ? $"{file} is empty." : $"{file} cannot be decompressed: {fault}");
        }

        if (ForeignFiles.Describe(head) is { } other)
        {
            throw new SavedReportException($"{file} {other}");
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
