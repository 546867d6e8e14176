using System.Numerics;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Slackline.Arrow;

/// <summary>A column of texts, appended one after another.</summary>
internal abstract class ArrowTextColumn(string name) : OffsetColumn(name, StringType.Default)
{
    private byte[] _bytes = new byte[4096];
    private int _count;
    private int _end;

    /// <inheritdoc/>
    public override IArrowArray ToArray(int length) => new StringArray(ToData(
        length,
        OffsetBuffer(length),
        new ArrowBuffer(_bytes.AsMemory(0, _end))));

    /// <inheritdoc/>
    protected override void Start(int length)
    {
        base.Start(length);
        _count = 0;
        _end = 0;
    }

    /// <summary>Appends a text, which may be any bytes.</summary>
    protected void Append(ReadOnlySpan<byte> text)
    {
        if (LosslessUtf8.IsPlain(text))
        {
            text.CopyTo(Room(text.Length));
            End(text.Length);
        }
        else
        {
            End(LosslessUtf8.Encode(text, Room(LosslessUtf8.MaxEncodedLength(text.Length))));
        }
    }

    /// <summary>Appends null.</summary>
    protected void AppendNull()
    {
        SetNull(_count);
        End(0);
    }

    private Span<byte> Room(int length)
    {
        int end = checked(_end + length);
        if (end > _bytes.Length)
        {
            System.Array.Resize(ref _bytes, (int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)end), (uint)System.Array.MaxLength));
        }

        return _bytes.AsSpan(_end);
    }

    private void End(int length)
    {
        _end += length;
        _count++;
        Offsets[_count] = _end;
    }
}
