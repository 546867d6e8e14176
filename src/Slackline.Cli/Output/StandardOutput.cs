using System.Runtime.InteropServices;
using System.Text;

namespace Slackline.Cli.Output;

/// <summary>
/// Standard output that fails when it cannot be written, or its reader has gone. .NET's own <see cref="Console.Out"/> silently drops
/// writes to a reader that has gone, and <c>slackline ... | head</c> would go on to read gigabytes for nothing. It also switches a
/// terminal's keypad to another mode and does not switch it back.
/// </summary>
internal static class StandardOutput
{
    private const int Number = 1;
    private const int ErrorNumber = 2;
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The bytes; not buffered. They throw <see cref="OutputException"/>.</summary>
    public static Stream Stream { get; } = new Descriptor(Number, static error => throw new OutputException(
        "The output cannot be written: "
        + $"{(error == Descriptor.BadDescriptor ? "standard output is closed" : Marshal.GetPInvokeErrorMessage(error))}. "
        + "Check where it goes: the disk of the file after '>', or the program after '|'.",
        error == Descriptor.BrokenPipe));

    /// <summary>The text, as UTF-8; buffered until it is flushed.</summary>
    public static TextWriter Text { get; } = new StreamWriter(Stream, s_utf8, bufferSize: 64 * 1024);

    /// <summary>
    /// Makes <see cref="Console"/> write here. Text that cannot be written to standard error is lost: there is no other place to report it.
    /// </summary>
    public static void Use()
    {
        Console.SetOut(Text);
        Console.SetError(new StreamWriter(new Descriptor(ErrorNumber, static _ => { }), s_utf8) { AutoFlush = true });
    }
}
