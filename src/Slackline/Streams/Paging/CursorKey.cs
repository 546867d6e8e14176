using System.Security.Cryptography;
using Slackline.Streams.Spooling;

namespace Slackline.Streams.Paging;

/// <summary>
/// The secret that signs the cursors of a state directory. A user who may read the directory may read the streams anyway.
/// </summary>
internal sealed class CursorKey
{
    private const int Length = 32;
    private const string FileName = "cursor.key";

    private readonly byte[] _secret;

    private CursorKey(byte[] secret) => _secret = secret;

    /// <summary>The key of a state directory, created if the directory has no key yet.</summary>
    /// <exception cref="IOException">The key's file is damaged, or cannot be read or written.</exception>
    public static CursorKey Of(string root)
    {
        string file = Path.Combine(root, FileName);
        if (!File.Exists(file))
        {
            Make(file);
        }

        byte[] secret = File.ReadAllBytes(file);
        return secret.Length == Length
            ? new CursorKey(secret)
            : throw new IOException($"{file} should hold {Length} bytes and holds {secret.Length}. Delete it, and all cursors given out before become invalid.");
    }

    /// <summary>Signs a text.</summary>
    public void Sign(ReadOnlySpan<byte> text, Span<byte> signature)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, text, whole);
        whole[..signature.Length].CopyTo(signature);
    }

    // Of two engines that make one at the same time, the first one's stays.
    private static void Make(string file)
    {
        string unfinished = $"{file}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        using (FileStream stream = PrivateFiles.Open(unfinished, FileMode.CreateNew, FileAccess.Write))
        {
            stream.Write(RandomNumberGenerator.GetBytes(Length));
        }

        try
        {
            File.Move(unfinished, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(unfinished);
        }
    }
}
