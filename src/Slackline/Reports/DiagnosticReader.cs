using System.Buffers.Text;
using System.Text;

namespace Slackline.Reports;

/// <summary>
/// Reads the lines in which the tools speak of their work: <c>Warning 1140: file line 12, text</c> (OpenSTA from 2.3),
/// <c>Warning: file, 12 text</c> (2.0.17), <c>[WARNING STA-1140] text</c> (OpenROAD), likewise for errors and what is critical (<c>Critical 240: text</c>). A line that would be printed differently is none.
/// </summary>
public static class DiagnosticReader
{
    /// <summary>Whether the line (without its line end) is a diagnostic, and which.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out Diagnostic? diagnostic)
    {
        diagnostic = null;
        if (line.Length < 7 || line[0] is not ((byte)'W' or (byte)'E' or (byte)'C' or (byte)'['))
        {
            return false;
        }

        diagnostic = line[0] == '[' ? ReadBracketed(line) : ReadPlain(line);
        if (diagnostic is not null && !IsPrintedAs(diagnostic, line))
        {
            diagnostic = null;
        }

        return diagnostic is not null;
    }

    private static bool IsPrintedAs(Diagnostic diagnostic, ReadOnlySpan<byte> line)
    {
        var again = new TextBuffer(line.Length);
        (diagnostic with { NoFinalLineEnd = true }).Render(again);
        return again.Written.SequenceEqual(line);
    }

    // "Warning: rest", "Error 123: rest".
    private static Diagnostic? ReadPlain(ReadOnlySpan<byte> line)
    {
        Severity severity = line[0] == 'W' ? Severity.Warning : Severity.Error;
        bool isCritical = line[0] == 'C';
        ReadOnlySpan<byte> word = isCritical ? "Critical"u8 : severity == Severity.Warning ? "Warning"u8 : "Error"u8;
        if (!line.StartsWith(word))
        {
            return null;
        }

        ReadOnlySpan<byte> after = line[word.Length..];
        int colon = after.IndexOf(": "u8);
        if (colon < 0 || (colon == 0 && isCritical) || (colon > 0 && (after[0] != ' ' || !IsNumber(after[1..colon]))))
        {
            return null;
        }

        ReadOnlySpan<byte> rest = after[(colon + 2)..];
        string code = colon > 0 ? Encoding.UTF8.GetString(after[1..colon]) : "";
        DiagnosticForm form = isCritical ? DiagnosticForm.OpenStaCritical : DiagnosticForm.OpenSta;
        return TryReadPlace(rest, " line "u8, ", "u8, severity, code, form)
            ?? (isCritical ? null : TryReadPlace(rest, ", "u8, " "u8, severity, code, DiagnosticForm.OldOpenSta))
            ?? new Diagnostic(severity, code, "", 0, Encoding.UTF8.GetString(rest)) { Form = form };
    }

    // "[WARNING STA-1140] rest".
    private static Diagnostic? ReadBracketed(ReadOnlySpan<byte> line)
    {
        int space = line.IndexOf((byte)' ');
        int close = line.IndexOf("] "u8);
        if (space < 0 || close < space)
        {
            return null;
        }

        ReadOnlySpan<byte> word = line[1..space];
        bool isCritical = word.SequenceEqual("CRITICAL"u8);
        Severity? severity = word.SequenceEqual("INFO"u8) ? Severity.Info
            : word.SequenceEqual("WARNING"u8) ? Severity.Warning
            : word.SequenceEqual("ERROR"u8) || isCritical ? Severity.Error
            : null;
        ReadOnlySpan<byte> code = line[(space + 1)..close];
        if (severity is not { } grave || code.IndexOf((byte)'-') <= 0)
        {
            return null;
        }

        string name = Encoding.UTF8.GetString(code);
        ReadOnlySpan<byte> rest = line[(close + 2)..];
        DiagnosticForm form = isCritical ? DiagnosticForm.OpenRoadCritical : DiagnosticForm.OpenRoad;
        return TryReadPlace(rest, " line "u8, ", "u8, grave, name, form) ?? new Diagnostic(grave, name, "", 0, Encoding.UTF8.GetString(rest)) { Form = form };
    }

    // The file and the line that the message speaks of; null when it names none.
    private static Diagnostic? TryReadPlace(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> beforeNumber, ReadOnlySpan<byte> afterNumber, Severity severity, string code, DiagnosticForm form)
    {
        int at = text.IndexOf(beforeNumber);
        if (at <= 0 || text[..at].Contains((byte)' '))
        {
            return null;
        }

        ReadOnlySpan<byte> number = text[(at + beforeNumber.Length)..];
        return Utf8Parser.TryParse(number, out int line, out int digits) && number[digits..].StartsWith(afterNumber)
            && DecimalText.IsCount(number[..digits])
            ? new Diagnostic(severity, code, Encoding.UTF8.GetString(text[..at]), line, Encoding.UTF8.GetString(number[(digits + afterNumber.Length)..])) { Form = form }
            : null;
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) => text.Length > 0 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
