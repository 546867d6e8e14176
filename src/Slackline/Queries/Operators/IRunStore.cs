using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>A place outside memory for paths that an operator has sorted and needs again.</summary>
public interface IRunStore
{
    /// <summary>Begins a run. Several may be open at once.</summary>
    IPathRun CreateRun();

    /// <summary>Why a run that is being written waits, such as a full disk; null when none does, or the store cannot say.</summary>
    string? WaitsFor => null;
}

/// <summary>A run of paths: written in order, then read in order. Disposed of, it is removed from its store.</summary>
public interface IPathRun : IAsyncDisposable
{
    /// <summary>Appends the paths of a chunk. Afterwards the caller fills the chunk again.</summary>
    /// <exception cref="IOException">There is no room, or the store failed.</exception>
    ValueTask WriteAsync(PathChunk chunk, CancellationToken cancellation);

    /// <summary>
    /// All that was written, in its order, but not necessarily in the same chunks. Each is valid until the next one is requested.
    /// </summary>
    /// <exception cref="IOException">The store failed.</exception>
    IAsyncEnumerable<PathChunk> ReadAsync(CancellationToken cancellation);
}
