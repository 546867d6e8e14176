using Slackline.Reports;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Sessions;

/// <summary>Keeps the diagnostics of an output and lets the rest pass by.</summary>
internal sealed class DiagnosticLog : IReportSink
{
    // A library with a warning for each of its cells is common; one for each of a million pins must not fill the memory. Errors have room
    // of their own.
    private const int MaxKept = 10_000;
    private readonly List<Diagnostic> _diagnostics = [];
    private int _errors;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>
    /// The first error after which the tool went on with the script; null without such an error. An error with a place is that of the
    /// command that failed; one without is a part of its message. An error that the script has caught does not count: OpenROAD prints it
    /// all the same.
    /// </summary>
    public Diagnostic? FirstPassedOver =>
        _diagnostics.FirstOrDefault(static diagnostic => diagnostic.IsPassedOver && diagnostic.File.Length > 0)
            ?? _diagnostics.FirstOrDefault(static diagnostic => diagnostic.IsPassedOver);

    public void Accept(in ReportBlock block)
    {
        if (block.Diagnostic is not { } diagnostic || TryMerge(diagnostic))
        {
            return;
        }

        int kept = diagnostic.Severity == Severity.Error ? _errors++ : _diagnostics.Count - Math.Min(_errors, MaxKept);
        if (kept < MaxKept)
        {
            _diagnostics.Add(diagnostic);
        }
    }

    /// <summary>Reads an output to its end.</summary>
    public void Read(Stream output)
    {
        // Paths, should there be any, are not kept, so their units do not matter.
        var parser = new OpenStaStreamParser(output, this, TimingUnits.Default);
        foreach (PathChunk _ in parser.ReadChunks())
        {
            // Accept takes the messages.
        }
    }

    // "[ERROR ORD-0001] text" of OpenROAD, and then, as the script goes on, "Error: setup.tcl, 7 ORD-0001": the one has the text, the other
    // the place.
    private bool TryMerge(Diagnostic diagnostic)
    {
        if (diagnostic.Severity != Severity.Error || !ToolErrorText.IsOnlyCode(diagnostic.Message))
        {
            return false;
        }

        int text = _diagnostics.FindLastIndex(printed => printed.Code == diagnostic.Message && printed.File.Length == 0);
        if (text < 0)
        {
            return false;
        }

        _diagnostics[text] = _diagnostics[text] with { File = diagnostic.File, Line = diagnostic.Line };
        return true;
    }
}
