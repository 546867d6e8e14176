using System.Runtime.CompilerServices;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Tests.Queries.Operators;

/// <summary>Keeps sorted runs in memory, in chunks of a size of its own, and hands them out in one chunk that it fills again and again.</summary>
internal sealed class MemoryRunStore(int chunkSize = 1000) : IRunStore
{
    public int RunsMade { get; private set; }

    public int OpenRuns { get; private set; }

    public int MostOpenRuns { get; private set; }

    /// <summary>The most runs that were read at once.</summary>
    public int MostReadRuns { get; private set; }

    private int ReadRuns { get; set; }

    public IPathRun CreateRun()
    {
        RunsMade++;
        OpenRuns++;
        MostOpenRuns = Math.Max(MostOpenRuns, OpenRuns);
        return new Run(this, chunkSize);
    }

    private sealed class Run(MemoryRunStore store, int chunkSize) : IPathRun
    {
        private readonly List<PathChunk> _chunks = [];

        public ValueTask WriteAsync(PathChunk chunk, CancellationToken cancellation)
        {
            for (int i = 0; i < chunk.Count; i++)
            {
                if (_chunks.Count == 0 || !_chunks[^1].CanAppend(chunk))
                {
                    _chunks.Add(PathChunk.WithRoomFor(chunkSize));
                }

                _chunks[^1].Append(chunk, i);
            }

            return ValueTask.CompletedTask;
        }

        public async IAsyncEnumerable<PathChunk> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            store.MostReadRuns = Math.Max(store.MostReadRuns, ++store.ReadRuns);
            var output = PathChunk.WithRoomFor(chunkSize);
            foreach (PathChunk chunk in _chunks)
            {
                cancellation.ThrowIfCancellationRequested();
                for (int i = 0; i < chunk.Count; i++)
                {
                    output.Append(chunk, i);
                }

                await Task.Yield();
                yield return output;
                output.Clear();
            }

            store.ReadRuns--;
        }

        public ValueTask DisposeAsync()
        {
            store.OpenRuns--;
            return ValueTask.CompletedTask;
        }
    }
}
