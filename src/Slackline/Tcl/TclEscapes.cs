using System.Text;

namespace Slackline.Tcl;

/// <summary>Tcl's backslash sequences, as in the manual page Tcl(n).</summary>
internal static class TclEscapes
{
    /// <summary>Replaces all backslash sequences. The result is in <paramref name="buffer"/> and valid until it is used again.</summary>
    public static ReadOnlySpan<byte> Replace(ReadOnlySpan<byte> text, scoped ref byte[]? buffer) =>
        Replace(text, linesOnly: false, ref buffer);

    /// <summary>Replaces only backslash-newline, which Tcl joins to one space even inside braces.</summary>
    public static ReadOnlySpan<byte> JoinContinuedLines(ReadOnlySpan<byte> text, scoped ref byte[]? buffer) =>
        Replace(text, linesOnly: true, ref buffer);

    private static ReadOnlySpan<byte> Replace(ReadOnlySpan<byte> text, bool linesOnly, scoped ref byte[]? buffer)
    {
        // No sequence is longer when it is replaced than when it is written: \u00e9 is six bytes for two.
        if (buffer is null || buffer.Length < text.Length)
        {
            buffer = new byte[Math.Max(text.Length, 256)];
        }

        int written = 0;
        int position = 0;
        while (position < text.Length)
        {
            byte character = text[position++];
            if (character != '\\' || position == text.Length)
            {
                buffer[written++] = character;
            }
            else if (text[position] == '\n')
            {
                buffer[written++] = (byte)' ';
                position = SkipIndent(text, position + 1);
            }
            else if (linesOnly)
            {
                buffer[written++] = character;
                buffer[written++] = text[position++];
            }
            else
            {
                position += ReplaceOne(text[position..], buffer, ref written);
            }
        }

        return buffer.AsSpan(0, written);
    }

    private static int SkipIndent(ReadOnlySpan<byte> text, int position)
    {
        while (position < text.Length && text[position] is (byte)' ' or (byte)'\t')
        {
            position++;
        }

        return position;
    }

    // What stands behind a backslash; returns how many bytes of it were used.
    private static int ReplaceOne(ReadOnlySpan<byte> rest, byte[] buffer, ref int written)
    {
        switch (rest[0])
        {
            case (byte)'a':
                buffer[written++] = (byte)'\a';
                return 1;
            case (byte)'b':
                buffer[written++] = (byte)'\b';
                return 1;
            case (byte)'f':
                buffer[written++] = (byte)'\f';
                return 1;
            case (byte)'n':
                buffer[written++] = (byte)'\n';
                return 1;
            case (byte)'r':
                buffer[written++] = (byte)'\r';
                return 1;
            case (byte)'t':
                buffer[written++] = (byte)'\t';
                return 1;
            case (byte)'v':
                buffer[written++] = (byte)'\v';
                return 1;
            case (byte)'x':
                return ReplaceNumber(rest, 16, 2, buffer, ref written);
            case (byte)'u':
                return ReplaceNumber(rest, 16, 4, buffer, ref written);
            case (byte)'U':
                return ReplaceNumber(rest, 16, 8, buffer, ref written);
            case >= (byte)'0' and <= (byte)'7':
                return ReplaceOctal(rest, buffer, ref written);
            default:
                buffer[written++] = rest[0];
                return 1;
        }
    }

    private static int ReplaceNumber(ReadOnlySpan<byte> rest, int radix, int maxDigits, byte[] buffer, ref int written)
    {
        int value = 0;
        int used = 1;
        while (used < rest.Length && used <= maxDigits && HexDigit(rest[used]) is >= 0 and int digit && (value * radix) + digit <= 0x10FFFF)
        {
            value = (value * radix) + digit;
            used++;
        }

        if (used == 1)
        {
            buffer[written++] = rest[0];
            return 1;
        }

        Encode(value, buffer, ref written);
        return used;
    }

    private static int ReplaceOctal(ReadOnlySpan<byte> rest, byte[] buffer, ref int written)
    {
        int value = 0;
        int used = 0;
        while (used < rest.Length && used < 3 && rest[used] is >= (byte)'0' and <= (byte)'7' && (value * 8) + rest[used] - '0' <= 0xFF)
        {
            value = (value * 8) + rest[used++] - '0';
        }

        Encode(value, buffer, ref written);
        return used;
    }

    private static void Encode(int value, byte[] buffer, ref int written)
    {
        Rune rune = Rune.TryCreate(value, out Rune valid) ? valid : Rune.ReplacementChar;
        Span<byte> utf8 = stackalloc byte[4];
        int length = rune.EncodeToUtf8(utf8);
        utf8[..length].CopyTo(buffer.AsSpan(written));
        written += length;
    }

    private static int HexDigit(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => character - 'A' + 10,
        _ => -1,
    };
}
