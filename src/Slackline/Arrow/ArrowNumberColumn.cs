using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Slackline.Arrow;

/// <summary>A column of numbers.</summary>
internal abstract class ArrowNumberColumn<T>(string name, IArrowType type) : ArrowColumn(name, type)
    where T : unmanaged
{
    private byte[] _bytes = [];

    /// <summary>The values.</summary>
    protected Span<T> Values => MemoryMarshal.Cast<byte, T>(_bytes.AsSpan());

    /// <inheritdoc/>
    public override IArrowArray ToArray(int length) =>
        ArrowArrayFactory.BuildArray(ToData(length, new ArrowBuffer(_bytes.AsMemory(0, length * Unsafe.SizeOf<T>()))));

    /// <inheritdoc/>
    protected override void Start(int length)
    {
        base.Start(length);
        int bytes = length * Unsafe.SizeOf<T>();
        if (_bytes.Length < bytes)
        {
            _bytes = new byte[bytes + (bytes / 4)];
        }
    }

    /// <summary>Makes a value null.</summary>
    protected void SetBlank(int index)
    {
        Values[index] = default;
        SetNull(index);
    }

    /// <summary>Makes all values null.</summary>
    protected void SetAllBlank(int length)
    {
        Values[..length].Clear();
        SetNulls(length);
    }
}
