using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Copies of paths that an operator keeps, in chunks of its own.</summary>
internal sealed class PathStore
{
    private readonly Stack<PathChunk> _spare = new();
    private List<PathChunk> _chunks = [];

    /// <summary>The number of copies, discarded ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of memory that the copies take, unused room included.</summary>
    public long SizeInBytes => _chunks.Sum(static chunk => (long)chunk.SizeInBytes) + _spare.Sum(static chunk => (long)chunk.SizeInBytes);

    /// <summary>Copies a path.</summary>
    public void Add(RetainedPath kept, PathChunk source, int path)
    {
        if (_chunks.Count == 0 || !_chunks[^1].CanAppend(source))
        {
            _chunks.Add(_spare.TryPop(out PathChunk? spare) ? spare : new PathChunk());
        }

        PathChunk chunk = _chunks[^1];
        chunk.Append(source, path);
        kept.Chunk = _chunks.Count - 1;
        kept.Path = chunk.Count - 1;
        Count++;
    }

    /// <summary>Gives up all copies but some. Chunk by chunk, so that never more than one is there twice.</summary>
    public void KeepOnly(IEnumerable<RetainedPath> wanted)
    {
        List<PathChunk> old = _chunks;
        RetainedPath[] places = [.. wanted.OrderBy(static kept => kept.Chunk).ThenBy(static kept => kept.Path)];
        _chunks = [];
        Count = 0;
        int next = 0;
        for (int i = 0; i < old.Count; i++)
        {
            for (; next < places.Length && places[next].Chunk == i; next++)
            {
                Add(places[next], old[i], places[next].Path);
            }

            Recycle(old[i]);
        }
    }

    /// <summary>Leaves memory that is kept for later copies to the collector.</summary>
    public void DropSpare() => _spare.Clear();

    /// <summary>Gives up all copies and keeps the memory.</summary>
    public void Clear()
    {
        _chunks.ForEach(Recycle);
        _chunks.Clear();
        Count = 0;
    }

    /// <summary>Hands out copies in an order, in chunks; each is valid until the next one is requested.</summary>
    public IEnumerable<PathChunk> InOrder(IEnumerable<RetainedPath> ordered)
    {
        var output = new PathChunk();
        foreach (RetainedPath kept in ordered)
        {
            PathChunk source = _chunks[kept.Chunk];
            if (!output.CanAppend(source))
            {
                yield return output;
                output.Clear();
            }

            output.Append(source, kept.Path);
        }

        if (output.Count > 0)
        {
            yield return output;
        }
    }

    private void Recycle(PathChunk chunk)
    {
        chunk.Clear();
        _spare.Push(chunk);
    }
}
