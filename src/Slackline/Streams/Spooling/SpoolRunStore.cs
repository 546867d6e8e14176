using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Streams.Spooling;

/// <summary>
/// Sorted runs on disk, for <see cref="PathSequence.OrderBy(PathOrder, IRunStore, long)"/>: each is a spool of its own, in the same
/// format and under the same quota as streams that are kept. A run is removed when it is not needed any more; those of an engine
/// that was killed go with the old streams.
/// </summary>
/// <param name="open">Opens the state directory, when the first run needs it: most queries never do.</param>
public sealed class SpoolRunStore(Func<SpoolDirectory> open) : IRunStore
{
    private readonly Lazy<SpoolDirectory> _directory = new(open);

    // Those that write at this moment.
    private readonly ConcurrentDictionary<Spool, SpoolWriter> _writing = new();

    /// <summary>A store in a state directory that is open.</summary>
    public SpoolRunStore(SpoolDirectory directory)
        : this(() => directory)
    {
    }

    /// <summary>
    /// How long a run waits for room on disk. After that the query fails: its own runs, which it cannot do without, may be what takes the
    /// room. 5 minutes unless set.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public string? WaitsFor => _writing.Values.Select(static writer => writer.State.WhyItWaits()).FirstOrDefault(static why => why is not null);

    /// <inheritdoc/>
    public IPathRun CreateRun()
    {
        Spool spool = _directory.Value.Create("a run of an ordering");
        spool.Writer!.Patience = Patience;
        return new Run(spool, _writing);
    }

    private sealed class Run(Spool spool, ConcurrentDictionary<Spool, SpoolWriter> writing) : IPathRun
    {
        private bool _isDisposed;

        public async ValueTask WriteAsync(PathChunk chunk, CancellationToken cancellation)
        {
            writing[spool] = spool.Writer!;
            try
            {
                await spool.Writer!.AppendAsync(chunk, cancellation).ConfigureAwait(false);
            }
            catch (SpoolException e)
            {
                throw new SpoolException($"The query's paths take more memory than they may, and cannot be put in order on disk. {e.Message}", e);
            }
            finally
            {
                writing.TryRemove(spool, out _);
            }
        }

        public async IAsyncEnumerable<PathChunk> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            // Reading is quick and never waits; what consumes the paths decides when others have their turn.
            await Task.CompletedTask.ConfigureAwait(false);
            using SpoolReader reader = spool.OpenReader();
            var chunk = new PathChunk();
            for (long next = 0; next < reader.Paths; next += chunk.Count)
            {
                cancellation.ThrowIfCancellationRequested();
                if (reader.Read(next, PathChunk.Capacity, chunk) == 0)
                {
                    yield break;
                }

                yield return chunk;
            }
        }

        public ValueTask DisposeAsync()
        {
            if (_isDisposed)
            {
                return ValueTask.CompletedTask;
            }

            _isDisposed = true;
            spool.Dispose();
            try
            {
                Directory.Delete(spool.FolderPath, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // What is left of it goes with the old streams. Nobody waits for it, and other runs are disposed of after it.
            }

            return ValueTask.CompletedTask;
        }
    }
}
