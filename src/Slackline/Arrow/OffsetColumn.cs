using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Slackline.Arrow;

/// <summary>A column whose values differ in length: offsets say where each begins and ends.</summary>
internal abstract class OffsetColumn(string name, IArrowType type) : ArrowColumn(name, type)
{
    private byte[] _offsets = [];

    /// <inheritdoc/>
    protected override void Start(int length)
    {
        base.Start(length);
        int bytes = (length + 1) * sizeof(int);
        if (_offsets.Length < bytes)
        {
            _offsets = new byte[bytes + (bytes / 4)];
        }

        Offsets[0] = 0;
    }

    /// <summary>Makes all values null.</summary>
    protected void SetAllNull(int length)
    {
        Offsets[..(length + 1)].Clear();
        SetNulls(length);
    }

    /// <summary>The offsets: where each value begins, and one more for the end of the last.</summary>
    protected Span<int> Offsets => MemoryMarshal.Cast<byte, int>(_offsets.AsSpan());

    /// <summary>The offsets of the first values as Arrow sees them.</summary>
    protected ArrowBuffer OffsetBuffer(int length) => new(_offsets.AsMemory(0, (length + 1) * sizeof(int)));
}
