using Slackline.Reports;
using Slackline.Timing;

namespace Slackline.Sessions;

/// <summary>Keeps the diagnostics of an output and lets the rest pass by.</summary>
internal sealed class DiagnosticLog : IReportSink
{
    // A library with a warning for each of its cells is common; one for each of a million pins must not fill the memory.
    private const int MaxKept = 10_000;
    private readonly List<Diagnostic> _diagnostics = [];

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public void Accept(in ReportBlock block)
    {
        if (block.Diagnostic is { } diagnostic && _diagnostics.Count < MaxKept)
        {
            _diagnostics.Add(diagnostic);
        }
    }

    /// <summary>Reads an output to its end.</summary>
    public void Read(Stream output)
    {
        var chunk = new PathChunk();
        // Of paths, should there be any, nothing is kept; so nobody asks what their numbers count.
        var parser = new OpenStaStreamParser(output, this, TimingUnits.Default);
        while (parser.Fill(chunk))
        {
            chunk.Clear();
        }
    }
}
