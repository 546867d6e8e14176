using Slackline.Reports;
using Slackline.Streams;

namespace Slackline.Cli.Sources;

/// <summary>Paths of a saved report.</summary>
internal sealed class SavedSource(string file) : PathSource
{
    private TimingPathStream? _stream;
    private Stream? _file;

    public override string Name => file == SavedReport.StandardInput ? "standard input" : file;

    public override Task<TimingPathStream> OpenAsync(CancellationToken cancellation)
    {
        _file = SavedReport.Open(file);
        var parser = new OpenStaStreamParser(_file, Tally);
        _stream = TimingPathStream.Start(parser.Fill);
        return Task.FromResult(_stream);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_stream is not null)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }

        if (_file is not null)
        {
            await _file.DisposeAsync().ConfigureAwait(false);
        }
    }
}
