namespace Slackline.Reports;

/// <summary>The part of a text that is at hand while it is read forward: what was read makes room for what comes.</summary>
/// <param name="size">How many bytes it holds; it grows when what is being read is longer.</param>
internal sealed class TextWindow(int size)
{
    /// <summary>How many bytes are usually at hand: what is read from them and what comes of it stays in a core's cache.</summary>
    public const int DefaultSize = 256 * 1024;

    private byte[] _bytes = new byte[size];
    private int _start;
    private int _end;

    /// <summary>What is at hand and not yet read.</summary>
    public ReadOnlySpan<byte> Text => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Says that so many bytes were read.</summary>
    public void Skip(int count) => _start += count;

    /// <summary>Where the next bytes go, at least one; whoever has put some there says so with <see cref="Add"/>.</summary>
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

    /// <summary>So many bytes have come.</summary>
    public void Add(int count) => _end += count;

    /// <summary>Forgets what is at hand.</summary>
    public void Clear() => _start = _end = 0;
}
