using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Sorts as many paths as memory holds.</summary>
internal sealed class PathSorter(PathOrder order)
{
    private readonly PathKeys _keys = new(order);
    private readonly PathStore _store = new();
    private readonly List<RetainedPath> _kept = [];
    private long _keyBytes;

    public int Count => _kept.Count;

    /// <summary>Bytes of memory that paths and keys take.</summary>
    public long SizeInBytes => _store.SizeInBytes + _keyBytes + (_kept.Capacity * 8L);

    public void Add(PathSelection selection)
    {
        _keys.Load(selection.Chunk, selection.Paths);
        for (int i = 0; i < selection.Count; i++)
        {
            var kept = new RetainedPath(_keys.Key(i).ToArray(), _kept.Count);
            _keyBytes += kept.SizeInBytes;
            _store.Add(kept, selection.Chunk, selection.Paths[i]);
            _kept.Add(kept);
        }
    }

    /// <summary>The paths in order; each chunk is valid until the next one is requested.</summary>
    public IEnumerable<PathChunk> InOrder()
    {
        _kept.Sort();
        return _store.InOrder(_kept);
    }

    public void Clear()
    {
        _kept.Clear();
        _store.Clear();
        _keyBytes = 0;
    }
}
