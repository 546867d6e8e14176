using System.Buffers;
using System.Text;

namespace Slackline.Reports;

/// <summary>A growing buffer of UTF-8 text that renderers write to; cleared and used again.</summary>
internal sealed class TextBuffer(int initialCapacity = 4096) : IBufferWriter<byte>
{
    private byte[] _bytes = new byte[Math.Max(initialCapacity, 64)];

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>The text written so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>The text written so far, to be written to a stream.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    /// <summary>Forgets what was written and keeps the memory.</summary>
    public void Clear() => Length = 0;

    /// <summary>Removes what was written after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>Removes the spaces at the end, but none before <paramref name="start"/>.</summary>
    public void TrimSpaces(int start)
    {
        while (Length > start && _bytes[Length - 1] == ' ')
        {
            Length--;
        }
    }

    /// <summary>Appends text.</summary>
    public void Write(ReadOnlySpan<byte> text) => text.CopyTo(Reserve(text.Length));

    /// <summary>Appends text.</summary>
    public void Write(string text) => Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetByteCount(text)));

    /// <summary>Appends one character <paramref name="count"/> times.</summary>
    public void Fill(byte character, int count)
    {
        if (count > 0)
        {
            Reserve(count).Fill(character);
        }
    }

    /// <summary>Appends text padded with spaces on its left to <paramref name="width"/>.</summary>
    public void WriteRight(ReadOnlySpan<byte> text, int width)
    {
        Fill((byte)' ', width - text.Length);
        Write(text);
    }

    /// <summary>Appends text padded with spaces on its right to <paramref name="width"/>.</summary>
    public void WriteLeft(ReadOnlySpan<byte> text, int width)
    {
        Write(text);
        Fill((byte)' ', width - text.Length);
    }

    /// <summary>Appends text padded with spaces on its right to <paramref name="width"/> bytes.</summary>
    public void WriteLeft(string text, int width)
    {
        int start = Length;
        Write(text);
        Fill((byte)' ', width - (Length - start));
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - Length);
        Length += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void MakeRoom(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + count, _bytes.Length * 2));
        }
    }

    private Span<byte> Reserve(int count)
    {
        MakeRoom(count);
        Span<byte> reserved = _bytes.AsSpan(Length, count);
        Length += count;
        return reserved;
    }
}
