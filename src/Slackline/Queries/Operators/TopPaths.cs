using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Keeps the first paths in an order.</summary>
internal sealed class TopPaths(int count, PathOrder order) : IPathBuffer
{
    // Copies of displaced paths are discarded once there are as many of them as of live ones, and at least this many.
    private const int MinGarbage = 256;

    private readonly PathKeys _keys = new(order);
    private readonly PathStore _store = new();
    private readonly PriorityQueue<RetainedPath, RetainedPath> _lastFirst =
        new(Comparer<RetainedPath>.Create(static (a, b) => b.CompareTo(a)));
    private long _seen;
    private long _keyBytes;

    public long SizeInBytes => _store.SizeInBytes + _keyBytes;

    public void Add(PathSelection selection)
    {
        _keys.Load(selection.Chunk, selection.Paths);
        for (int i = 0; i < selection.Count; i++, _seen++)
        {
            ReadOnlySpan<byte> key = _keys.Key(i);
            bool isFull = _lastFirst.Count == count;
            if (isFull && key.SequenceCompareTo(_lastFirst.Peek().Key) >= 0)
            {
                continue;
            }

            var kept = new RetainedPath(key.ToArray(), _seen);
            _store.Add(kept, selection.Chunk, selection.Paths[i]);
            _keyBytes += kept.SizeInBytes;
            if (isFull)
            {
                _keyBytes -= _lastFirst.EnqueueDequeue(kept, kept).SizeInBytes;
            }
            else
            {
                _lastFirst.Enqueue(kept, kept);
            }

            if (_store.Count - _lastFirst.Count > Math.Max(count, MinGarbage))
            {
                GiveUpGarbage();
            }
        }
    }

    public void Compact()
    {
        GiveUpGarbage();
        _store.DropSpare();
    }

    public IEnumerable<PathChunk> Retained() => _store.InOrder(_lastFirst.UnorderedItems.Select(static item => item.Element).Order());

    private void GiveUpGarbage() => _store.KeepOnly(_lastFirst.UnorderedItems.Select(static item => item.Element));
}
