namespace Slackline.Reports;

/// <summary>
/// What stands in a line before what the tool printed, and is not the tool's: the mark of the file's encoding, a terminal's escape sequences, the prompt of a shell, and before a path
/// whatever else a log puts there. It is kept verbatim, and the rest of the line is read as if it stood alone.
/// </summary>
internal static class LinePrefix
{
    private const byte Escape = 0x1b;
    private const byte Bell = 0x07;

    /// <summary>How long it is; 0 where the line has none.</summary>
    /// <param name="line">A line that begins no report.</param>
    /// <param name="mayBePrompt">Whether a prompt can stand here: not among the rows of a list.</param>
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

        // Where nothing else stands in the line, it is a line of text like others.
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
