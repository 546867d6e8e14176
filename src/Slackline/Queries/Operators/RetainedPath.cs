namespace Slackline.Queries.Operators;

/// <summary>A path that an operator holds a copy of.</summary>
/// <param name="key">The path's key in the operator's order.</param>
/// <param name="number">Which path of the stream it is: between equal keys the earlier one comes first.</param>
internal sealed class RetainedPath(byte[] key, long number) : IComparable<RetainedPath>
{
    /// <summary>Bytes of memory that the object takes besides its key: two headers, a reference and numbers.</summary>
    public const int Overhead = 72;

    public byte[] Key => key;

    public long Number => number;

    public int SizeInBytes => Overhead + key.Length;

    /// <summary>In which of the store's chunks its copy is.</summary>
    public int Chunk { get; set; }

    /// <summary>Where in that chunk.</summary>
    public int Path { get; set; }

    public int CompareTo(RetainedPath? other)
    {
        int order = key.AsSpan().SequenceCompareTo(other!.Key);
        return order != 0 ? order : number.CompareTo(other.Number);
    }
}
