namespace Slackline.Reports.Design;

/// <summary>The four columns of the tables of <c>report_power</c>: internal, switching, leakage, total.</summary>
/// <param name="Digits">Digits between the point and the exponent (<c>-digits</c>).</param>
/// <param name="NamesUnit">Whether <c>(Watts)</c> is printed after the titles; OpenSTA 2.0 prints no unit.</param>
public sealed record PowerColumns(int Digits, bool NamesUnit)
{
    private static Titles? s_lastTitles;

    /// <summary>The width of a column.</summary>
    public int Width => Math.Max(Digits + 6, 10);

    /// <summary>Whether the remaining words are the columns' titles.</summary>
    internal static bool AreTitles(ref LineScanner words) =>
        words.TakeWord().SequenceEqual("Internal"u8)
        && words.TakeWord().SequenceEqual("Switching"u8)
        && words.TakeWord().SequenceEqual("Leakage"u8)
        && words.TakeWord().SequenceEqual("Total"u8)
        && words.IsAtEnd;

    /// <summary>
    /// Reads the titles and the line under them. The titles show the number of digits only if it is large; the numbers show it exactly.
    /// </summary>
    internal static PowerColumns? TryReadTitles(ref LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> titles) || !lines.TryNext(out ReadOnlySpan<byte> units) || !lines.TryNext(out _))
        {
            return null;
        }

        int width = titles.Length - 1 - titles.LastIndexOf("Leakage "u8) - "Leakage".Length;
        return new PowerColumns(width > 10 ? width - 6 : 0, units.EndsWith("(Watts)"u8));
    }

    /// <summary>
    /// Takes the numbers of a row from its left end, with exactly the printed spacing: each padded to its column or longer, all with the
    /// same number of digits.
    /// </summary>
    /// <param name="rest">The row; afterwards the rest of it.</param>
    /// <param name="digits">The digits of the numbers read before; -1 before the first.</param>
    /// <param name="power">The numbers.</param>
    internal bool TryTakeRow(ref ReadOnlySpan<byte> rest, ref int digits, out PowerValues power)
    {
        power = default;
        if (!TryTakeNumber(ref rest, ref digits, out double inside)
            || !TryTakeNumber(ref rest, ref digits, out double switching)
            || !TryTakeNumber(ref rest, ref digits, out double leakage)
            || !TryTakeNumber(ref rest, ref digits, out double total))
        {
            return false;
        }

        power = new PowerValues(inside, switching, leakage, total);
        return true;
    }

    /// <summary>These columns with the digits of the numbers; -1 leaves them unchanged.</summary>
    internal PowerColumns WithDigits(int digits) => digits < 0 || digits == Digits ? this : this with { Digits = digits };

    private bool TryTakeNumber(ref ReadOnlySpan<byte> rest, ref int digits, out double value)
    {
        ReadOnlySpan<byte> cells = rest;
        value = 0;
        int start = 0;
        while (start < cells.Length && cells[start] == ' ')
        {
            start++;
        }

        int end = start;
        while (end < cells.Length && cells[end] != ' ')
        {
            end++;
        }

        ReadOnlySpan<byte> number = cells[start..end];
        if (start == 0 || end != Math.Max(Width, number.Length) + 1 || !ScientificText.TryRead(number, out value, out int own))
        {
            return false;
        }

        if (!double.IsNaN(value) && own != digits)
        {
            if (digits >= 0 || WithDigits(own).Width != Width)
            {
                return false;
            }

            digits = own;
        }

        rest = cells[end..];
        return true;
    }

    /// <summary>Whether a text begins with the lines above a table, as printed.</summary>
    internal bool AreTitlesOf(ReadOnlySpan<byte> text, string title, bool carriageReturns)
    {
        // The commands of a flow print the same titles again and again.
        Titles? last = s_lastTitles;
        if (last is null || last.Columns != this || last.Title != title || last.CarriageReturns != carriageReturns)
        {
            var buffer = new TextBuffer();
            WriteTitles(new LineWriter(buffer, carriageReturns), title);
            s_lastTitles = last = new Titles(this, title, carriageReturns, buffer.Written.ToArray());
        }

        return text.StartsWith(last.Text);
    }

    internal void WriteTitles(LineWriter lines, string title)
    {
        lines.Line(title + Row("Internal", "Switching", "Leakage", "Total"));
        lines.Line(new string(' ', title.Length) + Row("Power", "Power", "Power", "Power") + (NamesUnit ? " (Watts)" : ""));
        WriteDashes(lines, title.Length);
    }

    internal void WriteDashes(LineWriter lines, int titleWidth) => lines.Dashes(TableWidth(titleWidth));

    internal int TableWidth(int titleWidth) => titleWidth + ((Width + 1) * 4);

    internal string ToText(PowerValues power) => Row(Text(power.Internal), Text(power.Switching), Text(power.Leakage), Text(power.Total));

    private string Row(params ReadOnlySpan<string> cells)
    {
        string row = "";
        foreach (string cell in cells)
        {
            row += " " + cell.PadLeft(Width);
        }

        return row;
    }

    private string Text(double power) => ScientificText.ToText(power, Digits);

    // The lines above a table. Immutable, so threads may share it.
    private sealed record Titles(PowerColumns Columns, string Title, bool CarriageReturns, byte[] Text);
}
