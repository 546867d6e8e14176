namespace Slackline.Timing;

/// <summary>Arrays of equal length. Growing, resizing and copying apply to all of them, and are written once, here.</summary>
internal abstract class ChunkArrays(int length)
{
    private readonly List<ChunkArray> _all = [];

    /// <summary>For how many paths or rows there is room.</summary>
    public int Length { get; private set; } = length;

    /// <summary>Bytes of memory that they take together.</summary>
    public int SizeInBytes { get; private set; }

    /// <summary>Makes twice the room.</summary>
    public virtual void Grow()
    {
        Length *= 2;
        foreach (ChunkArray array in _all)
        {
            if (array.IsUsed)
            {
                Resize(array);
            }
        }

        Changed();
    }

    /// <summary>Gives an optional array its memory. All its values are blank then.</summary>
    public void Use(ChunkArray array)
    {
        if (!array.IsUsed)
        {
            Resize(array);
            array.Blank(0, Length);
            Changed();
        }
    }

    /// <summary>Copies paths or rows of another chunk.</summary>
    /// <param name="source">Its arrays, of the same kind.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="to">Where they go; there must be room.</param>
    /// <param name="ids">What becomes of ids.</param>
    public void Copy(ChunkArrays source, int first, int count, int to, in CopiedIds ids)
    {
        for (int i = 0; i < _all.Count; i++)
        {
            ChunkArray array = _all[i];
            ChunkArray other = source._all[i];
            if (!array.IsUsed && other.HasValues(first, count))
            {
                Use(array);
            }

            array.Copy(other, first, count, to, ids);
        }
    }

    /// <summary>Called after arrays were given other memory, or an optional one its first.</summary>
    protected virtual void Changed()
    {
    }

    /// <summary>Adds an array that has its memory from the beginning.</summary>
    protected T Add<T>(T array)
        where T : ChunkArray
    {
        _all.Add(array);
        Resize(array);
        return array;
    }

    /// <summary>Adds an array that takes no memory until a report has values for it.</summary>
    protected T AddOptional<T>(T array)
        where T : ChunkArray
    {
        _all.Add(array);
        return array;
    }

    private void Resize(ChunkArray array)
    {
        SizeInBytes -= array.SizeInBytes;
        array.Resize(Length);
        SizeInBytes += array.SizeInBytes;
    }
}
