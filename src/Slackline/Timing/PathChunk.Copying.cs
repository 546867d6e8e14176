namespace Slackline.Timing;

/// <content>
/// Copies a path from one chunk to another. The copy holds everything that the path holds and prints the same bytes. For each source
/// chunk a map translates the ids of names and descriptions, so a name that many paths share is looked up once.
/// </content>
public sealed partial class PathChunk
{
    // The number of source chunks that may alternate (a merge of that many streams) without a map being built twice.
    private const int MaxCopyMaps = 64;

    private static long s_lastContent;

    private List<CopyMap>? _copyMaps;
    private int _copyMapCount;
    private int _lastCopyMap;

    /// <summary>
    /// Identifies the content of the chunk among all contents that this or any other chunk ever held. The number changes when the chunk
    /// is cleared, since earlier ids of names and descriptions are invalid from then on.
    /// </summary>
    internal long Content { get; private set; } = Interlocked.Increment(ref s_lastContent);

    private int CopyMapsSizeInBytes
    {
        get
        {
            // Asked for every path that is read: most chunks are never copied to.
            if (_copyMaps is null)
            {
                return 0;
            }

            int size = 0;
            foreach (CopyMap map in _copyMaps)
            {
                size += map.SizeInBytes;
            }

            return size;
        }
    }

    /// <summary>A chunk of its own with the same paths: it stays as it is, whatever this one is used for.</summary>
    public PathChunk Copy()
    {
        PathChunk copy = Like(this);
        for (int path = 0; path < Count; path++)
        {
            copy.Append(this, path);
        }

        return copy;
    }

    /// <summary>The requested path or row does not exist any more.</summary>
    internal static InvalidOperationException Reused() => new(
        "The chunk of this path holds other paths by now. A path is valid until the next chunk is asked for; TimingPath.Detach or PathChunk.Copy keeps it.");

    /// <summary>A chunk with room for fewer paths than usual.</summary>
    /// <param name="paths">How many paths it holds at the most.</param>
    /// <param name="maxSizeInBytes">The bound on its memory, in bytes.</param>
    internal static PathChunk WithRoomFor(int paths, int maxSizeInBytes = 8_000_000) =>
        new(Math.Min(paths, Capacity), Math.Min(paths * 32, FirstRoomForRows)) { MaxSizeInBytes = maxSizeInBytes };

    /// <summary>
    /// An empty chunk with room for what another one holds or held: it need not grow to that, and leave to the collector what it grew out
    /// of.
    /// </summary>
    internal static PathChunk Like(PathChunk other) => new(other.Room, other.Rows.Length, other) { MaxSizeInBytes = other.MaxSizeInBytes };

    /// <summary>How many paths it holds at the most.</summary>
    internal int Room => Paths.Length;

    /// <summary>Whether a path of another chunk can be appended: there is room, and the numbers have the same units.</summary>
    internal bool CanAppend(PathChunk source) => !IsFull && (Count == 0 || Units == source.Units);

    /// <summary>Appends a copy of a path of another chunk. There must be room for it (<see cref="CanAppend"/>).</summary>
    internal void Append(PathChunk source, int path)
    {
        UseUnits(source.Units);
        var ids = new CopiedIds(MapOf(source), source, this);
        int first = source._firstRow[path];
        int rows = source._firstRow[path + 1] - first;
        while (_rowCount + rows > Rows.Length)
        {
            Rows.Grow();
        }

        Paths.Copy(source.Paths, path, 1, Count, ids);
        Rows.Copy(source.Rows, first, rows, _rowCount, ids);
        _rowCount += rows;
        Count++;
        _firstRow[Count] = _rowCount;
    }

    private CopyMap MapOf(PathChunk source)
    {
        _copyMaps ??= [];
        if (_lastCopyMap < _copyMapCount && _copyMaps[_lastCopyMap].Content == source.Content)
        {
            return _copyMaps[_lastCopyMap];
        }

        for (int i = 0; i < _copyMapCount; i++)
        {
            if (_copyMaps[i].Content == source.Content)
            {
                _lastCopyMap = i;
                return _copyMaps[i];
            }
        }

        return NewMapOf(source);
    }

    private CopyMap NewMapOf(PathChunk source)
    {
        if (_copyMapCount < MaxCopyMaps)
        {
            _lastCopyMap = _copyMapCount++;
            if (_lastCopyMap == _copyMaps!.Count)
            {
                _copyMaps.Add(new CopyMap());
            }
        }
        else
        {
            _lastCopyMap = (_lastCopyMap + 1) % MaxCopyMaps;
        }

        CopyMap map = _copyMaps![_lastCopyMap];
        map.Begin(source.Content);
        return map;
    }

    // The ids of this chunk's names, and the maps built from them here and in other chunks, are no longer valid.
    private void ForgetCopies()
    {
        Content = Interlocked.Increment(ref s_lastContent);
        _copyMapCount = 0;
    }
}
