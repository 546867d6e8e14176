using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Keeps paths chosen at random, all with the same chance (Waterman's algorithm R).</summary>
internal sealed class RandomPaths(int count, int seed) : IPathBuffer
{
    private const int MinGarbage = 256;

#pragma warning disable CA5394 // A sample need not be secret; with a seed, the generator is the same on every machine and version.
    private readonly Random _random = new(seed);
#pragma warning restore CA5394
    private readonly PathStore _store = new();
    private readonly List<RetainedPath> _kept = [];
    private long _seen;

    public long SizeInBytes => _store.SizeInBytes + (_kept.Count * (long)RetainedPath.Overhead);

    public void Add(PathSelection selection)
    {
        foreach (int path in selection.Paths)
        {
            // The path is the _seen-th: its chance to be among the chosen is count / _seen.
            _seen++;
#pragma warning disable CA5394
            long place = _kept.Count < count ? _kept.Count : _random.NextInt64(_seen);
#pragma warning restore CA5394
            if (place >= count)
            {
                continue;
            }

            var kept = new RetainedPath([], _seen);
            _store.Add(kept, selection.Chunk, path);
            if (place == _kept.Count)
            {
                _kept.Add(kept);
            }
            else
            {
                _kept[(int)place] = kept;
            }

            if (_store.Count - _kept.Count > Math.Max(count, MinGarbage))
            {
                _store.KeepOnly(_kept);
            }
        }
    }

    public void Compact()
    {
        _store.KeepOnly(_kept);
        _store.DropSpare();
    }

    public IEnumerable<PathChunk> Retained() => _store.InOrder(_kept.Order());
}
