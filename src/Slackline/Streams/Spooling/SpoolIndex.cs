using System.Runtime.InteropServices;

namespace Slackline.Streams.Spooling;

/// <summary>
/// Where each chunk of a stream is: entries of one length in a file, looked up there, so the index takes no memory for a stream of any
/// length. One thread appends, any number of threads read what was acknowledged.
/// </summary>
internal sealed class SpoolIndex : IDisposable
{
    private readonly FileStream _file;
    private long _count;
    private long _paths;

    private SpoolIndex(FileStream file) => _file = file;

    /// <summary>How many chunks were acknowledged.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>How many paths they have.</summary>
    public long Paths => Volatile.Read(ref _paths);

    /// <summary>The file.</summary>
    public string FileName => _file.Name;

    /// <summary>Begins an index.</summary>
    public static SpoolIndex Create(string file) => new(PrivateFiles.Open(file, FileMode.CreateNew, FileAccess.ReadWrite));

    /// <summary>
    /// Opens the index of a spool that ended with that many paths; missing or damaged entries are an error when they are read.
    /// </summary>
    public static SpoolIndex OpenWhole(string file, long paths)
    {
        var index = new SpoolIndex(PrivateFiles.Open(file, FileMode.Open, FileAccess.Read));
        index._count = index._file.Length / IndexEntry.Size;
        index._paths = paths;
        return index;
    }

    /// <summary>Opens the index of a spool that did not end; entries at its end that are torn or damaged do not count.</summary>
    public static SpoolIndex OpenTorn(string file, FileAccess access)
    {
        var index = new SpoolIndex(PrivateFiles.Open(file, FileMode.Open, access));
        long count = index._file.Length / IndexEntry.Size;
        while (count > 0 && !index.TryRead(count - 1, out _))
        {
            count--;
        }

        index.SetCount(count);
        return index;
    }

    /// <summary>Takes in the entries that another engine has added.</summary>
    public void Refresh()
    {
        long count = _count;
        while (TryRead(count, out IndexEntry entry))
        {
            count++;

            // The count is written first: a thread that sees a path then finds its entry.
            Volatile.Write(ref _count, count);
            Volatile.Write(ref _paths, entry.EndPath);
        }
    }

    /// <summary>Entries in the file after the last one that counts.</summary>
    public long DamagedAtEnd => (_file.Length / IndexEntry.Size) - Count;

    /// <summary>Adds an entry; when this returns, the chunk is acknowledged.</summary>
    public void Append(in IndexEntry entry)
    {
        long place = _count;
        IndexEntry whole = entry.Sealed(place);
        try
        {
            RandomAccess.Write(
                _file.SafeFileHandle, MemoryMarshal.AsBytes(new ReadOnlySpan<IndexEntry>(in whole)), place * IndexEntry.Size);
        }
        catch (IOException)
        {
            RandomAccess.SetLength(_file.SafeFileHandle, place * IndexEntry.Size);
            throw;
        }

        // The count is written first: a thread that sees a path then finds its entry.
        Volatile.Write(ref _count, place + 1);
        Volatile.Write(ref _paths, whole.EndPath);
    }

    /// <summary>Cuts the file after the given number of entries and returns how many bytes were cut.</summary>
    public long Cut(long count)
    {
        long length = _file.Length;
        SetCount(count);
        RandomAccess.SetLength(_file.SafeFileHandle, count * IndexEntry.Size);
        return length - (count * IndexEntry.Size);
    }

    /// <summary>An entry.</summary>
    /// <exception cref="SpoolCorruptedException">The entry differs from what was written.</exception>
    public IndexEntry Read(long place)
    {
        if (TryRead(place, out IndexEntry entry))
        {
            return entry;
        }

        // The neighbours of the entry show which paths it covered.
        long first = TryReadBefore(place - 1, -1, out _, out IndexEntry before) ? before.EndPath : 0;
        long end = TryReadAfter(place, Count - 1, out _, out IndexEntry after) ? after.FirstPath : Paths;
        throw new SpoolCorruptedException(
            FileName, place * IndexEntry.Size, first, end - first, "its entry is missing or its checksum differs");
    }

    /// <summary>
    /// The place of the chunk that has a path, which must have been acknowledged. Damaged entries are stepped over; only when the path's
    /// own entry is among them its place is that of a damaged one.
    /// </summary>
    public long Find(long path)
    {
        // Looks for the last entry that begins at or before the path: it is at low or between low and high.
        long low = 0;
        long high = Count - 1;
        while (low < high)
        {
            long middle = low + ((high - low + 1) / 2);
            if (!TryReadBefore(middle, low, out long place, out IndexEntry entry) && !TryReadAfter(middle, high, out place, out entry))
            {
                break;
            }

            if (entry.FirstPath <= path)
            {
                low = place;
            }
            else
            {
                high = place - 1;
            }
        }

        // The entries between low and high are damaged, or the file ends too early.
        return TryRead(low, out IndexEntry found) && path >= found.EndPath ? low + 1 : low;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // The last intact entry at a place or before it, but after another.
    private bool TryReadBefore(long from, long after, out long place, out IndexEntry entry)
    {
        for (place = from; place > after; place--)
        {
            if (TryRead(place, out entry))
            {
                return true;
            }
        }

        entry = default;
        return false;
    }

    // The first intact entry after a place, up to another.
    private bool TryReadAfter(long from, long upTo, out long place, out IndexEntry entry)
    {
        for (place = from + 1; place <= upTo; place++)
        {
            if (TryRead(place, out entry))
            {
                return true;
            }
        }

        entry = default;
        return false;
    }

    private bool TryRead(long place, out IndexEntry entry)
    {
        entry = default;
        int read = RandomAccess.Read(_file.SafeFileHandle, MemoryMarshal.AsBytes(new Span<IndexEntry>(ref entry)), place * IndexEntry.Size);
        return read == IndexEntry.Size && entry.IsIntact(place);
    }

    private void SetCount(long count)
    {
        Volatile.Write(ref _count, count);
        Volatile.Write(ref _paths, count == 0 ? 0 : Read(count - 1).EndPath);
    }
}
