using System.Runtime.InteropServices;
using System.Text;

namespace Slackline.Cli.Output;

/// <summary>
/// Standard output that fails when its reader has gone. .NET's own <see cref="Console.Out"/> throws such writes away without a word, and
/// <c>slackline ... | head</c> would read gigabytes for nobody. A <see cref="FileStream"/> over it would write at a position of its own, and
/// of <c>(slackline ...; slackline ...) &gt; file</c> the second would overwrite the first.
/// </summary>
internal static class StandardOutput
{
    /// <summary>The bytes; not buffered.</summary>
    public static Stream Stream { get; } = new Descriptor();

    /// <summary>The text, as UTF-8; buffered until it is flushed.</summary>
    public static TextWriter Text { get; } = new StreamWriter(Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024);

    /// <summary>Whether a write failed since nobody reads any more: <c>slackline ... | head</c> has seen enough.</summary>
    public static bool IsReaderGone(IOException e) => e.Message.Contains("Broken pipe", StringComparison.Ordinal);

    private sealed class Descriptor : Stream
    {
        private const int Number = 1;
        private const int Interrupted = 4;
        private const int TryAgain = 11;

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
            while (!buffer.IsEmpty)
            {
                nint written = NativeWrite(Number, in MemoryMarshal.GetReference(buffer), buffer.Length);
                if (written >= 0)
                {
                    buffer = buffer[(int)written..];
                }
                else if (Marshal.GetLastPInvokeError() is not Interrupted and int error)
                {
                    if (error != TryAgain)
                    {
                        throw new IOException(Marshal.GetPInvokeErrorMessage(error));
                    }

                    // Somebody who shares the terminal or pipe has made it non-blocking.
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
    }
}
