using System.Text;
using System.Text.RegularExpressions;
using Slackline.Reports;

namespace Slackline.Sessions;

/// <summary>
/// Turns the error that Tcl reports into a message for the user. Tcl's error is often the smaller part of what the tool said:
/// "set_false_path command failed." of OpenSTA, after it has printed which pin was not found; only <c>ORD-0001</c> of OpenROAD, after it
/// has printed the text with that number.
/// </summary>
internal static partial class ToolErrorText
{
    /// <summary>The most diagnostics before an error that are reported as its causes.</summary>
    public const int MostCauses = 5;

    // Advice for errors of OpenROAD whose message gives none.
    private static readonly Dictionary<string, string> s_advice = new(StringComparer.Ordinal)
    {
        ["ORD-2010"] = "OpenROAD links a netlist only with the cells' LEF: put read_lef (the technology first) before link_design, or load a database with read_db.",
        ["ODB-0251"] = "The netlist is linked already: read the DEF with read_def -incremental.",
        ["UTL-0102"] = "OpenROAD sends its output to one place at a time: > FILE, tee and with_output_to_variable cannot stand in one another.",
    };

    /// <summary>The error as a diagnostic: what Tcl reports, or what the tool has printed under the number that Tcl reports.</summary>
    /// <param name="message">Tcl's error.</param>
    /// <param name="before">What the tool said before, in its order.</param>
    public static Diagnostic Read(string message, IReadOnlyList<Diagnostic> before)
    {
        Diagnostic error = DiagnosticReader.TryRead(Encoding.UTF8.GetBytes(message), out Diagnostic? read)
            && read!.Severity == Severity.Error
            ? read
            : new Diagnostic(Severity.Error, "", "", 0, message);
        if (!IsOnlyCode(error.Message))
        {
            return error;
        }

        Diagnostic text = before.LastOrDefault(diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Code == error.Message)
            ?? new Diagnostic(Severity.Error, error.Message, "", 0, "the tool gave no text with this number.");
        return text.File.Length > 0 ? text : text with { File = error.File, Line = error.Line };
    }

    /// <summary>Whether an error's text is only the number under which OpenROAD has printed it.</summary>
    public static bool IsOnlyCode(string message) => OnlyCode().IsMatch(message);

    /// <summary>The text that the tool printed right before an error, about the same command.</summary>
    /// <param name="error">The error.</param>
    /// <param name="before">What the tool said before, in its order.</param>
    public static IReadOnlyList<Diagnostic> CausesOf(Diagnostic error, IReadOnlyList<Diagnostic> before)
    {
        var causes = new Stack<Diagnostic>();
        for (int i = before.Count - 1; i >= 0 && causes.Count < MostCauses; i--)
        {
            Diagnostic cause = before[i];
            bool isElsewhere = cause.File.Length > 0 && (cause.File != Path.GetFileName(error.File) || cause.Line != error.Line);
            if (cause.Severity == Severity.Info || isElsewhere)
            {
                break;
            }

            if (cause != error && cause.Message != error.Message)
            {
                causes.Push(cause);
            }
        }

        return [.. causes];
    }

    /// <summary>The error's number and text, without its place; then its causes, and what to do.</summary>
    public static string Describe(Diagnostic error, IReadOnlyList<Diagnostic> causes)
    {
        var text = new StringBuilder(WithCode(error));
        foreach (Diagnostic cause in causes)
        {
            text.AppendLine().Append("  before it: ").Append(cause);
        }

        if (s_advice.TryGetValue(error.Code, out string? advice))
        {
            text.AppendLine().Append("  ").Append(advice);
        }

        return text.ToString();
    }

    /// <summary>The lines that the tool printed last, formatted for the end of a message; empty when it printed none.</summary>
    public static string Quote(IReadOnlyList<string> lines) =>
        lines.Count == 0 ? "" : $"{Environment.NewLine}  The tool printed last:{string.Concat(lines.Select(static line => $"{Environment.NewLine}    {line}"))}";

    private static string WithCode(Diagnostic error) => error.Code.Length == 0 ? error.Message
        : char.IsAsciiDigit(error.Code[0]) ? $"Error {error.Code}: {error.Message}"
        : $"{error.Code}: {error.Message}";

    [GeneratedRegex(@"^[A-Z]{2,5}-\d{1,5}$")]
    private static partial Regex OnlyCode();
}
