using System.Numerics;
using Apache.Arrow;

namespace Slackline.Arrow;

/// <summary>The numbers of an Arrow column.</summary>
internal readonly ref struct NumberView<T>
    where T : unmanaged, INumber<T>
{
    private readonly ReadOnlySpan<byte> _validity;

    /// <summary>A view of a column; nulls read as <paramref name="blank"/>.</summary>
    public NumberView(IArrowArray array, T blank = default)
    {
        var column = (PrimitiveArray<T>)array;
        Values = column.Values;
        Blank = blank;
        _validity = column.NullCount == 0 ? default : column.NullBitmapBuffer.Span;
    }

    /// <summary>Copies numbers from <paramref name="first"/> on.</summary>
    public void CopyTo(int first, Span<T> to)
    {
        Values.Slice(first, to.Length).CopyTo(to);
        if (_validity.IsEmpty)
        {
            return;
        }

        for (int i = 0; i < to.Length; i++)
        {
            if ((_validity[(first + i) >> 3] & (1 << ((first + i) & 7))) == 0)
            {
                to[i] = Blank;
            }
        }
    }

    /// <summary>The sum of some numbers, none of which is null.</summary>
    public T Sum(int first, int count)
    {
        T sum = T.Zero;
        foreach (T value in Values.Slice(first, count))
        {
            sum += value;
        }

        return sum;
    }

    private ReadOnlySpan<T> Values { get; }

    private T Blank { get; }

    /// <summary>A number.</summary>
    public T this[int index] => !_validity.IsEmpty && (_validity[index >> 3] & (1 << (index & 7))) == 0 ? Blank : Values[index];
}
