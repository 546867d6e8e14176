using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Slackline.Streams.Paging;

/// <summary>
/// A position in a stream, handed to a client that pages and returned by it. As text it is opaque and signed: a cursor that was made up
/// or changed is refused. It stays valid as long as the stream is kept, also after a restart.
/// </summary>
/// <param name="StreamId">The stream: 32 hexadecimal digits.</param>
/// <param name="Path">The number of the page's first path, from 0.</param>
public readonly record struct Cursor(string StreamId, long Path)
{
    private const byte Version = 1;
    private const int IdLength = 16;
    private const int SignatureLength = 12;
    private const int SignedLength = 1 + IdLength + sizeof(long);

    /// <summary>The cursor as text.</summary>
    internal string Sign(CursorKey key)
    {
        Span<byte> bytes = stackalloc byte[SignedLength + SignatureLength];
        bytes[0] = Version;
        Convert.FromHexString(StreamId).CopyTo(bytes[1..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes[(1 + IdLength)..], Path);
        key.Sign(bytes[..SignedLength], bytes[SignedLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The cursor that a text stands for.</summary>
    /// <exception cref="CursorException">The text is no cursor that this key has signed.</exception>
    internal static Cursor Verify(string text, CursorKey key)
    {
        Span<byte> bytes = stackalloc byte[SignedLength + SignatureLength];
        Span<byte> signature = stackalloc byte[SignatureLength];
        bool isWhole = text.Length == Base64Url.GetEncodedLength(bytes.Length)
            && Base64Url.IsValid(text)
            && Base64Url.TryDecodeFromUtf8(Encoding.ASCII.GetBytes(text), bytes, out int length)
            && length == bytes.Length
            && bytes[0] == Version;
        key.Sign(bytes[..SignedLength], signature);
        if (!isWhole || !CryptographicOperations.FixedTimeEquals(signature, bytes[SignedLength..]))
        {
            throw new CursorException(
                $"\"{(text.Length <= 60 ? text : text[..60] + "…")}\" is no cursor of this server. Use the cursors of the pages as they came, whole and unchanged; a stream's first page needs none.");
        }

        return new Cursor(Convert.ToHexStringLower(bytes.Slice(1, IdLength)), BinaryPrimitives.ReadInt64BigEndian(bytes[(1 + IdLength)..]));
    }
}

/// <summary>A cursor cannot be used: it was made up, or its stream is another one, or gone. The message is meant for the user.</summary>
public sealed class CursorException(string message) : Exception(message);
