namespace Slackline.Reports;

/// <summary>
/// Text before the tool's own on a line: a byte order mark, terminal escape sequences, a shell prompt, and before a path anything that a
/// log adds. It is kept verbatim, and the rest of the line is read as if it stood alone.
/// </summary>
internal static class LinePrefix
{
    private const byte Escape = 0x1b;
    private const byte Bell = 0x07;

    /// <summary>The length of the prefix; 0 when there is none.</summary>
    /// <param name="line">A line that begins no report.</param>
    /// <param name="mayBePrompt">Whether a prompt is possible here: not among the rows of a list.</param>
    public static int LengthOf(ReadOnlySpan<byte> line, bool mayBePrompt)
    {
        int path = line.Contains((byte)':') ? line.IndexOf("Startpoint: "u8) : -1;
        if (path > 0)
        {
            return path;
        }

        int length = 0;
        while (mayBePrompt && StepOver(line[length..]) is > 0 and int step)
        {
            length += step;
        }

        // A line that has only a prefix is plain text.
        return length < line.Length ? length : 0;
    }

    private static int StepOver(ReadOnlySpan<byte> text) => text switch
    {
        [0xef, 0xbb, 0xbf, ..] => 3,
        [Escape, (byte)'[', ..] => text[2..].IndexOfAnyInRange((byte)'@', (byte)'~') + 3 is > 2 and int length ? length : 0,
        [Escape, (byte)']', ..] => text.IndexOf(Bell) + 1,
        [Escape, (byte)'=' or (byte)'>', ..] => 2,
        [(byte)'\r', ..] => 1,
        [(byte)'%', (byte)' ', ..] => 2,
        _ when text.StartsWith("openroad> "u8) => "openroad> ".Length,
        _ when text.StartsWith("opensta> "u8) => "opensta> ".Length,
        _ when text.StartsWith("sta> "u8) => "sta> ".Length,
        _ => 0,
    };
}
