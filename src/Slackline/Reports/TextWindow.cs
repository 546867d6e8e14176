namespace Slackline.Reports;

/// <summary>A sliding window over a text that is read forward: bytes that were read make room for new ones.</summary>
/// <param name="size">How many bytes it holds; it grows when what is being read is longer.</param>
internal sealed class TextWindow(int size)
{
    /// <summary>The usual size of a window, small enough to stay in a core's cache together with what is read from it.</summary>
    public const int DefaultSize = 256 * 1024;

    private byte[] _bytes = new byte[size];
    private int _start;
    private int _end;

    /// <summary>The bytes that are in the window and not yet read.</summary>
    public ReadOnlySpan<byte> Text => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Records that the first <paramref name="count"/> bytes were read.</summary>
    public void Skip(int count) => _start += count;

    /// <summary>Room for the next bytes, at least one. Call <see cref="Add"/> after filling it.</summary>
    public Span<byte> MakeRoom()
    {
        if (_start > 0)
        {
            Text.CopyTo(_bytes);
            _end -= _start;
            _start = 0;
        }

        if (_end == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        return _bytes.AsSpan(_end);
    }

    /// <summary>Records that <paramref name="count"/> bytes were written into the room.</summary>
    public void Add(int count) => _end += count;

    /// <summary>Drops all bytes.</summary>
    public void Clear() => _start = _end = 0;
}
