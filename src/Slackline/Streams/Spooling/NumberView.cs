using Apache.Arrow;

namespace Slackline.Streams.Spooling;

/// <summary>The numbers of an Arrow column.</summary>
internal readonly ref struct NumberView<T>
    where T : unmanaged, IEquatable<T>
{
    private readonly ReadOnlySpan<byte> _validity;

    /// <summary>A view of a column; what is null in it reads as <paramref name="blank"/>.</summary>
    public NumberView(IArrowArray array, T blank = default)
    {
        var column = (PrimitiveArray<T>)array;
        Values = column.Values;
        Blank = blank;
        _validity = column.NullCount == 0 ? default : column.NullBitmapBuffer.Span;
    }

    private ReadOnlySpan<T> Values { get; }

    private T Blank { get; }

    /// <summary>A number.</summary>
    public T this[int index] => !_validity.IsEmpty && (_validity[index >> 3] & (1 << (index & 7))) == 0 ? Blank : Values[index];
}
