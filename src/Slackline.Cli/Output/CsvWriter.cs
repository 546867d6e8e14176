using System.Globalization;
using System.Text;
using Slackline.Queries;
using Slackline.Reports;
using Slackline.Timing.Schema;

namespace Slackline.Cli.Output;

/// <summary>
/// Writes comma-separated values as RFC 4180 has them, with line feeds alone as line ends. A text that a spreadsheet would compute (it
/// begins with =, +, - or @) gets a ' before it.
/// </summary>
internal sealed class CsvWriter(Stream output)
{
    private const int MaxBuffered = 64 * 1024;

    private readonly TextBuffer _text = new();
    private bool _isFirst = true;

    /// <summary>Writes a line of titles.</summary>
    public void WriteTitles(IEnumerable<string> titles)
    {
        foreach (string title in titles)
        {
            WriteText(title);
        }

        EndLine();
    }

    public void EndLine()
    {
        _text.Write("\n"u8);
        _isFirst = true;
        if (_text.Length >= MaxBuffered)
        {
            Flush();
        }
    }

    public void Flush()
    {
        output.Write(_text.Written);
        output.Flush();
        _text.Clear();
    }

    public void WriteText(string text) => WriteText(Encoding.UTF8.GetBytes(text));

    public void WriteText(ReadOnlySpan<byte> text)
    {
        Separate();
        bool isFormula = !text.IsEmpty && "=+-@\t\r"u8.Contains(text[0]);
        bool isQuoted = text.IndexOfAny(",\"\r\n"u8) >= 0;
        _text.Write(isQuoted ? "\""u8 : default);
        _text.Write(isFormula ? "'"u8 : default);
        for (int quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            _text.Write(text[..(quote + 1)]);
            _text.Write("\""u8);
            text = text[(quote + 1)..];
        }

        _text.Write(text);
        _text.Write(isQuoted ? "\""u8 : default);
    }

    /// <summary>Writes a number as it is printed; a blank becomes an empty field.</summary>
    public void WriteNumber(ReadOnlySpan<byte> number)
    {
        Separate();
        _text.Write(number);
    }

    /// <summary>Writes a number; NaN is empty.</summary>
    public void WriteNumber(double number)
    {
        Separate();
        if (!double.IsNaN(number))
        {
            _text.Write(
                Encoding.ASCII.GetBytes(
                    double.IsInfinity(number) ? (number > 0 ? "INF" : "-INF") : number.ToString("R", CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Writes a value of a column.</summary>
    public void Write(ColumnValue value)
    {
        if (value.Kind == ColumnType.Text)
        {
            WriteText(value.Text);
        }
        else if (value.Kind == ColumnType.Flag)
        {
            WriteText(value.ToString());
        }
        else
        {
            WriteNumber(value.Number);
        }
    }

    private void Separate()
    {
        _text.Write(_isFirst ? default : ","u8);
        _isFirst = false;
    }
}
