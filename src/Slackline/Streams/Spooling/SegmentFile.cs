using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using Slackline.Arrow;

namespace Slackline.Streams.Spooling;

/// <summary>One of a segment's two files while it is written: an Arrow IPC file that has no footer yet.</summary>
internal sealed class SegmentFile : IDisposable
{
    private readonly FileStream _file;

    private SegmentFile(FileStream file, long length)
    {
        _file = file;
        Length = length;
    }

    /// <summary>The number of accepted bytes; bytes after them do not count.</summary>
    public long Length { get; private set; }

    private SafeFileHandle Handle => _file.SafeFileHandle;

    /// <summary>Begins a file, with its schema. One of the same name, left from an attempt that failed, is overwritten.</summary>
    public static SegmentFile Create(string path, ReadOnlySpan<byte> schemaMessage)
    {
        var file = new SegmentFile(PrivateFiles.Open(path, FileMode.Create, FileAccess.ReadWrite), 0);
        try
        {
            file.Accept(file.Write(ArrowFooter.Head));
            file.Accept(file.Write(schemaMessage));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file whose writer is gone and cuts off everything after <paramref name="length"/>.</summary>
    public static SegmentFile Reopen(string path, long length, out long cut)
    {
        var file = new SegmentFile(PrivateFiles.Open(path, FileMode.Open, FileAccess.ReadWrite), length);
        cut = file._file.Length - length;
        file.Reject();
        return file;
    }

    /// <summary>Writes after the accepted bytes and returns how many bytes; they count once they are accepted.</summary>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(Handle, bytes, Length);
        return bytes.Length;
    }

    /// <summary>Accepts bytes that were written.</summary>
    public void Accept(int bytes) => Length += bytes;

    /// <summary>Cuts off the bytes that were not accepted.</summary>
    public void Reject() => RandomAccess.SetLength(Handle, Length);

    /// <summary>Writes the footer, which makes the file a whole Arrow IPC file. When there is no room, it is as before.</summary>
    public int Close(ReadOnlySpan<byte> schemaMessage, IReadOnlyList<(long Offset, int Length)> batches)
    {
        var blocks = new List<ArrowBlock>(batches.Count);
        Span<byte> head = stackalloc byte[8];
        foreach ((long offset, int length) in batches)
        {
            RandomAccess.Read(Handle, head, offset);
            int metadata = head.Length + BinaryPrimitives.ReadInt32LittleEndian(head[4..]);
            blocks.Add(new ArrowBlock(offset, metadata, length - metadata));
        }

        try
        {
            return Write(ArrowFooter.Write(schemaMessage, blocks));
        }
        catch (IOException)
        {
            Reject();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
