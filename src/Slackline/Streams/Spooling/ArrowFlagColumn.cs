using Apache.Arrow;
using Apache.Arrow.Types;

namespace Slackline.Streams.Spooling;

/// <summary>A column of yes and no.</summary>
internal sealed class ArrowFlagColumn(string name) : ArrowColumn(name, BooleanType.Default)
{
    private byte[] _bits = [];

    /// <summary>Forgets all values: they are no until set.</summary>
    public override void Start(int length)
    {
        base.Start(length);
        int bytes = (length + 7) / 8;
        if (_bits.Length < bytes)
        {
            _bits = new byte[bytes + (bytes / 4)];
        }

        _bits.AsSpan(0, bytes).Clear();
    }

    /// <summary>Sets a value, or null.</summary>
    public void Set(int index, bool? value)
    {
        if (value is null)
        {
            SetNull(index);
        }
        else if (value.Value)
        {
            _bits[index >> 3] |= (byte)(1 << (index & 7));
        }
    }

    /// <inheritdoc/>
    public override IArrowArray ToArray(int length) => new BooleanArray(ToData(length, new ArrowBuffer(_bits.AsMemory(0, (length + 7) / 8))));
}
