using System.Text;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Bytes as text of which every character is one byte.</summary>
internal static class Latin1Text
{
    public static string Latin1(this ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    public static string Latin1(this byte[] bytes) => Encoding.Latin1.GetString(bytes);

    public static byte[] Latin1Bytes(this string text) => Encoding.Latin1.GetBytes(text);

    public static string Utf8AsLatin1(this string text) => Encoding.UTF8.GetBytes(text).Latin1();
}
