using System.Globalization;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Keeps of all paths that have the same in some columns the first one in an order.</summary>
internal sealed class BestPaths(IReadOnlyList<PathExpression> columns, PathOrder order, int maxKeys) : IPathBuffer
{
    // The memory of a key in the dictionary.
    private const int BytesPerKey = 48;

    // Copies of displaced paths are discarded once there are as many of them as of live ones, and at least this many.
    private const int MinGarbage = 256;

    private readonly PathKeys _keys = new(columns);
    private readonly PathKeys _places = new(order);
    private readonly PathStore _store = new();
    private readonly Dictionary<UInt128, RetainedPath> _best = [];
    private long _seen;
    private long _keyBytes;

    public long SizeInBytes => _store.SizeInBytes + _keyBytes + ((long)_best.Count * BytesPerKey);

    public void Add(PathSelection selection)
    {
        _keys.Load(selection.Chunk, selection.Paths);
        _places.Load(selection.Chunk, selection.Paths);
        for (int i = 0; i < selection.Count; i++, _seen++)
        {
            UInt128 key = _keys.Hash(i);
            ReadOnlySpan<byte> place = _places.Key(i);
            if (_best.TryGetValue(key, out RetainedPath? best))
            {
                // Of equal paths the first one stays.
                if (place.SequenceCompareTo(best.Key) >= 0)
                {
                    continue;
                }

                _keyBytes -= best.SizeInBytes;
            }
            else if (_best.Count == maxKeys)
            {
                throw new QueryLimitException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"There are more than {maxKeys:N0} different values of {string.Join(", ", columns.Select(static column => column.Name))}: filter more, or raise the limit on keys."),
                    maxKeys);
            }

            var kept = new RetainedPath(place.ToArray(), _seen);
            _store.Add(kept, selection.Chunk, selection.Paths[i]);
            _keyBytes += kept.SizeInBytes;
            _best[key] = kept;
            if (_store.Count - _best.Count > Math.Max(_best.Count, MinGarbage))
            {
                _store.KeepOnly(_best.Values);
            }
        }
    }

    public void Compact()
    {
        _store.KeepOnly(_best.Values);
        _store.DropSpare();
    }

    public IEnumerable<PathChunk> Retained() => _store.InOrder(_best.Values.Order());
}
