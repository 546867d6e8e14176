using Slackline.Reports;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Cli.Sources;

/// <summary>Paths of a saved report.</summary>
internal sealed class SavedSource(string file, TimingUnits units) : PathSource
{
    private TimingPathStream? _stream;
    private SavedReport? _report;

    public override string Name => file == SavedReport.StandardInput ? "standard input" : file;

    public override string? Fault => _report?.Fault;

    public override Task<TimingPathStream> OpenAsync(CancellationToken cancellation)
    {
        _report = SavedReport.Open(file);
        _stream = TimingPathStream.Start(_report.Parse(Tally, units).Fill);
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
}
