using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Planning.Merge;

/// <summary>
/// A group of paths with nearly equal slacks. OpenSTA takes close slacks for equal and orders their paths by name: endpoint, then
/// startpoint. That relation is not transitive (of three neighbours the outer two may differ), so its result depends on which paths it
/// sorts together. Here each group, up to a bounded length, is sorted as one, so the order is the same however the paths were found.
/// </summary>
internal sealed class NearTieGroup
{
    // Designs that repeat one block thousands of times have thousands of equal slacks. Such a group is sorted piece by piece; between the
    // pieces the tool's own order decides, which among that many equal slacks is by name, too.
    private const int MaxLength = 10_000;

    private readonly List<PathChunk> _chunks = [];
    private readonly Stack<PathChunk> _spare = new();
    private readonly List<NearPath> _paths = [];
    private readonly TextBuffer _text = new();
    private readonly IComparer<NearPath> _byName;
    private int _next;

    /// <summary>An empty group.</summary>
    public NearTieGroup() => _byName = Comparer<NearPath>.Create(Compare);

    private sealed record NearPath(PathChunk Chunk, int Path, float Slack);

    /// <summary>Whether its paths wait for others that may belong to it.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether it has been sorted, and some of its paths have not been taken.</summary>
    public bool HasSorted => !IsOpen && _next < _paths.Count;

    /// <summary>The slack of the path that was added last.</summary>
    public float LastSlack => _paths[^1].Slack;

    /// <summary>Whether no more paths fit.</summary>
    public bool IsFull => _paths.Count >= MaxLength;

    /// <summary>Adds a path.</summary>
    public void Add(PathChunk chunk, int path, float slack)
    {
        if (_chunks.Count == 0 || !_chunks[^1].CanAppend(chunk))
        {
            _chunks.Add(_spare.TryPop(out PathChunk? spare) ? spare : new PathChunk());
        }

        _chunks[^1].Append(chunk, path);
        _paths.Add(new NearPath(_chunks[^1], _chunks[^1].Count - 1, slack));
        IsOpen = true;
    }

    /// <summary>
    /// Whether a path does not belong to the group, but begins the next one: its slack is not near, or it is of another path group or on
    /// the other side of the check.
    /// </summary>
    public bool StartsNewGroup(PathChunk chunk, int path, float slack)
    {
        NearPath last = _paths[^1];
        if (!NearTies.AreNeighbours(slack, last.Slack))
        {
            return true;
        }

        int lastGroup = last.Chunk.PathGroup[last.Path];
        int group = chunk.PathGroup[path];
        return last.Chunk.PathType[last.Path] != chunk.PathType[path]
            || (lastGroup < 0 != group < 0)
            || (group >= 0 && !last.Chunk.Names[lastGroup].SequenceEqual(chunk.Names[group]));
    }

    /// <summary>Sorts the complete group by slack, and paths whose slacks OpenSTA takes for equal by name.</summary>
    public void Sort()
    {
        _paths.Sort(static (one, other) => one.Slack.CompareTo(other.Slack));
        for (int start = 0, end = 1; start < _paths.Count; start = end, end++)
        {
            while (end < _paths.Count && NearTies.Are(_paths[end - 1].Slack, _paths[end].Slack))
            {
                end++;
            }

            if (end - start > 1)
            {
                _paths.Sort(start, end - start, _byName);
            }
        }

        IsOpen = false;
        _next = 0;
    }

    /// <summary>Moves sorted paths to a chunk until it is full or the group is empty.</summary>
    public void MoveTo(PathChunk output, long most)
    {
        for (; _next < _paths.Count && most > 0 && output.CanAppend(_paths[_next].Chunk); _next++, most--)
        {
            output.Append(_paths[_next].Chunk, _paths[_next].Path);
        }

        if (_next == _paths.Count)
        {
            Clear();
        }
    }

    private void Clear()
    {
        foreach (PathChunk chunk in _chunks)
        {
            chunk.Clear();
            _spare.Push(chunk);
        }

        _chunks.Clear();
        _paths.Clear();
        _next = 0;
    }

    private int Compare(NearPath one, NearPath other)
    {
        int order = Name(one, one.Chunk.Endpoint).SequenceCompareTo(Name(other, other.Chunk.Endpoint));
        order = order != 0 ? order : Name(one, one.Chunk.Startpoint).SequenceCompareTo(Name(other, other.Chunk.Startpoint));
        order = order != 0 ? order : one.Slack.CompareTo(other.Slack);
        return order != 0 || ReferenceEquals(one, other) ? order : CompareTexts(one, other);
    }

    private static ReadOnlySpan<byte> Name(NearPath path, ReadOnlySpan<int> column) =>
        column[path.Path] is >= 0 and int id ? path.Chunk.Names[id] : default;

    private int CompareTexts(NearPath one, NearPath other)
    {
        _text.Clear();
        PathRenderer.Render(one.Chunk[one.Path], _text);
        int length = _text.Written.Length;
        PathRenderer.Render(other.Chunk[other.Path], _text);
        return _text.Written[..length].SequenceCompareTo(_text.Written[length..]);
    }
}
