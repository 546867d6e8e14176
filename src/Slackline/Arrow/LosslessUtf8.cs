using System.Buffers;
using System.Text;

namespace Slackline.Arrow;

/// <summary>
/// Names are bytes and mostly, not always, UTF-8; Arrow's readers insist on UTF-8. A byte that is part of no character is written as the
/// private-use character U+EF00 + byte, and so is each byte of those 128 characters themselves: whatever was written is read back.
/// </summary>
internal static class LosslessUtf8
{
    private const int FirstStandIn = 0xEF80;
    private const int LastStandIn = 0xEFFF;

    /// <summary>Whether a text, and every text cut out of it at ASCII characters, stands for itself.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> text) => Ascii.IsValid(text);

    /// <summary>The most bytes that <see cref="Encode"/> makes of that many characters.</summary>
    public static int MaxEncodedLength(int length) => checked(length * 3);

    /// <summary>Writes a text as UTF-8 and returns its length.</summary>
    public static int Encode(ReadOnlySpan<byte> text, Span<byte> encoded)
    {
        int written = 0;
        while (!text.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(text, out Rune rune, out int length);
            if (status == OperationStatus.Done && rune.Value is < FirstStandIn or > LastStandIn)
            {
                text[..length].CopyTo(encoded[written..]);
                written += length;
            }
            else
            {
                foreach (byte single in text[..length])
                {
                    written += new Rune(FirstStandIn - 0x80 + single).EncodeToUtf8(encoded[written..]);
                }
            }

            text = text[length..];
        }

        return written;
    }

    /// <summary>Puts back what <see cref="Encode"/> was given and returns its length, which is never greater.</summary>
    public static int Decode(ReadOnlySpan<byte> encoded, Span<byte> text)
    {
        int written = 0;
        while (!encoded.IsEmpty)
        {
            Rune.DecodeFromUtf8(encoded, out Rune rune, out int length);
            if (rune.Value is >= FirstStandIn and <= LastStandIn)
            {
                text[written++] = (byte)(rune.Value - FirstStandIn + 0x80);
            }
            else
            {
                encoded[..length].CopyTo(text[written..]);
                written += length;
            }

            encoded = encoded[length..];
        }

        return written;
    }
}
