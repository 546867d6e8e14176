using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Slackline.Cli.Output;

/// <summary>
/// Standard output that fails when its reader has gone. .NET's own <see cref="Console.Out"/> throws such writes away without a word, and
/// <c>slackline ... | head</c> would read gigabytes for nobody.
/// </summary>
internal static class StandardOutput
{
    /// <summary>The bytes.</summary>
    public static Stream Stream { get; } = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    /// <summary>The text, as UTF-8; buffered until it is flushed.</summary>
    public static TextWriter Text { get; } = new StreamWriter(Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024);
}
