namespace Slackline.Reports;

/// <summary>Writes lines with the line ends of the text that was read.</summary>
internal readonly struct LineWriter(TextBuffer text, bool carriageReturns)
{
    /// <summary>The line so far, and all before it.</summary>
    public TextBuffer Text => text;

    /// <summary>Ends the line.</summary>
    public void End() => text.Write(carriageReturns ? "\r\n"u8 : "\n"u8);

    /// <summary>Writes a whole line.</summary>
    public void Line(ReadOnlySpan<byte> line)
    {
        text.Write(line);
        End();
    }

    /// <summary>Writes a whole line.</summary>
    public void Line(string line)
    {
        text.Write(line);
        End();
    }

    /// <summary>Writes a line of dashes.</summary>
    public void Dashes(int count)
    {
        text.Fill((byte)'-', count);
        End();
    }

    /// <summary>Removes the end of the last line.</summary>
    public void DropLastEnd() => text.Truncate(text.Length - (carriageReturns ? 2 : 1));
}
