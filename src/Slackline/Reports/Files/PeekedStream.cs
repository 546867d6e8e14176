namespace Slackline.Reports.Files;

/// <summary>A stream whose first bytes were examined and are still there to be read.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly Stream _source;
    private readonly byte[] _head;
    private int _read;

    /// <summary>Reads up to <paramref name="length"/> bytes ahead.</summary>
    public PeekedStream(Stream source, int length)
    {
        _source = source;
        _head = new byte[length];
        Array.Resize(ref _head, source.ReadAtLeast(_head, length, throwOnEndOfStream: false));
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Head => _head;

    public override int Read(Span<byte> buffer)
    {
        if (_read == _head.Length)
        {
            return _source.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _head.Length - _read);
        _head.AsSpan(_read, count).CopyTo(buffer);
        _read += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _source.Dispose();
        }

        base.Dispose(disposing);
    }
}
