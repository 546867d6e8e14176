namespace Slackline.Reports.Reading;

/// <summary>The text that a reader has of the next block: empty lines, the line after them, and what follows.</summary>
internal readonly ref struct BlockText
{
    /// <summary>Finds the empty lines and the line after them.</summary>
    /// <param name="text">The output from the reader's place on, as far as it has come; not empty.</param>
    /// <param name="isFinal">Whether the output ends where <paramref name="text"/> does.</param>
    public BlockText(ReadOnlySpan<byte> text, bool isFinal)
    {
        Text = text;
        IsFinal = isFinal;
        if (text[0] is (byte)'\n' or (byte)'\r')
        {
            BlankLength = SkipBlankLines(text, out int lines, out bool carriageReturns);
            BlankLines = lines;
            HasBlankCarriageReturns = carriageReturns;
        }

        ReadOnlySpan<byte> rest = text[BlankLength..];
        int end = rest.IndexOf((byte)'\n') + 1;
        IsLineWhole = end > 0 || isFinal;
        LineLength = end > 0 ? end : rest.Length;
        Line = TrimLineEnd(rest[..LineLength]);
    }

    /// <summary>All of it.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Whether the output ends where the text does.</summary>
    public bool IsFinal { get; }

    /// <summary>How many bytes the empty lines have.</summary>
    public int BlankLength { get; }

    /// <summary>How many empty lines there are.</summary>
    public int BlankLines { get; }

    /// <summary>Whether the empty lines end in CR LF.</summary>
    public bool HasBlankCarriageReturns { get; }

    /// <summary>The line after the empty ones, without its line end; as far as it has come.</summary>
    public ReadOnlySpan<byte> Line { get; }

    /// <summary>How many bytes this line has with its line end.</summary>
    public int LineLength { get; }

    /// <summary>Whether the text holds this line to its end.</summary>
    public bool IsLineWhole { get; }

    /// <summary>Whether this line ends in CR LF.</summary>
    public bool HasCarriageReturn => Line.Length + 2 == LineLength;

    /// <summary>Whether this line is the last of the output and has no line end.</summary>
    public bool HasNoLineEnd => Line.Length == LineLength;

    /// <summary>The text after the empty lines.</summary>
    public ReadOnlySpan<byte> Rest => Text[BlankLength..];

    /// <summary>A line, given with its line end, without it.</summary>
    public static ReadOnlySpan<byte> TrimLineEnd(ReadOnlySpan<byte> line) => line switch
    {
        [.., (byte)'\r', (byte)'\n'] => line[..^2],
        [.., (byte)'\n'] => line[..^1],
        _ => line,
    };

    private static int SkipBlankLines(ReadOnlySpan<byte> text, out int lines, out bool carriageReturns)
    {
        lines = 0;
        int length = 0;
        carriageReturns = text.StartsWith("\r\n"u8);
        ReadOnlySpan<byte> lineEnd = carriageReturns ? "\r\n"u8 : "\n"u8;
        while (text[length..].StartsWith(lineEnd))
        {
            length += lineEnd.Length;
            lines++;
        }

        return length;
    }
}
