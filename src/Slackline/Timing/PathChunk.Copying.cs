namespace Slackline.Timing;

/// <content>
/// How a path is copied from one chunk to another. The copy holds everything that the path holds and prints the same bytes. Names and
/// descriptions go through a map of the ids of each chunk that was copied from, so that one that many paths share is looked up once.
/// </content>
public sealed partial class PathChunk
{
    // As many chunks may take turns (a merge of so many streams) without a map being made twice.
    private const int MaxCopyMaps = 64;

    private static long s_lastContent;

    private List<CopyMap>? _copyMaps;
    private int _copyMapCount;
    private int _lastCopyMap;

    /// <summary>
    /// Tells what the chunk holds from all that it or another chunk ever held: another number once it is cleared, when ids of names and
    /// descriptions from before mean nothing any more.
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

    /// <summary>A chunk with room for fewer paths than usual.</summary>
    /// <param name="paths">How many paths it holds at the most.</param>
    /// <param name="maxSizeInBytes">The bound on its memory, in bytes.</param>
    internal static PathChunk WithRoomFor(int paths, int maxSizeInBytes = 8_000_000) =>
        new(Math.Min(paths, Capacity), Math.Min(paths * 32, FirstRoomForRows)) { MaxSizeInBytes = maxSizeInBytes };

    /// <summary>An empty chunk with room for what another one holds or held: it need not grow to that, and leave to the collector what it grew out of.</summary>
    internal static PathChunk Like(PathChunk other) => new(other.Room, other._form.Length, other) { MaxSizeInBytes = other.MaxSizeInBytes };

    /// <summary>How many paths it holds at the most.</summary>
    internal int Room => _startpoint.Length;

    /// <summary>Whether a path of another chunk can be appended: there is room, and the numbers have the same units.</summary>
    internal bool CanAppend(PathChunk source) => !IsFull && (Count == 0 || Units == source.Units);

    /// <summary>Appends a copy of a path of another chunk. There must be room for it (<see cref="CanAppend"/>).</summary>
    internal void Append(PathChunk source, int path)
    {
        UseUnits(source.Units);
        CopyMap map = MapOf(source);
        int layout = map.Layout(this, source, source._layout[path]);
        AppendRows(source, source._firstRow[path], source._firstRow[path + 1] - source._firstRow[path], map);

        var heading = new PathHeading
        {
            Startpoint = map.Name(this, source, source._startpoint[path]),
            StartpointDetail = map.Name(this, source, source._startpointDetail[path]),
            Endpoint = map.Name(this, source, source._endpoint[path]),
            EndpointDetail = map.Name(this, source, source._endpointDetail[path]),
            PathGroup = map.Name(this, source, source._pathGroup[path]),
            Corner = map.Name(this, source, source._corner[path]),
            Mode = map.Name(this, source, source._mode[path]),
            File = map.Name(this, source, source._file[path]),
            Section = map.Name(this, source, source._section[path]),
            PathType = source._pathType[path],
            StartpointPin = map.Name(this, source, NameOf(source._startpointPin[path])),
            EndpointPin = map.Name(this, source, NameOf(source._endpointPin[path])),
            Verdict = source._verdict[path],
            Format = source._format[path],
            Shape = source._shape[path],
            BlankLinesBefore = source._blankLinesBefore[path],
        };
        CommitPath(heading, source._arrival[path], source._required[path], source._slack[path], layout, source._digits[path]);
        if (source.HasExactSlack(path))
        {
            SetSlack(Count - 1, source._slack[path], source._printedSlack![path]);
        }

        // Others are found in the rows.
        static int NameOf(int pin) => pin <= FirstNamedPin ? FirstNamedPin - pin : NoName;
    }

    private void AppendRows(PathChunk source, int first, int count, CopyMap map)
    {
        while (_rows + count > _form.Length)
        {
            GrowRows();
        }

        if (source._timeSpread is not null)
        {
            UseSpreads();
        }

        Copy(source._form, _form, Timing.RowForm.Cells);
        Copy(source._transition, _transition, Transition.None);
        Copy(source._delay, _delay, double.NaN);
        Copy(source._time, _time, double.NaN);
        Copy(source._slew, _slew, double.NaN);
        Copy(source._capacitance, _capacitance, double.NaN);
        Copy(source._variation, _variation, double.NaN);
        Copy(source._fanout, _fanout, -1);
        Copy(source._x, _x, double.NaN);
        Copy(source._y, _y, double.NaN);
        Copy(source._slewSpread, _slewSpread, Spread.None);
        Copy(source._delaySpread, _delaySpread, Spread.None);
        Copy(source._timeSpread, _timeSpread, Spread.None);
        CopyNames(source._attribute, _attribute);
        CopyNames(source._instance, _instance);
        ReadOnlySpan<int> descriptions = source._description.AsSpan(first, count);
        Span<int> copies = _description.AsSpan(_rows, count);
        for (int i = 0; i < descriptions.Length; i++)
        {
            copies[i] = map.Description(this, source, descriptions[i]);
        }

        _rows += count;

        // A column that the path's layout does not have is blank in all its rows.
        void Copy<T>(T[]? from, T[]? to, T blank)
        {
            if (to is null)
            {
                return;
            }

            Span<T> rows = to.AsSpan(_rows, count);
            if (from is null)
            {
                rows.Fill(blank);
            }
            else
            {
                from.AsSpan(first, count).CopyTo(rows);
            }
        }

        void CopyNames(int[]? from, int[]? to)
        {
            Copy(from, to, NoName);
            if (from is not null && to is not null)
            {
                foreach (ref int name in to.AsSpan(_rows, count))
                {
                    name = map.Name(this, source, name);
                }
            }
        }
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

    // Ids of this chunk's names and of those that it copied mean nothing any more; nor do the maps that others made of this one.
    private void ForgetCopies()
    {
        Content = Interlocked.Increment(ref s_lastContent);
        _copyMapCount = 0;
    }

    /// <summary>Ids of one source, and what became of them in the copy. It knows the source by the number of its content: a reference would keep it alive.</summary>
    private sealed class CopyMap
    {
        private const int Unknown = -1;

        private int[] _names = [];
        private int[] _descriptions = [];
        private int[] _layouts = [];

        public long Content { get; private set; }

        public int SizeInBytes => (_names.Length + _descriptions.Length + _layouts.Length) * 4;

        public void Begin(long content)
        {
            Content = content;
            _names.AsSpan().Fill(Unknown);
            _descriptions.AsSpan().Fill(Unknown);
            _layouts.AsSpan().Fill(Unknown);
        }

        public int Name(PathChunk copy, PathChunk source, int name)
        {
            if (name < 0)
            {
                return NoName;
            }

            ref int known = ref At(ref _names, name, source.Names.Count);
            return known >= 0 ? known : known = copy.Names.Intern(source.Names[name]);
        }

        public int Description(PathChunk copy, PathChunk source, int description)
        {
            if (description < 0)
            {
                return description;
            }

            ref int known = ref At(ref _descriptions, description, source.Descriptions.Count);
            return known >= 0 ? known : known = copy.Descriptions.Intern(source.Descriptions[description]);
        }

        public int Layout(PathChunk copy, PathChunk source, int layout)
        {
            if (layout < 0)
            {
                return NoTable;
            }

            ref int known = ref At(ref _layouts, layout, source._layouts.Count);
            return known >= 0 ? known : known = copy.UseLayout(source._layouts[layout]);
        }

        private static ref int At(ref int[] map, int id, int count)
        {
            if (id >= map.Length)
            {
                int length = map.Length;
                Array.Resize(ref map, Math.Max(count, 16));
                map.AsSpan(length).Fill(Unknown);
            }

            return ref map[id];
        }
    }
}
