using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;

namespace Slackline.Service.Sources;

/// <summary>
/// Paths of a stream that is kept, from the first one on. While the stream is still written, by this process or another, they are followed
/// to its end.
/// </summary>
internal sealed class KeptSource : PathSource
{
    private readonly PagedStream _kept;
    private readonly bool _isOwned;
    private TimingPathStream? _replay;

    private KeptSource(PagedStream kept, bool isOwned)
    {
        _kept = kept;
        _isOwned = isOwned;
    }

    /// <summary>The stream's id.</summary>
    public string Id => _kept.Id;

    public override string Name => $"stream {Id}";

    public override string Command => _kept.Command;

    public override string? Filter => _kept.Filter;

    public override string? Design => _kept.Design;

    public override string? Missing => _kept.State is StreamState.Running or StreamState.Paused or StreamState.Complete
        ? null
        : $"{Name} is {_kept.State.Word()}: it does not have all paths";

    /// <summary>Opens a stream that was kept.</summary>
    /// <param name="directory">Where streams are kept.</param>
    /// <param name="name">Its id, or the first digits of it.</param>
    /// <exception cref="SpoolException">There is no such stream.</exception>
    public static KeptSource Open(SpoolDirectory directory, string name) =>
        new(PagedStream.Open(directory, directory.Find(name) ?? name), isOwned: true);

    /// <summary>The paths of a stream that is open already, and stays open.</summary>
    public static KeptSource Of(PagedStream kept) => new(kept, isOwned: false);

    public override Task<TimingPathStream> OpenAsync(CancellationToken cancellation)
    {
        _replay = _kept.Replay();
        return Task.FromResult(_replay);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_replay is not null)
        {
            await _replay.DisposeAsync().ConfigureAwait(false);
        }

        if (_isOwned)
        {
            await _kept.DisposeAsync().ConfigureAwait(false);
        }
    }
}
