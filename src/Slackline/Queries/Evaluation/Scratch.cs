using System.Numerics;

namespace Slackline.Queries.Evaluation;

/// <summary>Memory that is kept between chunks and grows as needed.</summary>
internal struct Scratch<T>()
{
    private T[] _items = [];

    /// <summary>Room for that many items, with whatever content the last use left.</summary>
    public Span<T> Take(int length)
    {
        if (length > _items.Length)
        {
            _items = new T[BitOperations.RoundUpToPowerOf2((uint)length)];
        }

        return _items.AsSpan(0, length);
    }
}
