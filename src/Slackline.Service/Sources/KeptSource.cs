using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;

namespace Slackline.Service.Sources;

/// <summary>Paths of a stream that was kept, from the first one on; while another process keeps it, as far as it comes.</summary>
internal sealed class KeptSource(string id) : PathSource
{
    private PagedStream? _kept;
    private TimingPathStream? _replay;

    public override string Name => $"stream {id}";

    public override Task<TimingPathStream> OpenAsync(CancellationToken cancellation)
    {
        SpoolDirectory directory = SpoolDirectory.At();
        _kept = PagedStream.Open(directory, directory.Find(id) ?? id);
        _replay = _kept.Replay();
        return Task.FromResult(_replay);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_replay is not null)
        {
            await _replay.DisposeAsync().ConfigureAwait(false);
        }

        if (_kept is not null)
        {
            await _kept.DisposeAsync().ConfigureAwait(false);
        }
    }
}
