namespace Slackline.Timing;

/// <summary>
/// Ids of one chunk, and what became of them in a copy, so that a name that many paths share is looked up once. It knows the chunk by the
/// number of its content: a reference would keep it alive.
/// </summary>
internal sealed class CopyMap
{
    private const int Unknown = -1;

    private int[] _names = [];
    private int[] _descriptions = [];
    private int[] _layouts = [];

    /// <summary>The content that was copied from.</summary>
    public long Content { get; private set; }

    /// <summary>Bytes of memory.</summary>
    public int SizeInBytes => (_names.Length + _descriptions.Length + _layouts.Length) * sizeof(int);

    /// <summary>Forgets what it knows, for another content.</summary>
    public void Begin(long content)
    {
        Content = content;
        _names.AsSpan().Fill(Unknown);
        _descriptions.AsSpan().Fill(Unknown);
        _layouts.AsSpan().Fill(Unknown);
    }

    /// <summary>The copy's id of a name; negative when it is not known yet.</summary>
    public ref int Name(int id, int count) => ref At(ref _names, id, count);

    /// <summary>That of a description.</summary>
    public ref int Description(int id, int count) => ref At(ref _descriptions, id, count);

    /// <summary>That of a layout.</summary>
    public ref int Layout(int id, int count) => ref At(ref _layouts, id, count);

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

/// <summary>The ids of one chunk in another one, to which paths are copied.</summary>
internal readonly ref struct CopiedIds(CopyMap map, PathChunk from, PathChunk to)
{
    /// <summary>The id of a name.</summary>
    public int Name(int id)
    {
        if (id < 0)
        {
            return id;
        }

        ref int known = ref map.Name(id, from.Names.Count);
        return known >= 0 ? known : known = to.Names.Intern(from.Names[id]);
    }

    /// <summary>The id of a description.</summary>
    public int Description(int id)
    {
        if (id < 0)
        {
            return id;
        }

        ref int known = ref map.Description(id, from.Descriptions.Count);
        return known >= 0 ? known : known = to.Descriptions.Intern(from.Descriptions[id]);
    }

    /// <summary>The id of a pin, see <see cref="IdKind.Pin"/>.</summary>
    public int Pin(int id) => PathChunk.NameOfPin(id) is >= 0 and int name ? PathChunk.PinOfName(Name(name)) : Description(id);

    /// <summary>The id of a layout.</summary>
    public int Layout(int id)
    {
        if (id < 0)
        {
            return id;
        }

        ref int known = ref map.Layout(id, from.Layouts.Count);
        return known >= 0 ? known : known = to.UseLayout(from.Layouts[id]);
    }
}
