using System.Buffers.Text;

namespace Slackline.Reports;

/// <summary>
/// Reads the messages of the tools: <c>Warning 1140: file line 12, text</c> (OpenSTA from 2.3), <c>Warning: file, 12 text</c> (2.0.17),
/// <c>[WARNING STA-1140] text</c> (OpenROAD), <c>[WARNING] text</c> and <c>[INFO]: text</c> (scripts of OpenROAD's flows); likewise errors
/// and critical errors (<c>Critical 240: text</c>). A line that does not print back identically is not treated as a diagnostic.
/// </summary>
internal static class DiagnosticReader
{
    // Codes and files, which repeat.
    private static readonly RepeatedNames s_names = new();

    /// <summary>Whether the line (without its line end) is a diagnostic, and which.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out Diagnostic? diagnostic)
    {
        diagnostic = line.Length < 7 ? null : line[0] switch
        {
            (byte)'[' => ReadBracketed(line),
            (byte)'N' => ReadNotice(line),
            (byte)'W' or (byte)'E' or (byte)'C' => ReadPlain(line),
            _ => null,
        };

        // Its parts are printed back one after the other, so only bytes that are not UTF-8 could come out differently.
        if (diagnostic is not null && !NameText.IsValid(line))
        {
            diagnostic = null;
        }

        return diagnostic is not null;
    }

    /// <summary>
    /// Whether a line can only be a message of the tool, judged by its first word. Such a line need not be tried as a report, which matters
    /// in logs that are mostly messages. Warnings that check_setup may have printed do not count.
    /// </summary>
    internal static bool BeginsAsNothingElse(ReadOnlySpan<byte> line) => line.Length >= 7 && line[0] switch
    {
        (byte)'[' => line.StartsWith("[WARNING "u8) || line.StartsWith("[INFO "u8) || line.StartsWith("[ERROR "u8),
        (byte)'W' => line.StartsWith("Warning"u8) && !line.StartsWith("Warning: There "u8),
        (byte)'E' => line.StartsWith("Error"u8),
        _ => false,
    };

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
        string code = colon > 0 ? s_names.Intern(after[1..colon]) : "";
        DiagnosticForm form = isCritical ? DiagnosticForm.OpenStaCritical : DiagnosticForm.OpenSta;
        return TryReadPlace(rest, " line "u8, ", "u8, severity, code, form)
            ?? (isCritical ? null : TryReadPlace(rest, ", "u8, " "u8, severity, code, DiagnosticForm.OldOpenSta))
            ?? new Diagnostic(severity, code, "", 0, NameText.Decode(rest)) { Form = form };
    }

    // "Notice 0: rest".
    private static Diagnostic? ReadNotice(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> word = "Notice "u8;
        int colon = line.IndexOf(": "u8);
        return line.StartsWith(word) && colon > word.Length && IsNumber(line[word.Length..colon])
            ? new Diagnostic(
                Severity.Info, NameText.Decode(line[word.Length..colon]), "", 0,
                NameText.Decode(line[(colon + 2)..]))
            { Form = DiagnosticForm.Notice }
            : null;
    }

    // "[WARNING STA-1140] rest", "[WARNING] rest", "[WARNING]: rest".
    private static Diagnostic? ReadBracketed(ReadOnlySpan<byte> line)
    {
        int close = line.IndexOf((byte)']');
        if (close < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> inside = line[1..close];
        int space = inside.IndexOf((byte)' ');
        ReadOnlySpan<byte> word = space < 0 ? inside : inside[..space];
        ReadOnlySpan<byte> code = space < 0 ? [] : inside[(space + 1)..];
        bool isCritical = word.SequenceEqual("CRITICAL"u8);
        Severity? severity = word.SequenceEqual("INFO"u8) ? Severity.Info
            : word.SequenceEqual("WARNING"u8) ? Severity.Warning
            : word.SequenceEqual("ERROR"u8) || isCritical ? Severity.Error
            : null;
        ReadOnlySpan<byte> rest = line[(close + 1)..];
        bool hasColon = space < 0 && rest.StartsWith((byte)':');
        rest = hasColon ? rest[1..] : rest;
        bool hasCode = code.IndexOf((byte)'-') > 0;
        if (severity is not { } known || !rest.StartsWith((byte)' ') || (space >= 0 && !hasCode) || (isCritical && !hasCode))
        {
            return null;
        }

        string name = s_names.Intern(code);
        rest = rest[1..];
        DiagnosticForm form = isCritical ? DiagnosticForm.OpenRoadCritical
            : hasCode ? DiagnosticForm.OpenRoad
            : hasColon ? DiagnosticForm.BracketedWithColon
            : DiagnosticForm.Bracketed;
        return TryReadPlace(rest, " line "u8, ", "u8, known, name, form)
            ?? new Diagnostic(known, name, "", 0, NameText.Decode(rest)) { Form = form };
    }

    // The file and line that the message names; null when it names none.
    private static Diagnostic? TryReadPlace(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> beforeNumber, ReadOnlySpan<byte> afterNumber, Severity severity, string code,
        DiagnosticForm form)
    {
        // The file's name has no spaces, so the first space of the text is after it.
        int at = text.IndexOf((byte)' ') - beforeNumber.IndexOf((byte)' ');
        if (at <= 0 || !text[at..].StartsWith(beforeNumber))
        {
            return null;
        }

        ReadOnlySpan<byte> number = text[(at + beforeNumber.Length)..];
        return Utf8Parser.TryParse(number, out int line, out int digits) && number[digits..].StartsWith(afterNumber)
            && DecimalText.IsCount(number[..digits])
            ? new Diagnostic(
                severity, code, s_names.Intern(text[..at]), line, NameText.Decode(number[(digits + afterNumber.Length)..]))
            { Form = form }
            : null;
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) => text.Length > 0 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
