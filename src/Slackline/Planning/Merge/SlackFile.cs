using System.Buffers.Binary;

namespace Slackline.Planning.Merge;

/// <summary>
/// The exact slacks of paths in a file, four bytes each, in the order of the paths, and marks where another batch begins. The tool may
/// append to it meanwhile, whole batches at a time.
/// </summary>
internal sealed class SlackFile : IDisposable
{
    // A NaN, as recording.tcl writes it.
    private const uint ReportMark = 0x7fc00002;

    private readonly string _path = "";
    private FileStream? _file;
    private float? _next;

    /// <summary>Reads a file once it is there.</summary>
    /// <param name="path">The file.</param>
    public SlackFile(string path) => _path = path;

    /// <summary>Reads a file that is open, from where it stands, and closes it.</summary>
    /// <param name="file">The file.</param>
    public SlackFile(FileStream file) => _file = file;

    /// <summary>The next slack in seconds; null when there is none before the next mark, at least not yet.</summary>
    public float? Next => Peek() is { } next && !float.IsNaN(next) ? next : null;

    /// <summary>Takes the next slack; null when there is none before the next mark, at least not yet.</summary>
    public float? Take()
    {
        float? next = Next;
        if (next is not null)
        {
            _next = null;
        }

        return next;
    }

    /// <summary>Whether another report begins here, in a file without batches.</summary>
    public bool IsAtReport => Peek() is { } next && BitConverter.SingleToUInt32Bits(next) == ReportMark;

    /// <summary>
    /// Takes the next number, in a file without batches: NaN for a path whose slack is not recorded; null when there is no next
    /// number.
    /// </summary>
    public float? TakeAny()
    {
        float? next = Peek();
        _next = null;
        return next;
    }

    /// <summary>Takes a mark if one is next, and gives how long the tool took to find the batch after it; otherwise null.</summary>
    public TimeSpan? TakeMark()
    {
        if (Peek() is not { } mark || !float.IsNaN(mark) || Read() is not { } seconds)
        {
            return null;
        }

        _next = null;
        return TimeSpan.FromSeconds(seconds);
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private float? Peek() => _next ??= Read();

    private float? Read()
    {
        _file ??= File.Exists(_path)
            ? new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 16 * 1024)
            : null;
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        return _file is not null && _file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length
            ? BinaryPrimitives.ReadSingleLittleEndian(bytes)
            : null;
    }
}
