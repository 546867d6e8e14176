using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Slackline.Timing;

/// <summary>One array of a chunk: a value for each of its paths, or for each of its rows.</summary>
internal abstract class ChunkArray(int valueSize)
{
    private int _length;

    /// <summary>Whether it takes memory. An optional one takes none until a report has values for it.</summary>
    public bool IsUsed => _length > 0;

    /// <summary>Bytes of memory.</summary>
    public int SizeInBytes => _length * valueSize;

    /// <summary>The bytes of values.</summary>
    public abstract Span<byte> Bytes(int first, int count);

    /// <summary>Makes room for more values. The new ones have no meaning before they are set, or made blank.</summary>
    public void Resize(int length)
    {
        Allocate(length);
        _length = length;
    }

    /// <summary>Makes values blank.</summary>
    public abstract void Blank(int first, int count);

    /// <summary>Whether any of these values is not blank.</summary>
    public abstract bool HasValues(int first, int count);

    /// <summary>Copies values from the same array of another chunk. An array that is not allocated there reads as blank.</summary>
    /// <param name="source">The array.</param>
    /// <param name="first">Its first value.</param>
    /// <param name="count">How many.</param>
    /// <param name="to">Where the first goes.</param>
    /// <param name="ids">What becomes of ids.</param>
    public abstract void Copy(ChunkArray source, int first, int count, int to, in CopiedIds ids);

    /// <summary>Exchanges the memory for more of it, and keeps the values.</summary>
    protected abstract void Allocate(int length);
}

/// <summary>One array of a chunk, of values that mean the same in every chunk.</summary>
/// <typeparam name="T">
/// A number, an enum or a struct of them. It has no constraint that says so: with one, arrays of int and double are not compiled ahead,
/// and each process that reads a report compiles them when it starts.
/// </typeparam>
/// <param name="blank">Stands for "the report does not say".</param>
internal class ChunkArray<T>(T blank) : ChunkArray(Unsafe.SizeOf<T>())
{
    private T[]? _values;

    /// <summary>The values, unused room included; empty when it takes no memory.</summary>
    public T[] Values => _values ?? [];

    /// <summary>A value. The array must be in use.</summary>
    public ref T this[int index] => ref _values![index];

    /// <summary>The first values; none when it takes no memory.</summary>
    public ReadOnlySpan<T> First(int count) => _values is { } values ? values.AsSpan(0, count) : default;

    /// <summary>A value; blank when the array takes no memory.</summary>
    public T ValueOf(int index) => _values is { } values ? values[index] : blank;

    /// <summary>Sets a value, unless the array takes no memory.</summary>
    public void SetIfUsed(int index, T value)
    {
        if (_values is { } values)
        {
            values[index] = value;
        }
    }

    /// <inheritdoc/>
    public override Span<byte> Bytes(int first, int count)
    {
        Span<T> values = _values.AsSpan(first, count);
        return MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(values)), values.Length * Unsafe.SizeOf<T>());
    }

    /// <inheritdoc/>
    public override void Blank(int first, int count)
    {
        if (_values is { } values)
        {
            values.AsSpan(first, count).Fill(blank);
        }
    }

    /// <inheritdoc/>
    public override bool HasValues(int first, int count) =>
        _values is { } values && values.AsSpan(first, count).ContainsAnyExcept(blank, EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override void Copy(ChunkArray source, int first, int count, int to, in CopiedIds ids)
    {
        if (_values is null)
        {
            return;
        }

        Span<T> values = _values.AsSpan(to, count);
        if (((ChunkArray<T>)source)._values is { } others)
        {
            others.AsSpan(first, count).CopyTo(values);
        }
        else
        {
            values.Fill(blank);
        }
    }

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        // Array.Resize would have to be compiled for each type when a process starts: it is not among what was compiled ahead.
        var values = new T[length];
        if (_values is not null)
        {
            Array.Copy(_values, values, _values.Length);
        }

        _values = values;
    }
}
