using System.Buffers.Text;
using System.Text;

namespace Slackline.Reports;

/// <summary>
/// Reads the lines in which the tools speak of their work: <c>Warning 1140: file line 12, text</c> (OpenSTA from 2.3),
/// <c>Warning: file, 12 text</c> (2.0.17), <c>[WARNING STA-1140] text</c> (OpenROAD), likewise for errors.
/// </summary>
public static class DiagnosticReader
{
    /// <summary>Whether the line (without its line end) is a diagnostic, and which.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out Diagnostic? diagnostic)
    {
        diagnostic = null;
        if (line.Length < 7 || line[0] is not ((byte)'W' or (byte)'E' or (byte)'['))
        {
            return false;
        }

        if (line[0] == '[' ? !TryReadBracketed(line, out Severity severity, out ReadOnlySpan<byte> code, out ReadOnlySpan<byte> rest)
            : !TryReadPlain(line, out severity, out code, out rest))
        {
            return false;
        }

        string file = "";
        int number = 0;
        if (TryReadPlace(rest, " line "u8, ","u8, out ReadOnlySpan<byte> place, out int placeLine, out ReadOnlySpan<byte> message)
            || TryReadPlace(rest, ", "u8, " "u8, out place, out placeLine, out message))
        {
            file = Encoding.UTF8.GetString(place);
            number = placeLine;
            rest = message;
        }

        diagnostic = new Diagnostic(severity, Encoding.UTF8.GetString(code), file, number, Encoding.UTF8.GetString(rest));
        return true;
    }

    // "Warning: rest", "Error 123: rest".
    private static bool TryReadPlain(ReadOnlySpan<byte> line, out Severity severity, out ReadOnlySpan<byte> code, out ReadOnlySpan<byte> rest)
    {
        severity = line[0] == 'W' ? Severity.Warning : Severity.Error;
        code = rest = default;
        ReadOnlySpan<byte> word = severity == Severity.Warning ? "Warning"u8 : "Error"u8;
        if (!line.StartsWith(word))
        {
            return false;
        }

        ReadOnlySpan<byte> after = line[word.Length..];
        int colon = after.IndexOf((byte)':');
        if (colon < 0 || (colon > 0 && (after[0] != ' ' || !IsNumber(after[1..colon]))))
        {
            return false;
        }

        code = colon > 0 ? after[1..colon] : default;
        rest = after[(colon + 1)..].TrimStart((byte)' ');
        return true;
    }

    // "[WARNING STA-1140] rest".
    private static bool TryReadBracketed(ReadOnlySpan<byte> line, out Severity severity, out ReadOnlySpan<byte> code, out ReadOnlySpan<byte> rest)
    {
        severity = Severity.Info;
        code = rest = default;
        int space = line.IndexOf((byte)' ');
        int close = line.IndexOf("] "u8);
        if (space < 0 || close < space)
        {
            return false;
        }

        ReadOnlySpan<byte> word = line[1..space];
        if (word.SequenceEqual("WARNING"u8))
        {
            severity = Severity.Warning;
        }
        else if (word.SequenceEqual("ERROR"u8) || word.SequenceEqual("CRITICAL"u8))
        {
            severity = Severity.Error;
        }
        else if (!word.SequenceEqual("INFO"u8))
        {
            return false;
        }

        code = line[(space + 1)..close];
        rest = line[(close + 2)..];
        return code.IndexOf((byte)'-') > 0;
    }

    private static bool TryReadPlace(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> beforeNumber, ReadOnlySpan<byte> afterNumber,
        out ReadOnlySpan<byte> file, out int line, out ReadOnlySpan<byte> message)
    {
        file = message = default;
        line = 0;
        int at = text.IndexOf(beforeNumber);
        if (at <= 0 || text[..at].Contains((byte)' '))
        {
            return false;
        }

        ReadOnlySpan<byte> number = text[(at + beforeNumber.Length)..];
        if (!Utf8Parser.TryParse(number, out line, out int digits) || !number[digits..].StartsWith(afterNumber))
        {
            return false;
        }

        file = text[..at];
        message = number[(digits + afterNumber.Length)..].TrimStart((byte)' ');
        return true;
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) => text.Length > 0 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
