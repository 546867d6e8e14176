using System.Buffers.Binary;

namespace Slackline.Planning;

/// <summary>The exact slacks that stand in a file, four bytes each, in the order of their paths. More may be appended while it is read.</summary>
internal sealed class SlackFile(string path) : IDisposable
{
    private FileStream? _file;

    /// <summary>The next slack in seconds; null when there is none, at least not yet.</summary>
    public float? Read()
    {
        _file ??= File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 16 * 1024) : null;
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        return _file is not null && _file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length
            ? BinaryPrimitives.ReadSingleLittleEndian(bytes)
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();
}
