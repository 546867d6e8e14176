using System.Text;
using System.Text.Unicode;

namespace Slackline.Reports;

/// <summary>Names as strings. Nearly all are ASCII, which needs no decoding.</summary>
internal static class NameText
{
    /// <summary>Whether a name, as a string, is printed back with the same bytes.</summary>
    public static bool IsValid(ReadOnlySpan<byte> name) => Ascii.IsValid(name) || Utf8.IsValid(name);

    /// <summary>The name as a string.</summary>
    public static string Decode(ReadOnlySpan<byte> name) =>
        Ascii.IsValid(name) ? Encoding.Latin1.GetString(name) : Encoding.UTF8.GetString(name);
}
