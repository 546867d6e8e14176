using Slackline.Reports;
using Slackline.Reports.Files;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Service.Sources;

/// <summary>Paths of saved reports, one file after the other.</summary>
/// <param name="reports">The reports.</param>
/// <param name="units">The units of their numbers where the reports give none; null when the user gave none.</param>
internal sealed class SavedSource(ReportFiles reports, TimingUnits? units) : PathSource
{
    private readonly Queue<string> _left = new(reports.Files);
    private TimingPathStream? _stream;
    private SavedReport? _report;
    private IReportParser? _parser;
    private string? _fault;

    public override string Name => reports.Name;

    public override string Argument => reports.Argument;

    /// <summary>Whether the user has given the units.</summary>
    public bool KnowsUnits => units is not null;

    public override string? Fault => _fault ?? _report?.Fault;

    public override Task<TimingPathStream> OpenAsync(CancellationToken cancellation)
    {
        // A file that was named must be there; in a directory there are files of many kinds.
        OpenNext();
        _stream = TimingPathStream.Start(
            Fill, end: () => Fault is null && Output.DamageCount == 0 ? StreamState.Complete : StreamState.Faulted);
        return Task.FromResult(_stream);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_stream is not null)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }

        _report?.Dispose();
    }

    private bool Fill(ref PathChunk chunk, CancellationToken cancellation)
    {
        while (_parser is not null)
        {
            if (_parser.Fill(ref chunk, cancellation))
            {
                return true;
            }

            if (_left.Count == 0)
            {
                return false;
            }

            _fault ??= _report!.Fault is { } fault ? $"{_report.Context.File}: {fault}" : null;
            _report!.Dispose();
            _report = null;
            _parser = null;
            OpenNext();
            if (chunk.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private void OpenNext()
    {
        while (_parser is null && _left.TryDequeue(out string? file))
        {
            try
            {
                _report = SavedReport.Open(file);
            }
            catch (SavedReportException) when (reports.IsFromDirectory(file))
            {
                continue;
            }

            Output.BeginFile(countsLines: !_report.IsPlain);
            _parser = _report.Parse(Output, units ?? TimingUnits.Default);
        }
    }
}
