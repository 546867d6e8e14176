using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Streams;

/// <summary>
/// A stream read through a filter. While it runs further filters can be added. They apply from the next chunk on and narrow what is read
/// step by step, without another query of the tool.
/// </summary>
public sealed class FilteredTimingStream : IAsyncDisposable
{
    private readonly TimingPathStream _source;
    private ImmutableList<PathFilter> _filters;
    private long _seen;
    private long _matched;

    /// <summary>Filters a stream, which belongs to this one from then on.</summary>
    /// <param name="source">The stream, of which nothing has been taken yet.</param>
    /// <param name="filters">What must hold of a path, all of it.</param>
    public FilteredTimingStream(TimingPathStream source, params IEnumerable<PathFilter> filters)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _filters = [.. filters];
    }

    /// <summary>The filters, in the order in which they were added.</summary>
    public IReadOnlyList<PathFilter> Filters => _filters;

    /// <summary>How many paths were looked at.</summary>
    public long PathsSeen => Interlocked.Read(ref _seen);

    /// <summary>For how many of them all filters held.</summary>
    public long PathsMatched => Interlocked.Read(ref _matched);

    /// <summary>The state of the underlying stream.</summary>
    public StreamStatus Status => _source.Status;

    /// <summary>Adds a filter, for the chunks that have not been handed on yet.</summary>
    public void Narrow(PathFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ImmutableInterlocked.Update(ref _filters, static (filters, added) => filters.Add(added), filter);
    }

    /// <summary>The paths that are wanted, for a single consumer.</summary>
    /// <inheritdoc cref="StreamConsumer.ReadChunksAsync"/>
    public PathSequence Read() => new(ReadSelectionsAsync, columns: null);

    /// <summary>Stops the source; paths read before can still be consumed.</summary>
    public void Cancel() => _source.Cancel();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async IAsyncEnumerable<PathSelection> ReadSelectionsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // A filter keeps scratch memory, and this one may serve another stream at the same time.
        var own = new List<PathFilter>();
        var matches = new int[PathChunk.Capacity];
        await foreach (PathChunk chunk in _source.ReadChunksAsync(cancellation).ConfigureAwait(false))
        {
            own.AddRange(_filters.Skip(own.Count).Select(filter => filter.Copy()));
            PathSelection.All(chunk).Paths.CopyTo(matches);
            int count = chunk.Count;
            foreach (PathFilter filter in own)
            {
                count = filter.Narrow(chunk, matches.AsSpan(0, count));
            }

            Interlocked.Add(ref _seen, chunk.Count);
            Interlocked.Add(ref _matched, count);
            if (count > 0)
            {
                yield return new PathSelection(chunk, matches.AsMemory(0, count));
            }
        }
    }
}
