using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Slackline.Timing;

/// <summary>One array of a chunk: a value for each of its paths, or for each of its rows.</summary>
internal abstract class ChunkArray
{
    /// <summary>Whether it takes memory. An optional one takes none until a report has values for it.</summary>
    public abstract bool IsUsed { get; }

    /// <summary>Bytes of memory.</summary>
    public abstract int SizeInBytes { get; }

    /// <summary>The bytes of values.</summary>
    public abstract Span<byte> Bytes(int first, int count);

    /// <summary>Makes room for more values. An optional array that has none yet is blank from then on.</summary>
    public abstract void Resize(int length);

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
}

/// <summary>One array of a chunk, of values that mean the same in every chunk.</summary>
/// <param name="blank">Stands for "the report does not say".</param>
internal class ChunkArray<T>(T blank) : ChunkArray
    where T : unmanaged
{
    private T[] _values = [];

    /// <summary>The values, unused room included; empty when it takes no memory.</summary>
    public T[] Values => _values;

    /// <inheritdoc/>
    public override bool IsUsed => _values.Length > 0;

    /// <inheritdoc/>
    public override int SizeInBytes => _values.Length * Unsafe.SizeOf<T>();

    /// <summary>A value. The array must be in use.</summary>
    public ref T this[int index] => ref _values[index];

    /// <summary>The first values; none when it takes no memory.</summary>
    public ReadOnlySpan<T> First(int count) => IsUsed ? _values.AsSpan(0, count) : default;

    /// <summary>A value; blank when the array takes no memory.</summary>
    public T ValueOf(int index) => IsUsed ? _values[index] : blank;

    /// <summary>Sets a value, unless the array takes no memory.</summary>
    public void SetIfUsed(int index, T value)
    {
        T[] values = _values;
        if ((uint)index < (uint)values.Length)
        {
            values[index] = value;
        }
    }

    /// <inheritdoc/>
    public override Span<byte> Bytes(int first, int count) => MemoryMarshal.AsBytes(_values.AsSpan(first, count));

    /// <inheritdoc/>
    public override void Resize(int length)
    {
        bool isNew = !IsUsed;
        Array.Resize(ref _values, length);
        if (isNew)
        {
            _values.AsSpan().Fill(blank);
        }
    }

    /// <inheritdoc/>
    public override void Blank(int first, int count)
    {
        if (IsUsed)
        {
            _values.AsSpan(first, count).Fill(blank);
        }
    }

    /// <inheritdoc/>
    public override bool HasValues(int first, int count) => IsUsed && _values.AsSpan(first, count).ContainsAnyExcept(blank, EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override void Copy(ChunkArray source, int first, int count, int to, in CopiedIds ids)
    {
        if (!IsUsed)
        {
            return;
        }

        var other = (ChunkArray<T>)source;
        Span<T> values = _values.AsSpan(to, count);
        if (other.IsUsed)
        {
            other._values.AsSpan(first, count).CopyTo(values);
        }
        else
        {
            values.Fill(blank);
        }
    }
}
