using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Slackline.Timing;

/// <summary>
/// Names of one chunk, each stored once as the UTF-8 bytes that the tool printed and known by a small number.
/// A table lives and is recycled with its chunk, so names never pile up over a stream.
/// </summary>
internal sealed class NameTable
{
    private byte[] _bytes;
    private int[] _ends;
    private ulong[] _hashes;
    private int[] _slots;
    private int _count;
    private bool _areSlotsStale;

    /// <summary>An empty table.</summary>
    /// <param name="like">A table that has as much room; null for a little.</param>
    internal NameTable(NameTable? like = null)
    {
        _bytes = new byte[like?._bytes.Length ?? 4096];
        _ends = new int[like?._ends.Length ?? 256];
        _hashes = new ulong[_ends.Length];
        _slots = NewSlots(like?._slots.Length ?? 1024);
    }

    /// <summary>How many different names the table holds; ids run from 0 to <c>Count - 1</c>.</summary>
    public int Count => _count;

    /// <summary>Bytes of memory that the table's arrays take.</summary>
    public int SizeInBytes => _bytes.Length + (_ends.Length * 4) + (_hashes.Length * 8) + (_slots.Length * 4);

    /// <summary>The UTF-8 bytes of a name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No name has this id.</exception>
    public ReadOnlySpan<byte> this[int id]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)id, (uint)_count, nameof(id));

            int start = id == 0 ? 0 : _ends[id - 1];
            return _bytes.AsSpan(start, _ends[id] - start);
        }
    }

    /// <summary>A name as text; bytes that are not UTF-8 show as U+FFFD. Allocates: not for a hot path.</summary>
    public string GetString(int id) => Encoding.UTF8.GetString(this[id]);

    /// <summary>The id of <paramref name="name"/>, which is added when it is new.</summary>
    internal int Intern(ReadOnlySpan<byte> name)
    {
        if (_areSlotsStale)
        {
            ForgetSlots();
        }

        ulong hash = Hash(name);
        int[] slots = _slots;
        int mask = slots.Length - 1;
        int slot = (int)hash & mask;
        while (true)
        {
            int id = slots[slot];
            if (id < 0)
            {
                return Add(name, hash, slot);
            }

            if (_hashes[id] == hash && this[id].SequenceEqual(name))
            {
                return id;
            }

            slot = (slot + 1) & mask;
        }
    }

    /// <summary>The same, of a name that probably is the one of <paramref name="likely"/>, which may be any number.</summary>
    internal int Intern(ReadOnlySpan<byte> name, int likely) =>
        (uint)likely < (uint)_count && this[likely].SequenceEqual(name) ? likely : Intern(name);

    /// <summary>The id of <paramref name="name"/>, or -1 when the table does not hold it.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        if (_areSlotsStale)
        {
            return -1;
        }

        ulong hash = Hash(name);
        int mask = _slots.Length - 1;
        for (int slot = (int)hash & mask; _slots[slot] >= 0; slot = (slot + 1) & mask)
        {
            int id = _slots[slot];
            if (_hashes[id] == hash && this[id].SequenceEqual(name))
            {
                return id;
            }
        }

        return -1;
    }

    /// <summary>Forgets all names and keeps the memory for the next chunk.</summary>
    internal void Clear()
    {
        // The next writer resets the slots. Clearing them here would pull them into this core's cache, and the next writer may run on
        // another core.
        _areSlotsStale |= _count > 0;
        _count = 0;
    }

    private void ForgetSlots()
    {
        _slots.AsSpan().Fill(-1);
        _areSlotsStale = false;
    }

    private static int[] NewSlots(int length)
    {
        var slots = new int[length];
        slots.AsSpan().Fill(-1);
        return slots;
    }

    private int Add(ReadOnlySpan<byte> name, ulong hash, int slot)
    {
        int start = _count == 0 ? 0 : _ends[_count - 1];
        int end = checked(start + name.Length);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)BitOperations.RoundUpToPowerOf2((uint)end));
        }

        if (_count == _ends.Length)
        {
            Array.Resize(ref _ends, _count * 2);
            Array.Resize(ref _hashes, _count * 2);
        }

        name.CopyTo(_bytes.AsSpan(start));
        int id = _count++;
        _ends[id] = end;
        _hashes[id] = hash;
        _slots[slot] = id;
        if (_count * 2 > _slots.Length)
        {
            Rehash();
        }

        return id;
    }

    private void Rehash()
    {
        _slots = NewSlots(_slots.Length * 2);
        int mask = _slots.Length - 1;
        for (int id = 0; id < _count; id++)
        {
            int slot = (int)_hashes[id] & mask;
            while (_slots[slot] >= 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = id;
        }
    }

    // Multiply-and-fold over 16 bytes at a time, none waiting for another: names are 10 to 60 bytes and looked up once per
    // printed line, where a general-purpose hash of a span would cost more than all the rest of the line.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ReadOnlySpan<byte> name)
    {
        const ulong FirstKey = 0x9E3779B97F4A7C15;
        const ulong SecondKey = 0xD6E8FEB86659FD93;
        ref byte first = ref MemoryMarshal.GetReference(name);
        int length = name.Length;
        ulong hash = (ulong)length * FirstKey;
        if (length >= 16)
        {
            int last = length - 16;
            ulong place = FirstKey;
            for (int i = 0; i < last; i += 16)
            {
                hash += Fold(Word(ref first, i) ^ place, Word(ref first, i + 8) ^ SecondKey);
                place += SecondKey << 1;
            }

            return hash + Fold(Word(ref first, last) ^ place, Word(ref first, last + 8) ^ SecondKey);
        }

        if (length >= 8)
        {
            return hash + Fold(Word(ref first, 0) ^ FirstKey, Word(ref first, length - 8) ^ SecondKey);
        }

        ulong tail = 0;
        for (int i = 0; i < length; i++)
        {
            tail = (tail << 8) | Unsafe.Add(ref first, i);
        }

        return hash + Fold(tail ^ FirstKey, SecondKey);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte start, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return high ^ low;
    }
}
