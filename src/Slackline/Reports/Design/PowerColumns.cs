namespace Slackline.Reports.Design;

/// <summary>The four columns of the tables of <c>report_power</c>: internal, switching, leakage, total.</summary>
/// <param name="Digits">Digits between the point and the exponent (<c>-digits</c>).</param>
/// <param name="NamesUnit">Whether <c>(Watts)</c> stands beside the titles; OpenSTA 2.0 prints no unit.</param>
public sealed record PowerColumns(int Digits, bool NamesUnit)
{
    /// <summary>How wide a column is.</summary>
    public int Width => Math.Max(Digits + 6, 10);

    /// <summary>Whether the words left are the columns' titles.</summary>
    internal static bool AreTitles(ref LineScanner words) =>
        words.TakeWord().SequenceEqual("Internal"u8)
        && words.TakeWord().SequenceEqual("Switching"u8)
        && words.TakeWord().SequenceEqual("Leakage"u8)
        && words.TakeWord().SequenceEqual("Total"u8)
        && words.IsAtEnd;

    /// <summary>Reads the titles and the line under them. The titles tell how many digits there are if they are many; the numbers know better.</summary>
    internal static PowerColumns? TryReadTitles(ref LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> titles) || !lines.TryNext(out ReadOnlySpan<byte> units) || !lines.TryNext(out _))
        {
            return null;
        }

        int width = titles.Length - 1 - titles.LastIndexOf("Leakage "u8) - "Leakage".Length;
        return new PowerColumns(width > 10 ? width - 6 : 0, units.EndsWith("(Watts)"u8));
    }

    /// <summary>Reads the numbers of a row; <paramref name="columns"/> gets the number of their digits.</summary>
    internal static bool TryReadRow(scoped ref LineScanner words, scoped ref PowerColumns columns, out PowerValues power)
    {
        power = default;
        if (!ScientificText.TryRead(words.TakeWord(), out double inside, out int digits)
            || !ScientificText.TryRead(words.TakeWord(), out double switching, out _)
            || !ScientificText.TryRead(words.TakeWord(), out double leakage, out _)
            || !ScientificText.TryRead(words.TakeWord(), out double total, out _))
        {
            return false;
        }

        power = new PowerValues(inside, switching, leakage, total);
        columns = double.IsNaN(inside) ? columns : columns with { Digits = digits };
        return true;
    }

    internal void WriteTitles(LineWriter lines, string title)
    {
        lines.Line(title + Row("Internal", "Switching", "Leakage", "Total"));
        lines.Line(new string(' ', title.Length) + Row("Power", "Power", "Power", "Power") + (NamesUnit ? " (Watts)" : ""));
        WriteDashes(lines, title.Length);
    }

    internal void WriteDashes(LineWriter lines, int titleWidth) => lines.Dashes(titleWidth + ((Width + 1) * 4));

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
}
