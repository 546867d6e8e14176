using System.Globalization;

namespace Slackline.Reports;

/// <summary>How severe a diagnostic is.</summary>
public enum Severity
{
    /// <summary>Information: OpenROAD's <c>[INFO ...]</c> lines.</summary>
    Info,

    /// <summary>A warning: the tool went on.</summary>
    Warning,

    /// <summary>An error: the command did not do what was asked.</summary>
    Error,
}

/// <summary>How a diagnostic is printed.</summary>
internal enum DiagnosticForm
{
    /// <summary><c>Warning 1140: file line 12, text</c>: OpenSTA from 2.3.</summary>
    OpenSta,

    /// <summary><c>Warning: file, 12 text</c>: OpenSTA 2.0.</summary>
    OldOpenSta,

    /// <summary><c>[WARNING STA-1140] file line 12, text</c>: OpenROAD.</summary>
    OpenRoad,

    /// <summary><c>[CRITICAL STA-0240] text</c>: OpenROAD, which then exits.</summary>
    OpenRoadCritical,

    /// <summary><c>Critical 240: text</c>: OpenSTA from 2.3, which then exits.</summary>
    OpenStaCritical,

    /// <summary><c>[WARNING] text</c>: scripts of OpenROAD's flows.</summary>
    Bracketed,

    /// <summary><c>[INFO]: text</c>: scripts of OpenROAD's flows.</summary>
    BracketedWithColon,

    /// <summary><c>Notice 0: text</c>: OpenROAD until 2020.</summary>
    Notice,
}

/// <summary>A message of the tool about its work, as opposed to the data of its reports.</summary>
/// <param name="Severity">How severe it is.</param>
/// <param name="Code">The message's number: <c>1140</c>, or <c>STA-1140</c> in OpenROAD; empty where the tool prints none (2.0.17).</param>
/// <param name="File">The script or design file that it points at; empty when it names none.</param>
/// <param name="Line">The line in that file, from 1; 0 when it names none.</param>
/// <param name="Message">Its text.</param>
public sealed record Diagnostic(Severity Severity, string Code, string File, int Line, string Message)
{
    /// <summary>How it is printed.</summary>
    internal DiagnosticForm Form { get; init; }

    /// <summary>Whether its line ends in CR LF.</summary>
    public bool CarriageReturns { get; init; }

    /// <summary>Whether the text ended without a line end after it.</summary>
    public bool NoFinalLineEnd { get; init; }

    /// <summary>
    /// Whether it is an error after which the tool went on. OpenROAD prints each error when it is raised, even if a script catches it. Only
    /// an error that names a place is known to be uncaught.
    /// </summary>
    public bool IsPassedOver =>
        Severity == Severity.Error
            && (File.Length > 0 || Form is not (DiagnosticForm.OpenRoad or DiagnosticForm.Bracketed or DiagnosticForm.BracketedWithColon));

    /// <summary>Appends the diagnostic as the tool prints it.</summary>
    internal void Render(TextBuffer output)
    {
        string word = Form is DiagnosticForm.OpenRoadCritical or DiagnosticForm.OpenStaCritical
            ? "Critical"
            : Form == DiagnosticForm.Notice
            ? "Notice"
            : Severity.ToString();
        output.Write(Form switch
        {
            DiagnosticForm.OpenRoad or DiagnosticForm.OpenRoadCritical => $"[{word.ToUpperInvariant()} {Code}] ",
            DiagnosticForm.Bracketed => $"[{word.ToUpperInvariant()}] ",
            DiagnosticForm.BracketedWithColon => $"[{word.ToUpperInvariant()}]: ",
            _ => Code.Length == 0 ? $"{word}: " : $"{word} {Code}: ",
        });

        if (File.Length > 0)
        {
            string line = Line.ToString(CultureInfo.InvariantCulture);
            output.Write(Form == DiagnosticForm.OldOpenSta ? $"{File}, {line} " : $"{File} line {line}, ");
        }

        output.Write(Message);
        if (!NoFinalLineEnd)
        {
            new LineWriter(output, CarriageReturns).End();
        }
    }

    /// <summary>The diagnostic in one line: <c>Warning 1140: top.sdc:12: port 'x' not found.</c></summary>
    public override string ToString()
    {
        string code = Code.Length == 0 ? "" : " " + Code;
        string place = File.Length == 0 ? "" : $"{File}:{Line}: ";
        return $"{Severity}{code}: {place}{Message}";
    }
}
