using System.Buffers;

namespace Slackline.Reports;

/// <summary>Tells names of a design's objects from other words.</summary>
internal static class ObjectName
{
    private static readonly SearchValues<byte> s_first = SearchValues.Create(@"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_\"u8);
    private static readonly SearchValues<byte> s_inside = SearchValues.Create(@"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_\[]<>$-/"u8);

    /// <summary>Whether a word may be a name.</summary>
    public static bool IsName(ReadOnlySpan<byte> word) => !word.IsEmpty && s_first.Contains(word[0]) && !word.ContainsAnyExcept(s_inside);

    /// <summary>Whether a word is the name of a pin, or of something else inside of an instance: <c>u1/Z</c>. A file's name mostly has a dot.</summary>
    public static bool IsInside(ReadOnlySpan<byte> word) => IsName(word) && word.Contains((byte)'/') && word[^1] != '/';
}
