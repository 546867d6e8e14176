namespace Slackline.Reports.Files;

/// <summary>Recognises files by their first bytes that are not text, or not in UTF-8, and says what to do with them.</summary>
internal static class ForeignFiles
{
    /// <summary>What a file is, to be put after its name in a sentence; null for what may be a report.</summary>
    public static string? Describe(ReadOnlySpan<byte> head) => head switch
    {
        [0xff, 0xfe, ..] or [0xfe, 0xff, ..] => "is UTF-16 text: 'iconv -f UTF-16 -t UTF-8' makes it readable.",
        [not 0, 0, not 0, 0, not 0, 0, ..] => "looks like UTF-16 text: 'iconv -f UTF-16LE -t UTF-8' makes it readable.",
        [0, not 0, 0, not 0, 0, not 0, ..] => "looks like UTF-16 text: 'iconv -f UTF-16BE -t UTF-8' makes it readable.",
        [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => Compressed("xz", "xz -dc"),
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, ..] => Compressed("bzip2", "bzip2 -dc"),
        [0x04, 0x22, 0x4d, 0x18, ..] => Compressed("lz4", "lz4 -dc"),
        [0x1f, 0x9d, ..] => Compressed("compress", "gzip -dc"),
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] =>
            "is a zip archive: 'unzip -p ARCHIVE MEMBER | slackline read -' reads a report in it.",
        [(byte)'7', (byte)'z', 0xbc, 0xaf, ..] => "is a 7z archive: '7z x -so ARCHIVE MEMBER | slackline read -' reads a report in it.",
        _ when head.StartsWith("%PDF-"u8) => "is a PDF document, not a text report.",
        _ when head.Length > 262 && head[257..].StartsWith("ustar"u8) =>
            "is a tar archive: 'tar -xOf ARCHIVE MEMBER | slackline read -' reads a report in it.",
        _ => null,
    };

    private static string Compressed(string by, string command) =>
        $"is compressed by {by}: '{command} FILE | slackline read -' reads it. gzip and Zstandard are read as they are.";
}
