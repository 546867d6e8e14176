using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Planning.Merge;

/// <summary>
/// Paths of close slacks. Those that OpenSTA takes for equal it orders by their names: endpoint, then startpoint. That is no order (of
/// three neighbours the outer two may not be equal), so its own sequence depends on how many paths it sorts at once. Here all that are
/// close, up to a number, are put in order, the same however they were found.
/// </summary>
internal sealed class TieChain
{
    // Designs that repeat one block thousands of times have thousands of equal slacks: such a chain is put in order piece by piece, and
    // then the tool's own order decides, which among so many equal ones is by name, too.
    private const int MaxLength = 10_000;

    private readonly List<PathChunk> _chunks = [];
    private readonly Stack<PathChunk> _spare = new();
    private readonly List<Link> _links = [];
    private readonly TextBuffer _text = new();
    private readonly IComparer<Link> _byName;
    private int _next;

    /// <summary>An empty chain.</summary>
    public TieChain() => _byName = Comparer<Link>.Create(Compare);

    private sealed record Link(PathChunk Chunk, int Path, float Slack);

    /// <summary>Whether paths wait for others.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether a chain that is in order has not been taken whole.</summary>
    public bool HasSorted => !IsOpen && _next < _links.Count;

    /// <summary>The slack of the path that was added last.</summary>
    public float LastSlack => _links[^1].Slack;

    /// <summary>Whether no more paths fit.</summary>
    public bool IsFull => _links.Count >= MaxLength;

    /// <summary>Adds a path.</summary>
    public void Add(PathChunk chunk, int path, float slack)
    {
        if (_chunks.Count == 0 || !_chunks[^1].CanAppend(chunk))
        {
            _chunks.Add(_spare.TryPop(out PathChunk? spare) ? spare : new PathChunk());
        }

        _chunks[^1].Append(chunk, path);
        _links.Add(new Link(_chunks[^1], _chunks[^1].Count - 1, slack));
        IsOpen = true;
    }

    /// <summary>
    /// Whether a path does not belong to those that wait: its slack is not near, or it is of another group or side, however near its
    /// slack.
    /// </summary>
    public bool IsStrange(PathChunk chunk, int path, float slack)
    {
        Link last = _links[^1];
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

    /// <summary>No more paths are near: all are put in order, by slack, and those that OpenSTA takes for equal by name.</summary>
    public void Sort()
    {
        _links.Sort(static (one, other) => one.Slack.CompareTo(other.Slack));
        for (int start = 0, end = 1; start < _links.Count; start = end, end++)
        {
            while (end < _links.Count && NearTies.Are(_links[end - 1].Slack, _links[end].Slack))
            {
                end++;
            }

            if (end - start > 1)
            {
                _links.Sort(start, end - start, _byName);
            }
        }

        IsOpen = false;
        _next = 0;
    }

    /// <summary>Moves sorted paths to a chunk until it is full or all are there.</summary>
    public void MoveTo(PathChunk output, long most)
    {
        for (; _next < _links.Count && most > 0 && output.CanAppend(_links[_next].Chunk); _next++, most--)
        {
            output.Append(_links[_next].Chunk, _links[_next].Path);
        }

        if (_next == _links.Count)
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
        _links.Clear();
        _next = 0;
    }

    private int Compare(Link one, Link other)
    {
        int order = Name(one, one.Chunk.Endpoint).SequenceCompareTo(Name(other, other.Chunk.Endpoint));
        order = order != 0 ? order : Name(one, one.Chunk.Startpoint).SequenceCompareTo(Name(other, other.Chunk.Startpoint));
        order = order != 0 ? order : one.Slack.CompareTo(other.Slack);
        return order != 0 || ReferenceEquals(one, other) ? order : CompareTexts(one, other);
    }

    private static ReadOnlySpan<byte> Name(Link link, ReadOnlySpan<int> column) => column[link.Path] is >= 0 and int id ? link.Chunk.Names[id] : default;

    private int CompareTexts(Link one, Link other)
    {
        _text.Clear();
        PathRenderer.Render(one.Chunk[one.Path], _text);
        int length = _text.Written.Length;
        PathRenderer.Render(other.Chunk[other.Path], _text);
        return _text.Written[..length].SequenceCompareTo(_text.Written[length..]);
    }
}
