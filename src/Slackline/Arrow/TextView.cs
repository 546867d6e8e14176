using Apache.Arrow;

namespace Slackline.Arrow;

/// <summary>The texts of an Arrow column, as the bytes that were printed.</summary>
internal readonly ref struct TextView
{
    private readonly ReadOnlySpan<int> _offsets;
    private readonly ReadOnlySpan<byte> _values;
    private readonly ReadOnlySpan<byte> _validity;
    private readonly bool _isPlain;
    private readonly byte[] _scratch;

    /// <summary>A view of a column.</summary>
    public TextView(IArrowArray array)
    {
        var column = (StringArray)array;
        _offsets = column.ValueOffsets;
        _values = column.Values;
        _validity = column.NullCount == 0 ? default : column.NullBitmapBuffer.Span;
        _isPlain = LosslessUtf8.IsPlain(_values);
        _scratch = _isPlain ? [] : new byte[Longest(_offsets)];
    }

    /// <summary>Whether a text is null.</summary>
    public bool IsNull(int index) => !_validity.IsEmpty && (_validity[index >> 3] & (1 << (index & 7))) == 0;

    /// <summary>A text, valid until the next one is requested.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            ReadOnlySpan<byte> text = _values[_offsets[index].._offsets[index + 1]];
            return _isPlain ? text : _scratch.AsSpan(0, LosslessUtf8.Decode(text, _scratch));
        }
    }

    private static int Longest(ReadOnlySpan<int> offsets)
    {
        int longest = 0;
        for (int i = 1; i < offsets.Length; i++)
        {
            longest = Math.Max(longest, offsets[i] - offsets[i - 1]);
        }

        return longest;
    }
}
