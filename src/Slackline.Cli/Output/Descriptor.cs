using System.Runtime.InteropServices;

namespace Slackline.Cli.Output;

/// <summary>
/// A file descriptor that this process was given, for writing. A <see cref="FileStream"/> over it would write at a position of its own, and
/// of <c>(slackline ...; slackline ...) &gt; file</c> the second would overwrite the first.
/// </summary>
/// <param name="number">Its number.</param>
/// <param name="failed">What to do when it cannot be written.</param>
internal sealed class Descriptor(int number, Action<int> failed) : Stream
{
    /// <summary>The system's error number for a pipe without a reader.</summary>
    public const int BrokenPipe = 32;

    /// <summary>The system's number for a descriptor that is closed.</summary>
    public const int BadDescriptor = 9;

    private const int Interrupted = 4;
    private const int TryAgain = 11;
    private const int GetFlags = 3;
    private const int AccessMode = 3;

    // Looked at before this program opens files: one of them may get the number of a descriptor that was closed.
    private readonly bool _isOpen = NativeControl(number, GetFlags) is var flags && flags >= 0 && (flags & AccessMode) != 0;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!_isOpen && !buffer.IsEmpty)
        {
            failed(BadDescriptor);
            return;
        }

        while (!buffer.IsEmpty)
        {
            nint written = NativeWrite(number, in MemoryMarshal.GetReference(buffer), buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
            }
            else if (Marshal.GetLastPInvokeError() is not Interrupted and int error)
            {
                if (error != TryAgain)
                {
                    failed(error);
                    return;
                }

                // Another process that shares the terminal or pipe has made it non-blocking.
                Thread.Sleep(1);
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint NativeWrite(int descriptor, in byte bytes, nint count);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeControl(int descriptor, int command);
}
