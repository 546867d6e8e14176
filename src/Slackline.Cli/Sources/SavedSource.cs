using Slackline.Reports;
using Slackline.Streams;

namespace Slackline.Cli.Sources;

/// <summary>Paths of a saved report.</summary>
internal sealed class SavedSource(string file, int? threads = null) : PathSource
{
    private TimingPathStream? _stream;
    private SavedReport? _report;

    public override string Name => file == SavedReport.StandardInput ? "standard input" : file;

    public override string? Fault => _report?.Fault;

    public override Task<TimingPathStream> OpenAsync(CancellationToken cancellation)
    {
        _report = SavedReport.Open(file);
        _stream = TimingPathStream.Start(_report.Parse(Tally, threads).Fill);
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
